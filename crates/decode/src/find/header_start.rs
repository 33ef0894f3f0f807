//! Where the header of a compact token may start.

use crate::base64url;

/// How many characters of a header are looked for before a payload.
const LONGEST_TRUNCATED_HEADER: usize = 4096;

/// The first place at or after `from` and before `until` where a header may start, in bytes of the text.
pub(super) fn next(bytes: &[u8], from: usize, until: usize) -> Option<usize> {
    let mut at = from;
    while let Some(step) = bytes.get(at..until)?.iter().position(|byte| *byte == b'e') {
        at += step;
        if base64url::starts_object(bytes.get(at..).unwrap_or_default()) && is_boundary(bytes, at) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Whether a token may start here: not in the middle of a word, unless the characters before are an escape, a colour
/// sequence or `Bearer`.
pub(super) fn is_boundary(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    let ends_with = |count: usize, test: fn(&[u8]) -> bool| {
        before.len().checked_sub(count).and_then(|start| before.get(start..)).is_some_and(test)
    };
    match before.last() {
        Some(last) if last.is_ascii_alphanumeric() => {
            ends_with(2, |tail| matches!(tail, [b'\\', b'n' | b'r' | b't']))
                || ends_with(3, |tail| tail.strip_prefix(b"%").is_some_and(is_hex))
                || ends_with(5, |tail| tail.strip_prefix(b"%25").is_some_and(is_hex))
                || ends_with(6, |tail| tail.strip_prefix(b"\\u").is_some_and(is_hex))
                || ends_with(6, |tail| tail.eq_ignore_ascii_case(b"bearer"))
                || ends_with_colour(before)
        }
        _ => true,
    }
}

/// Whether the bytes end with a terminal's colour sequence such as `ESC [ 32 m`: ECMA-48 section 8.3.117.
fn ends_with_colour(before: &[u8]) -> bool {
    let Some(numbers) = before.strip_suffix(b"m") else { return false };
    let is_number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b';' | b':');
    let length = numbers.iter().rev().take(20).take_while(|byte| is_number(byte)).count();
    numbers.get(..numbers.len() - length).is_some_and(|rest| rest.ends_with(b"\x1B["))
}

fn is_hex(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_hexdigit)
}

/// Where a token starts whose header lost its first characters and whose payload starts at `payload`: at the first of
/// the base64 characters that stand before the dot. Nothing before `not_before` is looked at.
pub(super) fn of_truncated_header(bytes: &[u8], payload: usize, not_before: usize) -> Option<usize> {
    let before = bytes.get(not_before..payload)?.strip_suffix(b".")?;
    let nearest = before.iter().rev().take(LONGEST_TRUNCATED_HEADER);
    let length = nearest.take_while(|byte| base64url::is_character(**byte)).count();
    (length > 3).then_some(payload - 1 - length)
}
