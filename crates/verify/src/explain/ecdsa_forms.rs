//! ECDSA signatures in other forms than r and s of equal length: DER, and the two swapped.

use std::rc::Rc;

use super::{Case, Tries};
use crate::check::{self, SignatureRule};

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let mut tries = Vec::new();
    for attempt in case.attempts() {
        let SignatureRule::Ecdsa(curve, _) = attempt.rule else { continue };
        let length = curve.coordinate_length();
        if let Some(converted) = check::ecdsa_from_der(&attempt.signature, length) {
            let (found, wanted) = (attempt.signature.len(), 2 * length);
            tries.push(attempt.clone().signature(converted).named(
                "ecdsa-der",
                format!("The signature is in DER ({found} bytes), as OpenSSL, Java and key services such as AWS KMS make it. It fits after conversion to the {wanted} bytes r‖s that RFC 7518 section 3.4 wants: convert it in the code that signs."),
            ));
        }
        if attempt.signature.len() == 2 * length {
            let mut swapped = attempt.signature.to_vec();
            swapped.rotate_left(length);
            tries.push(attempt.signature(swapped).named(
                "ecdsa-swapped",
                "It fits once the two halves of the signature, r and s, are swapped. In the code that signs, write r first (RFC 7518 section 3.4).",
            ));
        }
    }
    Box::new(tries.into_iter())
}
