//! The few ways in which base64url writes the beginning of a JSON object.

/// The first place from `at` on, before `until`, where a header may begin.
pub(super) fn next(bytes: &[u8], mut at: usize, until: usize) -> Option<usize> {
    while let Some(step) = bytes.get(at..until)?.iter().position(|byte| *byte == b'e') {
        at += step;
        if is_object_start(bytes.get(at..).unwrap_or_default()) && is_boundary(bytes, at) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// `{"`, `{ `, `{` and a line break or tab, `{}`, in base64: bytes 7B 22, 7B 20, 7B 0A, 7B 0D, 7B 09, 7B 7D.
/// Line breaks between them do not hide it.
pub(crate) fn is_object_start(bytes: &[u8]) -> bool {
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

/// Whether a token may begin here: not in the middle of a word, unless the word is an escape or a scheme name.
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

/// `ESC [ 32 m`, with which terminals change the colour: ECMA-48 section 8.3.117.
fn ends_with_colour(before: &[u8]) -> bool {
    let Some(numbers) = before.strip_suffix(b"m") else { return false };
    let is_number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b';' | b':');
    let length = numbers.iter().rev().take(20).take_while(|byte| is_number(byte)).count();
    numbers.get(..numbers.len() - length).is_some_and(|rest| rest.ends_with(b"\x1B["))
}

fn is_hex(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_hexdigit)
}

/// Where the token begins whose payload is at `anchor`, if its header lost its head: the run of characters
/// that ends in the dot before the anchor.
pub(super) fn cut_head(bytes: &[u8], anchor: usize, not_before: usize) -> Option<usize> {
    let before = bytes.get(not_before..anchor)?.strip_suffix(b".")?;
    let is_token_byte = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'+' | b'/');
    let length = before.iter().rev().take(4096).take_while(|byte| is_token_byte(byte)).count();
    (length > 3).then_some(anchor - 1 - length)
}
