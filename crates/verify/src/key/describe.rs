//! Keys in a few words, as the report and the page name them.

use inspect::display::counted;
use inspect::jose::curves::{Curve, CurveFacts};
use inspect::material::key::bit_length;

use super::{CandidateKey, EcCurve, KeyForm, KeyMaterial, MlDsaParameters, OkpCurve};

/// "RSA 2048", "EC P-256", "Ed25519", "secret of 32 bytes".
pub fn describe(key: &CandidateKey) -> String {
    match &key.material {
        KeyMaterial::Secret(secret) => format!("secret of {}", counted(secret.len(), "byte")),
        KeyMaterial::Rsa { modulus, .. } => format!("RSA {}", bit_length(modulus)),
        KeyMaterial::Ec { curve, .. } => format!("EC {}", curve.name()),
        KeyMaterial::Okp { curve, .. } => curve.name().to_owned(),
        KeyMaterial::MlDsa { parameters, .. } => parameters.name().to_owned(),
    }
}

impl EcCurve {
    pub(super) const ALL: [Self; 4] = [Self::P256, Self::P384, Self::P521, Self::Secp256k1];

    fn facts(self) -> CurveFacts {
        let curve = match self {
            Self::P256 => Curve::P256,
            Self::P384 => Curve::P384,
            Self::P521 => Curve::P521,
            Self::Secp256k1 => Curve::Secp256k1,
        };
        curve.facts()
    }

    /// As `crv` names it.
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// How many bytes a coordinate has.
    pub fn coordinate_length(self) -> usize {
        self.facts().coordinate_length
    }
}

impl OkpCurve {
    pub(super) const ALL: [Self; 4] = [Self::Ed25519, Self::Ed448, Self::X25519, Self::X448];

    fn facts(self) -> CurveFacts {
        let curve = match self {
            Self::Ed25519 => Curve::Ed25519,
            Self::Ed448 => Curve::Ed448,
            Self::X25519 => Curve::X25519,
            Self::X448 => Curve::X448,
        };
        curve.facts()
    }

    /// As `crv` names it.
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// How many bytes a public key has.
    pub fn public_length(self) -> usize {
        self.facts().coordinate_length
    }
}

impl MlDsaParameters {
    pub(super) const ALL: [Self; 3] = [Self::MlDsa44, Self::MlDsa65, Self::MlDsa87];

    /// As `alg` names them.
    pub fn name(self) -> &'static str {
        match self {
            Self::MlDsa44 => "ML-DSA-44",
            Self::MlDsa65 => "ML-DSA-65",
            Self::MlDsa87 => "ML-DSA-87",
        }
    }

    /// How many bytes a public key has.
    pub fn public_length(self) -> Option<usize> {
        inspect::jose::algorithm(self.name())?.public_key_length
    }
}

impl KeyForm {
    /// What the report says a key is from.
    pub fn name(self) -> &'static str {
        match self {
            Self::Secret => "text",
            Self::Spki | Self::Pkcs1 | Self::Pkcs8 | Self::Sec1 => "PEM",
            Self::Certificate => "certificate",
            Self::Ssh => "SSH key",
            Self::Jwk => "JWK",
            Self::Jwks => "JWKS",
            Self::KidMap => "map of key IDs",
        }
    }
}
