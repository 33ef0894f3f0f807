//! Key management: the `alg` of RFC 7518 section 4.

use super::rsa::RsaPadding;
use crate::check::Sha2;

/// How the content key is found, as an `alg` value asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyManagement {
    /// The shared secret is the content key. Section 4.5.
    Direct,
    /// Wrapped with AES Key Wrap. Section 4.4.
    AesKw { key_length: usize },
    /// Encrypted with AES GCM. Section 4.7.
    AesGcmKw { key_length: usize },
    /// Encrypted with RSA. Sections 4.2 and 4.3.
    Rsa(RsaPadding),
    /// Agreed on, and either the content key or what wraps it. Section 4.6.
    Agreement { wrapping: Option<usize> },
    /// Wrapped with a key that is made from a password. Section 4.8.
    Password { hash: Sha2, key_length: usize },
}

impl KeyManagement {
    /// None for a value that is not known here.
    pub(super) fn named(alg: &str) -> Option<Self> {
        Some(match alg {
            "dir" => Self::Direct,
            "A128KW" => Self::AesKw { key_length: 16 },
            "A192KW" => Self::AesKw { key_length: 24 },
            "A256KW" => Self::AesKw { key_length: 32 },
            "A128GCMKW" => Self::AesGcmKw { key_length: 16 },
            "A192GCMKW" => Self::AesGcmKw { key_length: 24 },
            "A256GCMKW" => Self::AesGcmKw { key_length: 32 },
            "RSA1_5" => Self::Rsa(RsaPadding::Pkcs1),
            "RSA-OAEP" => Self::Rsa(RsaPadding::OaepSha1),
            "RSA-OAEP-256" => Self::Rsa(RsaPadding::OaepSha256),
            "RSA-OAEP-384" => Self::Rsa(RsaPadding::OaepSha384),
            "RSA-OAEP-512" => Self::Rsa(RsaPadding::OaepSha512),
            "ECDH-ES" => Self::Agreement { wrapping: None },
            "ECDH-ES+A128KW" => Self::Agreement { wrapping: Some(16) },
            "ECDH-ES+A192KW" => Self::Agreement { wrapping: Some(24) },
            "ECDH-ES+A256KW" => Self::Agreement { wrapping: Some(32) },
            "PBES2-HS256+A128KW" => Self::Password { hash: Sha2::Sha256, key_length: 16 },
            "PBES2-HS384+A192KW" => Self::Password { hash: Sha2::Sha384, key_length: 24 },
            "PBES2-HS512+A256KW" => Self::Password { hash: Sha2::Sha512, key_length: 32 },
            _ => return None,
        })
    }

    /// What a key must be to decrypt this.
    pub(super) fn wanted_key(self) -> &'static str {
        match self {
            Self::Direct | Self::AesKw { .. } | Self::AesGcmKw { .. } => "the secret that both sides share",
            Self::Rsa(_) => "an RSA private key",
            Self::Agreement { .. } => "the private key of a curve (P-256, P-384, P-521, X25519 or X448)",
            Self::Password { .. } => "the password",
        }
    }

    /// Whether what the key gives is checked before the content is. Then a right key is known to be right, whatever became
    /// of the content.
    pub(super) fn is_authenticated(self) -> bool {
        !matches!(self, Self::Direct | Self::Rsa(RsaPadding::Pkcs1) | Self::Agreement { wrapping: None })
    }
}
