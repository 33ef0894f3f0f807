//! Whether a signature fits a key, by the mathematics alone. One file a family of algorithms.

mod ecdsa;
mod ecdsa_der;
mod eddsa;
mod hmac;
mod ml_dsa;
mod rsa;

use inspect::material::digest::Hash;

use crate::key::{EcCurve, KeyMaterial, MlDsaParameters, OkpCurve};

pub(crate) use ecdsa_der::from_der as ecdsa_from_der;
pub use hmac::hmac;

/// A hash function of RFC 7518: of those that are known, the three that sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sha2 {
    Sha256,
    Sha384,
    Sha512,
}

/// A signature algorithm as this crate computes it: the rule alone, whatever the key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureRule {
    /// HMAC. RFC 7518 section 3.2.
    Hmac(Sha2),
    /// RSASSA-PKCS1-v1_5. RFC 7518 section 3.3.
    Pkcs1(Sha2),
    /// RSASSA-PSS with MGF1 and a salt as long as the hash. RFC 7518 section 3.5.
    Pss(Sha2),
    /// RSASSA-PSS with a salt of so many bytes.
    PssSalt(Sha2, usize),
    /// RSASSA-PSS with a salt of any length.
    PssAnySalt(Sha2),
    /// ECDSA with the signature as r and s of equal length. RFC 7518 section 3.4, RFC 8812 section 3.2.
    Ecdsa(EcCurve, Sha2),
    /// RFC 8037 section 3.1.
    EdDsa,
    /// RFC 9964.
    MlDsa(MlDsaParameters),
}

/// Why a check could not be made at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mismatch {
    /// The rule wants a key of another type or curve.
    OtherKeyType,
    /// The key's numbers are no key: a point beside the curve, an even modulus, an exponent of 1.
    NoKey,
    /// An RSA key of more bits than are tried here.
    TooLarge,
}

impl SignatureRule {
    /// What an `alg` value asks for; None for one that is not known here. "EdDSA" goes with both of its curves.
    pub fn named(alg: &str) -> Option<Self> {
        use Sha2::{Sha256, Sha384, Sha512};
        Some(match alg {
            "HS256" => Self::Hmac(Sha256),
            "HS384" => Self::Hmac(Sha384),
            "HS512" => Self::Hmac(Sha512),
            "RS256" => Self::Pkcs1(Sha256),
            "RS384" => Self::Pkcs1(Sha384),
            "RS512" => Self::Pkcs1(Sha512),
            "PS256" => Self::Pss(Sha256),
            "PS384" => Self::Pss(Sha384),
            "PS512" => Self::Pss(Sha512),
            "ES256" => Self::Ecdsa(EcCurve::P256, Sha256),
            "ES384" => Self::Ecdsa(EcCurve::P384, Sha384),
            "ES512" => Self::Ecdsa(EcCurve::P521, Sha512),
            "ES256K" => Self::Ecdsa(EcCurve::Secp256k1, Sha256),
            "EdDSA" | "Ed25519" | "Ed448" => Self::EdDsa,
            "ML-DSA-44" => Self::MlDsa(MlDsaParameters::MlDsa44),
            "ML-DSA-65" => Self::MlDsa(MlDsaParameters::MlDsa65),
            "ML-DSA-87" => Self::MlDsa(MlDsaParameters::MlDsa87),
            _ => return None,
        })
    }
}

