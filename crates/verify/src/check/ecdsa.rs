//! ECDSA: FIPS 186-5 section 6.4, RFC 7518 section 3.4, RFC 8812 section 3.2. The signature is r and s, each as long as the
//! curve's order.

use ::ecdsa::signature::hazmat::PrehashVerifier;

use super::{Mismatch, Sha2, digest};
use crate::key::EcCurve;

/// On one curve; `$curve` is the crate of it.
macro_rules! verify {
    ($curve:ident, $x:expr, $y:expr, $digest:expr, $signature:expr, $normalize:expr) => {{
        let point = [&[4], $x, $y].concat();
        let key = $curve::ecdsa::VerifyingKey::from_sec1_bytes(&point).map_err(|_| Mismatch::NoKey)?;
        match $curve::ecdsa::Signature::from_slice($signature) {
            Ok(signature) => key.verify_prehash($digest, &$normalize(signature)).is_ok(),
            // Of another length, or with an r or s of 0 or beyond the order: no signature at all.
            Err(_) => false,
        }
    }};
}

pub(super) fn fits(
    curve: EcCurve,
    hash: Sha2,
    x: &[u8],
    y: &[u8],
    input: &[u8],
    signature: &[u8],
) -> Result<bool, Mismatch> {
    let mut digest = digest(hash, input);
    // FIPS 186-5 section 6.4.1 takes a short digest as the number that it is; the crates refuse one of less than half the
    // curve's length, as SHA-256 with P-521.
    if let Some(missing) = curve.coordinate_length().checked_sub(digest.len()) {
        digest.splice(0..0, std::iter::repeat_n(0, missing));
    }
    Ok(match curve {
        EcCurve::P256 => verify!(p256, x, y, &digest, signature, std::convert::identity),
        EcCurve::P384 => verify!(p384, x, y, &digest, signature, std::convert::identity),
        EcCurve::P521 => verify!(p521, x, y, &digest, signature, std::convert::identity),
        // The crate refuses the larger of the two values of s that fit; RFC 8812 does not.
        EcCurve::Secp256k1 => {
            verify!(k256, x, y, &digest, signature, |signature: k256::ecdsa::Signature| signature.normalize_s())
        }
    })
}
