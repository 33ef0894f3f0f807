//! What the bytes of a signature show without a key, for the rules that say it: of each signature the most telling.

use crate::evidence::LIMIT;
use crate::query::algorithms::{is_disguised_none, signatures};
use crate::{Evaluation, Evidence, Place, Record};
use decode::{Part, Role};
use inspect::jose;
use inspect::jose::algorithms::{AlgorithmFamily, AlgorithmUse};

/// What no genuine signature is, or few are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// ECDSA: R or S is zero.
    Psychic,
    /// ECDSA: R or S is not below the order of the curve.
    OutOfRange,
    /// ECDSA: a SEQUENCE of two INTEGERs.
    Der,
    /// One byte, over and over.
    Filler(u8),
    /// As long as it should be, in hexadecimal digits.
    Hexadecimal,
    /// Printable ASCII.
    Text {
        has_right_length: bool,
    },
    /// RSA: bits of a key that makes signatures of this length.
    SmallKey {
        bits: usize,
    },
    OddKey {
        bits: usize,
    },
    /// RSA, of no length that such keys have.
    NoKeyLength,
    /// Another length than the one that the algorithm has.
    WrongLength,
}

/// A signature with a shape.
pub(crate) struct SeenSignature<'s> {
    pub(crate) shape: Shape,
    pub(crate) part: &'s Part,
    /// Empty where none is named.
    pub(crate) alg: &'s str,
    /// Every length that the algorithm's signatures have, in bytes; none where that is not known.
    pub(crate) lengths: &'s [usize],
}

/// One piece of evidence for each signature that the sentence is true of.
pub(crate) fn by_shape(
    record: &'static Record,
    evaluation: &Evaluation,
    sentence: impl Fn(&SeenSignature) -> Option<String>,
) -> Vec<Evidence> {
    let of_signature = |(part, alg): (&Part, Option<&str>)| {
        let alg = alg.unwrap_or_default();
        let algorithm = jose::algorithm(alg).filter(|algorithm| algorithm.usage == AlgorithmUse::Signature);
        let lengths = algorithm.map_or(&[][..], |algorithm| algorithm.signature_lengths());
        let shape = shape(part, part.span.in_str(&evaluation.token.text), alg, lengths)?;
        let message = sentence(&SeenSignature { shape, part, alg, lengths })?;
        Some(Evidence::new(record, message, Place::at(evaluation.token, part)))
    };
    // Of too many segments it is not known which one is the signature.
    let is_known = evaluation.token.part(Role::Extra).is_none();
    signatures(evaluation.token).filter(|_| is_known).filter_map(of_signature).take(LIMIT).collect()
}

fn shape(part: &Part, segment: &str, alg: &str, lengths: &[usize]) -> Option<Shape> {
    let bytes = part.bytes.as_slice();
    // What cannot be decoded whole is told by itself.
    if alg == "none" || is_disguised_none(alg) || part.error().is_some() || bytes.is_empty() {
        return None;
    }
    let order = order(alg);
    let der = order.and_then(|_| der_integers(bytes));
    let halves =
        order.filter(|order| bytes.len() == 2 * order.len()).and_then(|order| bytes.split_at_checked(order.len()));
    if let Some((r, s)) = der.or(halves)
        && (is_zero(r) || is_zero(s))
    {
        return Some(Shape::Psychic);
    }
    let first = *bytes.first()?;
    if bytes.len() >= 8 && bytes.iter().all(|byte| *byte == first) {
        return Some(Shape::Filler(first));
    }
    if der.is_some() {
        return Some(Shape::Der);
    }
    let has_right_length = lengths.is_empty() || lengths.contains(&bytes.len());
    let is_hexadecimal =
        |text: &[u8]| text.iter().all(u8::is_ascii_hexdigit) && lengths.iter().any(|length| 2 * length == text.len());
    if is_hexadecimal(bytes) || is_hexadecimal(segment.as_bytes()) {
        return Some(Shape::Hexadecimal);
    }
    if bytes.len() >= 8 && bytes.iter().all(|byte| matches!(byte, b' '..=b'~')) {
        return Some(Shape::Text { has_right_length });
    }
    if has_right_length {
        let is_out = |(order, (r, s)): (&[u8], (&[u8], &[u8]))| r >= order || s >= order;
        return order.zip(halves).is_some_and(is_out).then_some(Shape::OutOfRange);
    }
    // RFC 8017 sections 8.1.1 and 8.2.1: as many bytes as the modulus.
    let bits = bytes.len() * 8;
    Some(match bytes.len() {
        _ if !lengths.contains(&256) => Shape::WrongLength,
        // Short keys have 512, 768, 1024 bits and so on. Of any other length the signature was probably cut off.
        64..=255 if bits.is_multiple_of(256) => Shape::SmallKey { bits },
        256.. => Shape::OddKey { bits },
        _ => Shape::NoKeyLength,
    })
}

fn is_zero(number: &[u8]) -> bool {
    number.iter().all(|byte| *byte == 0)
}

/// The order of the group that an ECDSA algorithm works in, big-endian.
fn order(alg: &str) -> Option<&'static [u8]> {
    jose::algorithm(alg).filter(|algorithm| algorithm.family == AlgorithmFamily::Ecdsa)?.curve?.group_order()
}

/// The two numbers of an ECDSA signature in DER: `SEQUENCE { r INTEGER, s INTEGER }`, and nothing behind.
/// RFC 3279 section 2.2.3.
fn der_integers(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (content, rest) = der_element(bytes, 0x30)?;
    let (r, behind) = der_element(content, 0x02)?;
    let (s, end) = der_element(behind, 0x02)?;
    (rest.is_empty() && end.is_empty()).then_some((r, s))
}

