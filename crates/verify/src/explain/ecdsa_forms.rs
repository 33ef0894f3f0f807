//! ECDSA signatures in other forms than r and s of equal length: DER, and the two swapped.

use std::rc::Rc;

use super::{Case, Tries};
use crate::check::SignatureRule;

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let mut tries = Vec::new();
    for attempt in case.attempts() {
        let SignatureRule::Ecdsa(curve, _) = attempt.rule else { continue };
        let length = curve.coordinate_length();
        if let Some([r, s]) = numbers_of_der(&attempt.signature)
            && let (Some(r), Some(s)) = (padded(r, length), padded(s, length))
        {
            let (found, wanted) = (attempt.signature.len(), 2 * length);
            tries.push(attempt.clone().signature([r, s].concat()).named(
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

/// The two integers of `SEQUENCE { r INTEGER, s INTEGER }`: RFC 3279 section 2.2.3.
fn numbers_of_der(bytes: &[u8]) -> Option<[&[u8]; 2]> {
    let (content, rest) = element(bytes, 0x30)?;
    let (r, behind) = element(content, 0x02)?;
    let (s, end) = element(behind, 0x02)?;
    (rest.is_empty() && end.is_empty()).then_some([r, s])
}

/// The content of an element with this tag, and what stands behind it. Contents of up to 255 bytes.
fn element(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (length, content) = match bytes {
        [found, 0x81, length, rest @ ..] if *found == tag => (*length, rest),
        [found, length, rest @ ..] if *found == tag && *length < 0x80 => (*length, rest),
        _ => return None,
    };
    content.split_at_checked(usize::from(length))
}

/// As long as the curve's field, with zeros in front.
fn padded(number: &[u8], length: usize) -> Option<Vec<u8>> {
    let significant = number.iter().position(|byte| *byte != 0).map_or(&[][..], |at| number.get(at..).unwrap_or_default());
    let zeros = length.checked_sub(significant.len())?;
    Some([vec![0; zeros].as_slice(), significant].concat())
}
