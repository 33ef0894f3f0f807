//! What is odd about a key itself, whatever token it is for.

use inspect::material::key::bit_length;

use super::{KeyMaterial, OkpCurve, roca};
use crate::Remark;

/// RFC 7518 sections 3.3 and 3.5 demand so many bits.
const RSA_BITS: usize = 2048;

/// Larger keys are not tried: one check with them would hold the page, and nobody uses them.
pub(crate) const LARGEST_RSA_BITS: usize = 16_384;

pub(super) fn remarks(material: &KeyMaterial, remarks: &mut Vec<Remark>) {
    let mut say = |id, message: String| remarks.push(Remark { id, message });
    match material {
        KeyMaterial::Rsa { modulus, exponent } => {
            let bits = bit_length(modulus);
            if bits < RSA_BITS {
                say(
                    "key-rsa-small",
                    format!("This RSA key has {bits} bits. RFC 7518 section 3.3 demands 2048 or more."),
                );
            }
            if let Some(oddity) = exponent_oddity(exponent) {
                say("key-rsa-exponent", format!("The public exponent of this RSA key {oddity}. Usual is 65537."));
            }
            if bits > LARGEST_RSA_BITS {
                say(
                    "key-rsa-large",
                    format!(
                        "This RSA key has {bits} bits. Keys of more than {LARGEST_RSA_BITS} bits are not tried here."
                    ),
                );
            } else if roca::has_fingerprint(modulus) {
                say(
                    "key-roca",
                    "This RSA key has the fingerprint of a faulty generator (CVE-2017-15361, \"ROCA\"): its private key can be found from the public one.".to_owned(),
                );
            }
        }
        KeyMaterial::Okp { curve: OkpCurve::Ed25519, x }
            if ed25519_dalek::VerifyingKey::try_from(&**x).is_ok_and(|key| key.is_weak()) =>
        {
            say(
                "key-small-order",
                "This Ed25519 key is a point of small order: signatures that fit it can be made without a private key."
                    .to_owned(),
            );
        }
        _ => {}
    }
}

/// RFC 8017 section 3.1: the exponent is odd and at least 3. Larger ones than 2^33 are refused by many readers.
fn exponent_oddity(exponent: &[u8]) -> Option<&'static str> {
    match exponent {
        [] | [0] => Some("is 0, so nothing is signed with it"),
        [1] => Some("is 1, so anyone can sign"),
        [.., last] if last % 2 == 0 => Some("is even, which no RSA key can have"),
        _ if bit_length(exponent) > 33 => Some("is larger than 2^33, which many readers refuse"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_odd_exponents_and_no_others() {
        for exponent in [&[3][..], &[17], &[1, 0, 1], &[1, 0, 0, 0, 1]] {
            assert_eq!(exponent_oddity(exponent), None, "{exponent:?}");
        }
        for exponent in [&[][..], &[1], &[2], &[1, 0, 0], &[2, 0, 0, 0, 1], &[1, 0, 0, 0, 0, 1]] {
            assert!(exponent_oddity(exponent).is_some(), "{exponent:?}");
        }
    }
}