/// The content of the first element, if its tag is this, and what is behind. Such signatures need no longer lengths.
fn der_element(bytes: &[u8], wanted: u8) -> Option<(&[u8], &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    let (length, rest) = match rest {
        [0x81, length, rest @ ..] | [length @ ..=0x7f, rest @ ..] => (*length, rest),
        _ => return None,
    };
    (*tag == wanted).then(|| rest.split_at_checked(usize::from(length)))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::encode;

    #[track_caller]
    fn check(alg: &str, bytes: &[u8], expected: Option<Shape>) {
        let segment = encode(bytes);
        check_segment(alg, &segment, expected);
    }

    #[track_caller]
    fn check_segment(alg: &str, segment: &str, expected: Option<Shape>) {
        let lengths = jose::algorithm(alg).map_or(&[][..], |algorithm| algorithm.signature_lengths());
        let part = Part::binary(Role::Signature, segment, decode::Span::new(0, segment.len()));
        assert_eq!(shape(&part, segment, alg, lengths), expected, "{alg}");
    }

    /// Bytes that are below every order in both halves.
    fn bytes(length: usize) -> Vec<u8> {
        (0..length).map(|at| (at % 33 * 7 + 1) as u8).collect()
    }

    #[test]
    fn right_lengths_have_no_shape() {
        for alg in jose::algorithm_names().filter_map(jose::algorithm) {
            for &length in alg.signature_lengths() {
                check(alg.name, &bytes(length), None);
            }
        }
        check("nobody", &bytes(5), None);
        check("", &bytes(33), None);
        check("none", &bytes(3), None);
    }

    #[test]
    fn numbers_are_below_the_order() {
        for (alg, length) in [("ES256", 32), ("ES256K", 32), ("ES384", 48), ("ES512", 66)] {
            let order = order(alg).unwrap();
            assert_eq!(order.len(), length);
            let mut below = order.to_vec();
            *below.last_mut().unwrap() -= 1;
            check(alg, &[below.clone(), below.clone()].concat(), None);
            check(alg, &[&below, order].concat(), Some(Shape::OutOfRange));
            check(alg, &[order, &below].concat(), Some(Shape::OutOfRange));
            check(alg, &[vec![0; length], below.clone()].concat(), Some(Shape::Psychic));
            check(alg, &[below, vec![0; length]].concat(), Some(Shape::Psychic));
            check(alg, &vec![0; 2 * length], Some(Shape::Psychic));
            check(alg, &vec![0xff; 2 * length], Some(Shape::Filler(0xff)));
        }
    }

    #[test]
    fn knows_der() {
        let integer = |number: &[u8]| [&[2, number.len() as u8], number].concat();
        let sequence = |content: &[u8]| match content.len() {
            length @ ..128 => [&[0x30, length as u8], content].concat(),
            length => [&[0x30, 0x81, length as u8], content].concat(),
        };
        for (alg, length) in [("ES256", 33), ("ES384", 48), ("ES512", 66)] {
            let number = integer(&bytes(length));
            check(alg, &sequence(&[number.clone(), number.clone()].concat()), Some(Shape::Der));
            check(alg, &sequence(&[number.clone(), integer(&[0])].concat()), Some(Shape::Psychic));
            check(alg, &sequence(&[number.clone(), integer(&[])].concat()), Some(Shape::Psychic));
            let longer = [sequence(&[number.clone(), number.clone()].concat()), vec![0]].concat();
            check(alg, &longer, Some(Shape::WrongLength));
            check(alg, &sequence(&number), Some(Shape::WrongLength));
        }
        check("ES256", &[0x30, 6, 2, 1, 0, 2, 1, 0], Some(Shape::Psychic));
        check("HS256", &[0x30, 6, 2, 1, 1, 2, 1, 1], Some(Shape::WrongLength));
        for hostile in [&[0x30][..], &[0x30, 0x81], &[0x30, 0x82, 0, 0], &[0x30, 2, 2, 9], &[0x30, 0xff, 2]] {
            check("ES256", hostile, Some(Shape::WrongLength));
        }
    }

    #[test]
    fn knows_hexadecimal_digits_in_both_places() {
        let digits: String = bytes(32).iter().map(|byte| format!("{byte:02x}")).collect();
        check("HS256", digits.as_bytes(), Some(Shape::Hexadecimal));
        check_segment("HS256", &digits, Some(Shape::Hexadecimal));
        check("HS384", digits.as_bytes(), Some(Shape::Text { has_right_length: false }));
        check_segment("HS384", &digits, None);
        check("nobody", digits.as_bytes(), Some(Shape::Text { has_right_length: true }));
    }

    #[test]
    fn tells_keys_by_length() {
        check("RS256", &bytes(128), Some(Shape::SmallKey { bits: 1024 }));
        check("PS512", &bytes(64), Some(Shape::SmallKey { bits: 512 }));
        check("RS256", &bytes(320), Some(Shape::OddKey { bits: 2560 }));
        check("RS256", &bytes(257), Some(Shape::OddKey { bits: 2056 }));
        check("RS256", &bytes(150), Some(Shape::NoKeyLength));
        check("RS256", &bytes(32), Some(Shape::NoKeyLength));
        check("EdDSA", &bytes(32), Some(Shape::WrongLength));
    }
}
