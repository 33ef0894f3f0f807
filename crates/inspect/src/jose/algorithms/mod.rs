//! What the values of `alg` and `enc` name, and what is known of each algorithm.

mod table;

pub(super) use table::ALGORITHMS;

use super::curves::Curve;
use crate::material::digest::Hash;

/// What one value of `alg` or `enc` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Algorithm {
    pub name: &'static str,
    pub usage: AlgorithmUse,
    pub family: AlgorithmFamily,
    pub standing: IanaStanding,
    /// The cryptographic name.
    pub title: &'static str,
    /// One phrase, no full stop.
    pub meaning: &'static str,
    pub reference: &'static str,
    /// The hash function that it uses. None where there is none, or where the key decides.
    pub hash: Option<Hash>,
    /// The only curve that its keys are on.
    pub curve: Option<Curve>,
    /// The size that its key has at least, in bits, where its document names one.
    pub minimum_key_bits: Option<usize>,
    /// In bytes, where all its public keys have one length.
    pub public_key_length: Option<usize>,
    pub checked_with: CheckedWith,
}

/// Where an algorithm's name may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlgorithmUse {
    /// `alg` of a signed token.
    Signature,
    /// `alg` of an encrypted token.
    KeyManagement,
    /// `enc` of an encrypted token.
    ContentEncryption,
    /// In a JSON Web Key alone, never in a token; IANA's usage "JWK".
    KeyOnly,
}

/// Algorithms that differ only in sizes, hash functions or curves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlgorithmFamily {
    /// `HS`.
    Hmac,
    /// `RS`.
    RsaPkcs1,
    /// `PS`.
    RsaPss,
    /// `ES`.
    Ecdsa,
    EdDsa,
    MlDsa,
    /// `none`.
    Unsecured,
    RsaPkcs1Encryption,
    RsaOaep,
    EcdhEs,
    Pbes2,
    AesKeyWrap,
    AesGcmKeyWrap,
    /// `dir`.
    Direct,
    AesCbcHmac,
    AesGcm,
    AesCbc,
    AesCtr,
}

impl AlgorithmFamily {
    /// What it takes to check a signature of this family.
    pub const fn checked_with(self) -> CheckedWith {
        match self {
            Self::Hmac => CheckedWith::SharedSecret,
            Self::RsaPkcs1 | Self::RsaPss | Self::Ecdsa | Self::EdDsa | Self::MlDsa => CheckedWith::PublicKey,
            Self::Unsecured => CheckedWith::Nothing,
            Self::RsaPkcs1Encryption
            | Self::RsaOaep
            | Self::EcdhEs
            | Self::Pbes2
            | Self::AesKeyWrap
            | Self::AesGcmKeyWrap
            | Self::Direct
            | Self::AesCbcHmac
            | Self::AesGcm
            | Self::AesCbc
            | Self::AesCtr => CheckedWith::NotASignature,
        }
    }

    /// Whether the same key gives the same signature for the same text each time: RFC 7518 sections 3.2 and 3.3, RFC
    /// 8032.
    pub const fn is_deterministic(self) -> bool {
        matches!(self, Self::Hmac | Self::RsaPkcs1 | Self::EdDsa)
    }

    /// How the names of its algorithms begin, for the families of RFC 7518 section 3.1.
    pub const fn prefix(self) -> Option<&'static str> {
        match self {
            Self::Hmac => Some("HS"),
            Self::RsaPkcs1 => Some("RS"),
            Self::RsaPss => Some("PS"),
            Self::Ecdsa => Some("ES"),
            _ => None,
        }
    }
}

/// The kind of key that signs. Algorithms with one kind of key can share a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SigningKey {
    Secret,
    Rsa,
    EllipticCurve(Curve),
    /// Ed25519 or Ed448: `EdDSA` leaves the curve to the key.
    EdwardsCurve,
}

/// What IANA asks of implementations. RFC 7518 section 7.1 says what plus and minus mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IanaStanding {
    Required,
    /// Likely to become required.
    RecommendedPlus,
    Recommended,
    /// Likely to become optional or deprecated.
    RecommendedMinus,
    Optional,
    Deprecated,
    Prohibited,
}

/// What it takes to check a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckedWith {
    /// The same secret that made it, so whoever can check can also forge.
    SharedSecret,
    PublicKey,
    /// There is no signature to check: `none`.
    Nothing,
    NotASignature,
}

impl Algorithm {
    /// The lengths in bytes that its signatures have; empty where it does not sign.
    pub fn signature_lengths(&self) -> &'static [usize] {
        decode::signature_lengths(self.name)
    }

    /// The kind of key that it signs with: RFC 7518 section 3.1, RFC 8037, RFC 8812. None where it does not sign, and
    /// for ML-DSA, whose keys share nothing with those of another algorithm.
    pub fn signing_key(&self) -> Option<SigningKey> {
        match self.family {
            AlgorithmFamily::Hmac => Some(SigningKey::Secret),
            AlgorithmFamily::RsaPkcs1 | AlgorithmFamily::RsaPss => Some(SigningKey::Rsa),
            AlgorithmFamily::Ecdsa => self.curve.map(SigningKey::EllipticCurve),
            AlgorithmFamily::EdDsa => Some(SigningKey::EdwardsCurve),
            AlgorithmFamily::MlDsa
            | AlgorithmFamily::Unsecured
            | AlgorithmFamily::RsaPkcs1Encryption
            | AlgorithmFamily::RsaOaep
            | AlgorithmFamily::EcdhEs
            | AlgorithmFamily::Pbes2
            | AlgorithmFamily::AesKeyWrap
            | AlgorithmFamily::AesGcmKeyWrap
            | AlgorithmFamily::Direct
            | AlgorithmFamily::AesCbcHmac
            | AlgorithmFamily::AesGcm
            | AlgorithmFamily::AesCbc
            | AlgorithmFamily::AesCtr => None,
        }
    }
}

/// Whether a filter that looks for `none` may miss it where a lenient reader finds it: `nOnE`, `none `.
pub fn is_disguised_none(alg: &str) -> bool {
    let visible: String = alg.chars().filter(char::is_ascii_graphic).take(5).collect();
    alg != "none" && visible.eq_ignore_ascii_case("none")
}
