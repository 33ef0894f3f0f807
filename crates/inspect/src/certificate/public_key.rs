//! The public key of a certificate: its kind and its size. RFC 5280 section 4.1.2.7.

use crate::key;

use super::der::{BIT_STRING, Fault, INTEGER, OBJECT_IDENTIFIER, Reader, SEQUENCE};
use super::{PublicKey, oid};

pub(super) fn read(mut info: Reader) -> Result<PublicKey, Box<Fault>> {
    let mut algorithm = info.take(SEQUENCE, "the algorithm of a public key")?.contents;
    let name = oid::name(algorithm.take(OBJECT_IDENTIFIER, "the algorithm of a public key")?.bytes());
    let bits = info.take(BIT_STRING, "the bits of a public key")?;
    let on_curve = |curve: &str| ["elliptic-curve key on ", curve].concat();
    Ok(match name.as_str() {
        "RSA" | "RSASSA-PSS" => {
            // The first byte says how many bits of the last one do not count: none.
            let mut contents = bits.contents;
            contents.skip_byte();
            PublicKey { kind: "RSA key".to_owned(), bits: Some(modulus_bits(contents)?) }
        }
        "EC" => match algorithm.optional(OBJECT_IDENTIFIER)? {
            Some(curve) => {
                let curve = oid::name(curve.bytes());
                PublicKey { kind: on_curve(&curve), bits: curve_bits(&curve) }
            }
            None => PublicKey { kind: "elliptic-curve key".to_owned(), bits: None },
        },
        "Ed25519" | "X25519" | "Ed448" | "X448" => PublicKey { kind: on_curve(&name), bits: curve_bits(&name) },
        _ if name.contains("DSA") => PublicKey { kind: [&name, " key"].concat(), bits: None },
        _ => PublicKey { kind: ["key of the algorithm ", &name].concat(), bits: None },
    })
}

/// RFC 3279 section 2.3.1: the modulus, then the exponent.
fn modulus_bits(mut contents: Reader) -> Result<usize, Box<Fault>> {
    let mut numbers = contents.take(SEQUENCE, "an RSA key")?.contents;
    Ok(key::bit_length(numbers.take(INTEGER, "an RSA modulus")?.bytes()))
}

fn curve_bits(curve: &str) -> Option<usize> {
    // Curves that only certificates have: RFC 5639.
    key::curve_bits(curve).or(match curve {
        "brainpoolP256r1" => Some(256),
        "brainpoolP384r1" => Some(384),
        "brainpoolP512r1" => Some(512),
        _ => None,
    })
}