impl SignatureRule {
    /// The `alg` value that stands for it; for salts of another length, that of the rule with a salt as long as the hash.
    pub fn name(self) -> &'static str {
        use Sha2::{Sha256, Sha384, Sha512};
        match self {
            Self::Hmac(Sha256) => "HS256",
            Self::Hmac(Sha384) => "HS384",
            Self::Hmac(Sha512) => "HS512",
            Self::Pkcs1(Sha256) => "RS256",
            Self::Pkcs1(Sha384) => "RS384",
            Self::Pkcs1(Sha512) => "RS512",
            Self::Pss(Sha256) | Self::PssSalt(Sha256, _) | Self::PssAnySalt(Sha256) => "PS256",
            Self::Pss(Sha384) | Self::PssSalt(Sha384, _) | Self::PssAnySalt(Sha384) => "PS384",
            Self::Pss(Sha512) | Self::PssSalt(Sha512, _) | Self::PssAnySalt(Sha512) => "PS512",
            Self::Ecdsa(EcCurve::P256, _) => "ES256",
            Self::Ecdsa(EcCurve::P384, _) => "ES384",
            Self::Ecdsa(EcCurve::P521, _) => "ES512",
            Self::Ecdsa(EcCurve::Secp256k1, _) => "ES256K",
            Self::EdDsa => "EdDSA",
            Self::MlDsa(MlDsaParameters::MlDsa44) => "ML-DSA-44",
            Self::MlDsa(MlDsaParameters::MlDsa65) => "ML-DSA-65",
            Self::MlDsa(MlDsaParameters::MlDsa87) => "ML-DSA-87",
        }
    }

    /// The hash that it takes of its input; None where the algorithm has one of its own.
    pub fn hash(self) -> Option<Sha2> {
        match self {
            Self::Hmac(hash)
            | Self::Pkcs1(hash)
            | Self::Pss(hash)
            | Self::PssSalt(hash, _)
            | Self::PssAnySalt(hash)
            | Self::Ecdsa(_, hash) => Some(hash),
            Self::EdDsa | Self::MlDsa(_) => None,
        }
    }

    /// The key it wants, in words with an article.
    pub fn wanted_key(self) -> String {
        match self {
            Self::Hmac(_) => "a secret".to_owned(),
            Self::Pkcs1(_) | Self::Pss(_) | Self::PssSalt(..) | Self::PssAnySalt(_) => "an RSA key".to_owned(),
            Self::Ecdsa(curve, _) => format!("an elliptic-curve key on {}", curve.name()),
            Self::EdDsa => "an Ed25519 or Ed448 key".to_owned(),
            Self::MlDsa(_) => format!("an {} key", self.name()),
        }
    }
}

impl Sha2 {
    pub const ALL: [Self; 3] = [Self::Sha256, Self::Sha384, Self::Sha512];

    pub fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        }
    }

    /// In bytes.
    pub fn length(self) -> usize {
        self.among_all().length()
    }

    /// The same among the hash functions of everything else.
    fn among_all(self) -> Hash {
        match self {
            Self::Sha256 => Hash::Sha256,
            Self::Sha384 => Hash::Sha384,
            Self::Sha512 => Hash::Sha512,
        }
    }
}

/// Whether `signature` over `input` fits this key by this rule.
pub fn fits(rule: SignatureRule, key: &KeyMaterial, input: &[u8], signature: &[u8]) -> Result<bool, Mismatch> {
    match (rule, key) {
        (SignatureRule::Hmac(hash), KeyMaterial::Secret(secret)) => Ok(hmac::fits(hash, secret, input, signature)),
        (SignatureRule::Pkcs1(hash), KeyMaterial::Rsa { modulus, exponent }) => {
            rsa::fits_pkcs1(hash, modulus, exponent, input, signature)
        }
        (SignatureRule::Pss(hash), KeyMaterial::Rsa { modulus, exponent }) => {
            rsa::fits_pss(hash, modulus, exponent, input, signature, rsa::Salt::AsLongAsHash)
        }
        (SignatureRule::PssSalt(hash, length), KeyMaterial::Rsa { modulus, exponent }) => {
            rsa::fits_pss(hash, modulus, exponent, input, signature, rsa::Salt::Of(length))
        }
        (SignatureRule::PssAnySalt(hash), KeyMaterial::Rsa { modulus, exponent }) => {
            rsa::fits_pss(hash, modulus, exponent, input, signature, rsa::Salt::Any)
        }
        (SignatureRule::Ecdsa(wanted, hash), KeyMaterial::Ec { curve, x, y }) if wanted == *curve => {
            ecdsa::fits(*curve, hash, x, y, input, signature)
        }
        (SignatureRule::EdDsa, KeyMaterial::Okp { curve: OkpCurve::Ed25519, x }) => {
            eddsa::fits_ed25519(x, input, signature)
        }
        (SignatureRule::EdDsa, KeyMaterial::Okp { curve: OkpCurve::Ed448, x }) => {
            eddsa::fits_ed448(x, input, signature)
        }
        (SignatureRule::MlDsa(wanted), KeyMaterial::MlDsa { parameters, public }) if wanted == *parameters => {
            ml_dsa::fits(wanted, public, input, signature)
        }
        _ => Err(Mismatch::OtherKeyType),
    }
}

/// The digest of bytes, as the rules take it.
pub fn digest(hash: Sha2, bytes: &[u8]) -> Vec<u8> {
    hash.among_all().digest(bytes)
}
