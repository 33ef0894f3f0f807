//! All readings of a text: as it stands, and decoded from each encoding that a token or a value may hide in.
//!
//! A copy of a token must not hold what was left out of it, however that is written. So a text is read as it is, without
//! percent-encoding (RFC 3986 section 2.1), without the escapes of a JSON string (RFC 8259 section 7), as base64 of
//! either alphabet (RFC 4648) and as what that inflates to (RFC 1951), and each of these is read in the same way.

use std::collections::HashSet;

use decode::base64url;
use decode::inflate::inflate;

/// The readings of a text may come to this many times its own length, and to [`BYTES_FOR_ANY`] for a short one.
const BYTES_PER_BYTE: usize = 64;
const BYTES_FOR_ANY: usize = 1 << 16;

/// The fewest base64 characters that hold four whole bytes.
const SHORTEST_BASE64: usize = 6;

/// The fewest bytes that are tried as a compressed stream, and the most that one may inflate to.
const SHORTEST_STREAM: usize = 8;
const LONGEST_INFLATED: usize = 1 << 20;

/// Whether any reading of the text passes the test, or there are too many readings to look at all of them.
pub(super) fn may_pass(text: &str, test: impl FnMut(&[u8]) -> bool) -> bool {
    may_pass_within(text.len().saturating_mul(BYTES_PER_BYTE).saturating_add(BYTES_FOR_ANY), text, test)
}

/// The same, where all readings together may come to so many bytes.
fn may_pass_within(mut bytes_left: usize, text: &str, mut test: impl FnMut(&[u8]) -> bool) -> bool {
    let mut seen = HashSet::new();
    let mut waiting = vec![text.as_bytes().to_vec()];
    while let Some(reading) = waiting.pop() {
        if seen.contains(&reading) {
            continue;
        }
        let Some(left) = bytes_left.checked_sub(reading.len()) else { return true };
        bytes_left = left;
        if test(&reading) {
            return true;
        }
        decoded(&reading, &mut waiting);
        seen.insert(reading);
    }
    false
}

/// Adds what the text decodes to in one step.
fn decoded(text: &[u8], readings: &mut Vec<Vec<u8>>) {
    if text.contains(&b'%') {
        readings.push(without_percent_encoding(text));
    }
    if text.contains(&b'+') {
        // As forms write a space.
        readings.push(text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect());
    }
    if text.contains(&b'\\') {
        readings.push(without_escapes(text));
    }
    for stretch in base64_stretches(text) {
        // Where its groups of four characters begin is not known.
        for offset in 0..4 {
            let bytes = base64url::decode(stretch.get(offset..).unwrap_or_default()).bytes;
            if bytes.len() >= SHORTEST_STREAM && std::str::from_utf8(&bytes).is_err() {
                let (inflated, _) = inflate(&bytes, LONGEST_INFLATED);
                readings.extend((!inflated.is_empty()).then_some(inflated));
            }
            readings.push(bytes);
        }
    }
}

/// The stretches of base64 characters, each over the line breaks that encoders make in it.
fn base64_stretches(text: &[u8]) -> Vec<String> {
    let mut stretches = Vec::new();
    let mut stretch = String::new();
    let mut is_in_break = false;
    for &byte in text {
        is_in_break = matches!(byte, b'\r' | b'\n') || is_in_break && matches!(byte, b' ' | b'\t');
        if base64url::value_of(byte).is_some() {
            stretch.push(char::from(byte));
        } else if !is_in_break {
            stretches.push(std::mem::take(&mut stretch));
        }
    }
    stretches.push(stretch);
    stretches.retain(|stretch| stretch.len() >= SHORTEST_BASE64);
    stretches
}

/// Each escape as the byte that it stands for, whatever the bytes come to.
fn without_percent_encoding(text: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, behind @ ..] = rest {
        let escaped = match (first, behind) {
            (b'%', [high, low, ..]) => hexadecimal(&[*high, *low]).and_then(|value| u8::try_from(value).ok()),
            _ => None,
        };
        plain.push(escaped.unwrap_or(*first));
        rest = behind.get(if escaped.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    plain
}

/// Each escape of a JSON string as the character that it stands for; halves of pairs together.
fn without_escapes(text: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, behind @ ..] = rest {
        rest = behind;
        if *first != b'\\' {
            plain.push(*first);
            continue;
        }
        let mut units = Vec::new();
        let mut escape = behind;
        while let [b'u', digits @ ..] = escape {
            let unit = digits.get(..4).and_then(hexadecimal).and_then(|unit| u16::try_from(unit).ok());
            let Some(unit) = unit else { break };
            units.push(unit);
            rest = digits.get(4..).unwrap_or_default();
            escape = rest.strip_prefix(b"\\").unwrap_or_default();
        }
        if !units.is_empty() {
            plain.extend_from_slice(String::from_utf16_lossy(&units).as_bytes());
        } else if let [letter, behind @ ..] = behind {
            plain.push(match letter {
                b'b' => 0x08,
                b'f' => 0x0C,
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                other => *other,
            });
            rest = behind;
        }
    }
    plain
}

fn hexadecimal(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, digit| Some(value << 4 | char::from(*digit).to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::encode;

    fn reads_as(text: &str, wanted: &str) -> bool {
        may_pass(text, |reading| reading == wanted.as_bytes())
    }

    #[test]
    fn each_encoding_is_undone_and_each_in_another() {
        assert!(reads_as("grace", "grace"));
        assert!(reads_as("gr%61ce", "grace") && reads_as("gr%2561ce", "grace"));
        assert!(may_pass("gr%61ce%FF", |reading| reading == b"grace\xFF"));
        assert!(reads_as("a+b%2Bc", "a+b+c") && reads_as("a+b%2Bc", "a b+c"));
        assert!(reads_as(r#"gr\u0061ce \"\n"#, "grace \"\n") && reads_as(r"gr\\u0061ce", "grace"));
        assert!(reads_as(r"\ud83d\ude00\u00e4", "\u{1F600}\u{E4}"));
        assert!(reads_as(&encode("hello"), "hello") && reads_as(&encode(encode("hello")), "hello"));
        assert!(reads_as(&["ab", &encode("hello")].concat(), "hello"));
        assert!(reads_as(&encode("hello world").replace("bG", "b\r\n  G"), "hello world"));
        // "hello hello hello", compressed: RFC 1951.
        let hello = [0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x57, 0xC8, 0x40, 0x90, 0x00];
        assert!(reads_as(&encode(hello), "hello hello hello"));
        assert!(!reads_as("100%", "100") && !reads_as("hello", "goodbye"));
    }

    #[test]
    fn what_has_too_many_readings_passes_any_test() {
        let text = "a%20b";
        assert!(!may_pass_within(8, text, |_| false), "five bytes, and three without the escape");
        assert!(may_pass_within(7, text, |_| false));
    }
}
