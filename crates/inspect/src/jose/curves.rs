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

    /// The order of the group that ECDSA works in on this curve, big-endian: SP 800-186 section 3.2, SEC 2 section
    /// 2.4.1. R and S of a signature are below it (FIPS 186-5). None for curves that ECDSA does not use.
    pub const fn group_order(self) -> Option<&'static [u8]> {
        Some(match self {
            Self::P256 => {
                b"\xff\xff\xff\xff\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\xff\
            \xbc\xe6\xfa\xad\xa7\x17\x9e\x84\xf3\xb9\xca\xc2\xfc\x63\x25\x51"
            }
            Self::Secp256k1 => {
                b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xfe\
            \xba\xae\xdc\xe6\xaf\x48\xa0\x3b\xbf\xd2\x5e\x8c\xd0\x36\x41\x41"
            }
            Self::P384 => {
                b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
            \xff\xff\xff\xff\xff\xff\xff\xff\xc7\x63\x4d\x81\xf4\x37\x2d\xdf\
            \x58\x1a\x0d\xb2\x48\xb0\xa7\x7a\xec\xec\x19\x6a\xcc\xc5\x29\x73"
            }
            Self::P521 => {
                b"\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
            \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xfa\
            \x51\x86\x87\x83\xbf\x2f\x96\x6b\x7f\xcc\x01\x48\xf7\x09\xa5\xd0\
            \x3b\xb5\xc9\xb8\x89\x9c\x47\xae\xbb\x6f\xb7\x1e\x91\x38\x64\x09"
            }
            Self::Ed25519 | Self::Ed448 | Self::X25519 | Self::X448 => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_curve_is_found_by_its_name_and_its_order_has_its_length() {
        for curve in Curve::ALL {
            assert_eq!(Curve::named(curve.facts().name), Some(curve));
            assert!(curve.group_order().is_none_or(|order| order.len() == curve.facts().coordinate_length));
        }
        assert_eq!(Curve::named("p-256"), None);
    }
}
