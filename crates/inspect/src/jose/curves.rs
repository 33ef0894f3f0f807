//! The curves of keys and signatures, and their sizes.

/// A curve that the `crv` of a key names: RFC 7518 section 6.2.1.1, RFC 8812 section 3.1, RFC 8037 section 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Curve {
    P256,
    P384,
    P521,
    Secp256k1,
    Ed25519,
    Ed448,
    X25519,
    X448,
}

/// What is known of a curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurveFacts {
    /// As `crv` has it.
    pub name: &'static str,
    /// The `kty` of its keys.
    pub key_type: &'static str,
    /// The size of a key.
    pub bits: usize,
    /// The length in bytes of one coordinate of a point, or of all that is written of the point.
    pub coordinate_length: usize,
}

impl Curve {
    pub const ALL: [Self; 8] =
        [Self::P256, Self::P384, Self::P521, Self::Secp256k1, Self::Ed25519, Self::Ed448, Self::X25519, Self::X448];

    /// The curve of this name, in exactly this case.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|curve| curve.facts().name == name)
    }

    pub const fn facts(self) -> CurveFacts {
        let (name, key_type, bits, coordinate_length) = match self {
            Self::P256 => ("P-256", "EC", 256, 32),
            Self::P384 => ("P-384", "EC", 384, 48),
            Self::P521 => ("P-521", "EC", 521, 66),
            Self::Secp256k1 => ("secp256k1", "EC", 256, 32),
            Self::Ed25519 => ("Ed25519", "OKP", 256, 32),
            Self::Ed448 => ("Ed448", "OKP", 456, 57),
            Self::X25519 => ("X25519", "OKP", 256, 32),
            Self::X448 => ("X448", "OKP", 448, 56),
        };
        CurveFacts { name, key_type, bits, coordinate_length }
    }
}
