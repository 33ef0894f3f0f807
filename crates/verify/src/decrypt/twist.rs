//! What had to be done otherwise than RFC 7516 says, or with another reading of the key, before a token could be decrypted.

use super::rsa::RsaPadding;
use crate::Explanation;
use crate::named_value::UNNAMED;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Twist {
    SecretTrimmed,
    SecretUnquoted,
    /// Of `NAME=value` the value.
    SecretNameRemoved,
    SecretHex,
    SecretBase64,
    SecretTrailingNewline,
    SecretDigest {
        bits: usize,
    },
    /// The salt: empty for a session, or else the name of the cookie.
    NextAuthCookie(String),
    /// The salt: the name of the cookie.
    AuthJsCookie(String),
    HalvesSwapped,
    OtherPadding {
        named: RsaPadding,
        found: RsaPadding,
    },
    PartyInfoAsText,
    PartyInfoLeftOut,
    /// What the key derivation names in place of the algorithm that it must.
    OtherAlgorithmName(String),
}

impl Twist {
    pub(super) fn explanation(&self) -> Explanation {
        let (id, message) = match self {
            Self::SecretTrimmed => {
                ("secret-trimmed", "It fits without the spaces or line ends around the key.".to_owned())
            }
            Self::SecretUnquoted => {
                ("secret-unquoted", "It fits without the quotes around the key: they are no part of it.".to_owned())
            }
            Self::SecretNameRemoved => ("secret-name-removed", UNNAMED.to_owned()),
            Self::SecretHex => ("secret-hex", "The key is the text read as hexadecimal digits.".to_owned()),
            Self::SecretBase64 => ("secret-base64", "The key is the text read as base64.".to_owned()),
            Self::SecretTrailingNewline => (
                "secret-trailing-newline",
                "It fits with a line end behind the key: `echo` adds one, `echo -n` does not.".to_owned(),
            ),
            Self::SecretDigest { bits } => {
                // The digest of a key of 32 bytes is that of SHA-256, and so on.
                ("secret-digest", format!("The key is the SHA-{bits} digest of the text."))
            }
            Self::NextAuthCookie(salt) if salt.is_empty() => (
                "next-auth-cookie",
                "It is a session of NextAuth.js 4: its key is derived from the site's secret (`NEXTAUTH_SECRET`) by HKDF."
                    .to_owned(),
            ),
            Self::NextAuthCookie(salt) => (
                "next-auth-cookie",
                format!(
                    "It is a cookie of NextAuth.js 4: its key is derived from the site's secret (`NEXTAUTH_SECRET`) by HKDF with the cookie's name `{salt}` as salt."
                ),
            ),
            Self::AuthJsCookie(salt) => (
                "auth-js-cookie",
                format!(
                    "It is a cookie of Auth.js 5: its key is derived from the site's secret (`AUTH_SECRET`) by HKDF with the cookie's name `{salt}` as salt."
                ),
            ),
            Self::HalvesSwapped => (
                "key-halves-swapped",
                "It fits with the halves of the content key swapped: the writer took the first half for AES and the second for the HMAC. RFC 7518 section 5.2.2.1 asks for the HMAC's first.".to_owned(),
            ),
            Self::OtherPadding { named, found } => (
                "rsa-other-padding",
                format!(
                    "The header names {}, but the key was encrypted with {}. Readers that go by the header fail.",
                    named.name(),
                    found.name()
                ),
            ),
            Self::PartyInfoAsText => (
                "party-info-as-text",
                "It fits with the characters of `apu` and `apv` as they stand. RFC 7518 section 4.6.2 asks for the bytes that they encode in base64url.".to_owned(),
            ),
            Self::PartyInfoLeftOut => (
                "party-info-left-out",
                "It fits with `apu` and `apv` left out of the key derivation. RFC 7518 section 4.6.2 asks for both where the header has them.".to_owned(),
            ),
            Self::OtherAlgorithmName(name) => (
                "derivation-names-other-algorithm",
                format!(
                    "It fits with \"{name}\" as the algorithm that the key derivation names. RFC 7518 section 4.6.2 asks for `enc` with ECDH-ES alone, and for the whole `alg` otherwise."
                ),
            ),
        };
        Explanation { id, message }
    }
}
