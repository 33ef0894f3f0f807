//! base64url, lenient: a segment is decoded as far as possible, and every irregularity is reported with its place.
//!
//! RFC 7515 section 2 asks for base64url of RFC 4648 section 5, without padding, line breaks or other characters.

use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD, URL_SAFE_NO_PAD};

use super::error::{Fault, FaultKind};
use super::{Span, mask};

/// Accepts trailing bits that are not zero, because [`decode`] reports them itself.
const LENIENT: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, NO_PAD.with_decode_allow_trailing_bits(true));

/// A segment, decoded as far as possible.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Segment {
    pub bytes: Vec<u8>,
    /// Spans in bytes of the segment.
    pub faults: Vec<Fault>,
}

pub fn decode(segment: &str) -> Segment {
    let mut faults = Vec::new();
    let mut fault = |kind, start, end| faults.push(Fault { kind, span: Span::new(start, end), place: None });

    let unpadded = segment.trim_end_matches('=');
    if unpadded.len() < segment.len() {
        fault(FaultKind::Padding, unpadded.len(), segment.len());
    }
    let foreign =
        unpadded.char_indices().find(|(_, c)| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '/')));
    let readable = match foreign {
        Some((at, c)) => {
            match mask::length(unpadded.as_bytes().get(at..).unwrap_or_default()) {
                Some(length) => fault(FaultKind::Masked, at, at + length),
                None => fault(FaultKind::ForeignCharacter(c), at, at + c.len_utf8()),
            }
            unpadded.get(..at).unwrap_or_default()
        }
        None => unpadded,
    };
    if let Some(at) = readable.find(['+', '/']) {
        fault(FaultKind::StandardAlphabet, at, at + 1);
    }
    // One character alone carries six bits, which are no byte.
    let decodable = if readable.len() % 4 == 1 {
        if foreign.is_none() {
            fault(FaultKind::ImpossibleLength, readable.len() - 1, readable.len());
        }
        readable.get(..readable.len() - 1).unwrap_or_default()
    } else {
        readable
    };
    if foreign.is_none() && has_trailing_bits(decodable) {
        fault(FaultKind::TrailingBits, decodable.len() - 1, decodable.len());
    }
    Segment { bytes: bytes_of_characters(decodable), faults }
}

/// The bytes of characters of either alphabet. Bits at the end that fill no byte are left out.
fn bytes_of_characters(characters: &str) -> Vec<u8> {
    let url_safe = characters.replace('+', "-").replace('/', "_");
    LENIENT.decode(url_safe).unwrap_or_default()
}

/// Whether the last character has bits set that belong to no byte. RFC 4648 section 3.5.
fn has_trailing_bits(decodable: &str) -> bool {
    let unused = match decodable.len() % 4 {
        2 => 0b1111,
        3 => 0b11,
        _ => return false,
    };
    decodable.bytes().last().and_then(value_of).is_some_and(|value| value & unused != 0)
}

/// Bytes as base64url, without padding.
pub fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The six bits that a character of either alphabet stands for.
pub fn value_of(character: u8) -> Option<u8> {
    Some(match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'-' | b'+' => 62,
        b'_' | b'/' => 63,
        _ => return None,
    })
}

/// Whether a byte is a character of either alphabet.
pub(crate) fn is_character(byte: u8) -> bool {
    value_of(byte).is_some()
}

/// Whether these bytes begin as the base64 of a JSON object does: with that of `{"`, `{}`, or `{` and a space, tab or
/// line break (bytes 7B and 22, 7D, 20, 09, 0A, 0D). Line breaks between the characters are skipped.
pub(crate) fn starts_object(bytes: &[u8]) -> bool {
    let mut characters = bytes.iter().take(8).filter(|byte| !matches!(byte, b'\r' | b'\n'));
    let (Some(b'e'), Some(second), Some(third)) = (characters.next(), characters.next(), characters.next()) else {
        return false;
    };
    match second {
        b'y' => matches!(third, b'A'..=b'B' | b'I'..=b'L'),
        b'w' => matches!(third, b'k'..=b'r' | b'0'..=b'3'),
        b'3' => matches!(third, b'0'..=b'3'),
        _ => false,
    }
}

/// The characters of a segment that carry any bit of the decoded bytes `span`.
pub fn characters_of(span: Span) -> Span {
    if span.is_empty() {
        return Span::new(span.start * 4 / 3, span.start * 4 / 3);
    }
    Span::new(span.start * 4 / 3, (span.end * 4).div_ceil(3))
}

/// The decoded bytes of which a character of a segment carries bits.
pub fn bytes_of(character: usize) -> Span {
    Span::new(character * 3 / 4, (character * 6 + 6).div_ceil(8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(segment: &str, bytes: &[u8], faults: &[&str]) {
        let decoded = decode(segment);
        assert_eq!(decoded.bytes, bytes);
        let ids: Vec<_> = decoded.faults.iter().map(|fault| fault.kind.id()).collect();
        assert_eq!(ids, faults);
    }

    #[test]
    fn reads_the_plain_form() {
        check("aGVsbG8", b"hello", &[]);
        check("-_8", &[0xfb, 0xff], &[]);
        check("", b"", &[]);
    }

    #[test]
    fn reports_padding_and_reads_on() {
        check("aGVsbG8=", b"hello", &["base64-padding"]);
        check("aGVsbA==", b"hell", &["base64-padding"]);
    }

    #[test]
    fn reports_the_standard_alphabet_and_reads_on() {
        check("+/8", &[0xfb, 0xff], &["base64-standard-alphabet"]);
        check("+_8=", &[0xfb, 0xff], &["base64-padding", "base64-standard-alphabet"]);
    }

    #[test]
    fn reports_an_impossible_length_and_reads_what_is_whole() {
        check("aGVsbG8gd", b"hello ", &["base64-invalid-length"]);
        check("a", b"", &["base64-invalid-length"]);
    }

    #[test]
    fn reports_stray_bits() {
        check("aGVsbG9", b"hello", &["base64-noncanonical"]);
        check("aGVsbB", b"hell", &["base64-noncanonical"]);
    }

    #[test]
    fn reads_up_to_a_foreign_character() {
        check("aGVs*bG8", b"hel", &["illegal-character"]);
        check("aGVsé", b"hel", &["illegal-character"]);
    }

    /// RFC 4648 section 10, and the two characters that are only in base64url.
    #[test]
    fn writes_what_it_reads() {
        for (bytes, text) in
            [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(encode(bytes.as_bytes()), text);
        }
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
        let every_byte: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&every_byte)), Segment { bytes: every_byte, faults: Vec::new() });
    }

    #[test]
    fn locates_the_characters_of_bytes() {
        assert_eq!(characters_of(Span::new(0, 1)), Span::new(0, 2));
        assert_eq!(characters_of(Span::new(1, 2)), Span::new(1, 3));
        assert_eq!(characters_of(Span::new(2, 3)), Span::new(2, 4));
        assert_eq!(characters_of(Span::new(3, 6)), Span::new(4, 8));
        assert_eq!(characters_of(Span::new(3, 3)), Span::new(4, 4));
    }

    #[test]
    fn locates_the_bytes_of_a_character() {
        assert_eq!(bytes_of(0), Span::new(0, 1));
        assert_eq!(bytes_of(1), Span::new(0, 2));
        assert_eq!(bytes_of(2), Span::new(1, 3));
        assert_eq!(bytes_of(3), Span::new(2, 3));
        assert_eq!(bytes_of(4), Span::new(3, 4));
    }
}
