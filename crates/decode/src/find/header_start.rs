//! Where the header of a compact token may start.

use crate::format::is_whole_header;
use crate::{Span, base64url};

/// How many characters of a header are looked for before a payload.
const LONGEST_TRUNCATED_HEADER: usize = 4096;

/// How many characters of a header are read to see that it is one.
const LONGEST_GLUED_HEADER: usize = 8 * 1024;

/// How many places inside one stretch of base64 characters are looked at.
const PLACES_IN_A_WORD: usize = 8;

/// Searches a text for places where a header may start.
#[derive(Default)]
pub(super) struct HeaderStarts {
    /// The end of the stretch of base64 characters that was looked at last, in bytes of the text.
    word_end: usize,
    /// How many places inside that stretch may still be looked at.
    left: usize,
}

impl HeaderStarts {
    /// The first place at or after `from` and before `until` where a header may start, in bytes of the text.
    pub(super) fn next(&mut self, bytes: &[u8], from: usize, until: usize) -> Option<usize> {
        let mut at = from;
        while let Some(step) = bytes.get(at..until)?.iter().position(|byte| *byte == b'e') {
            at += step;
            let is_start = base64url::starts_object(bytes.get(at..).unwrap_or_default());
            if is_start && (is_boundary(bytes, at) || self.is_glued(bytes, at)) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Where a whole header starts inside the word that begins at `start`, which is none itself.
    pub(super) fn inside(&mut self, bytes: &[u8], start: usize) -> Option<usize> {
        let word = bytes.iter().skip(start).take_while(|byte| base64url::is_character(**byte)).count();
        let places = start + 1..start + word;
        places.clone().find(|at| {
            base64url::starts_object(bytes.get(*at..places.end).unwrap_or_default()) && self.is_glued(bytes, *at)
        })
    }

    /// Whether a whole header starts here in the middle of a word, because something was glued to its front. Base64 by
    /// chance does not read as a JSON object with `alg` or `enc` in front of a dot.
    fn is_glued(&mut self, bytes: &[u8], at: usize) -> bool {
        if at >= self.word_end {
            let rest = bytes.get(at..).unwrap_or_default();
            self.word_end = at + rest.iter().take_while(|byte| base64url::is_character(**byte)).count();
            self.left = PLACES_IN_A_WORD;
        }
        let word = Span::new(at, self.word_end);
        if self.left == 0 || word.len() > LONGEST_GLUED_HEADER || bytes.get(self.word_end) != Some(&b'.') {
            return false;
        }
        self.left -= 1;
        is_whole_header(std::str::from_utf8(word.of(bytes)).unwrap_or_default())
    }
}

/// Whether a token may start here: not in the middle of a word, unless the characters before are an escape, a colour code or
/// `Bearer`.
pub(super) fn is_boundary(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    let ends_with = |count: usize, test: fn(&[u8]) -> bool| {
        before.len().checked_sub(count).and_then(|start| before.get(start..)).is_some_and(test)
    };
    match before.last() {
        Some(last) if last.is_ascii_alphanumeric() => {
            ends_with(2, |tail| matches!(tail, [b'\\', b'n' | b'r' | b't']))
                || ends_with(3, |tail| tail.strip_prefix(b"%").is_some_and(is_hex))
                || ends_with(3, is_quoted_printable)
                || ends_with(4, |tail| tail.strip_prefix(b"\\x").is_some_and(is_hex))
                || ends_with(4, |tail| tail.strip_prefix(b"%^").is_some_and(is_hex))
                || ends_with(5, |tail| tail.strip_prefix(b"%25").is_some_and(is_hex))
                || ends_with(6, |tail| tail.strip_prefix(b"\\u").is_some_and(is_hex))
                || ends_with(6, |tail| tail.eq_ignore_ascii_case(b"bearer"))
                || ends_with_colour(before)
        }
        _ => true,
    }
}

/// Whether the three bytes are an escape of quoted-printable for a character that no token has. RFC 2045 section 6.7.
fn is_quoted_printable(tail: &[u8]) -> bool {
    matches!(tail, b"=3D" | b"=22" | b"=27" | b"=20" | b"=3A" | b"=3B" | b"=26" | b"=3C" | b"=0A" | b"=09")
}

/// How a terminal's escape character is written where it is printed.
const ESCAPES: [&str; 9] = ["\u{1B}", "\\x1b", "\\x1B", "\\u001b", "\\u001B", "\\033", "\\e", "^[", "\u{2190}"];

/// Whether the bytes end with a terminal's colour code such as `ESC [ 32 m`: ECMA-48 section 8.3.117.
fn ends_with_colour(before: &[u8]) -> bool {
    colour_length(before).is_some()
}

/// The length of the colour code with which the bytes end, with its escape character as it is or as it is printed.
pub(super) fn colour_length(before: &[u8]) -> Option<usize> {
    let numbers = before.strip_suffix(b"m")?;
    let is_number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b';' | b':');
    let length = numbers.iter().rev().take(20).take_while(|byte| is_number(byte)).count();
    let rest = numbers.get(..numbers.len() - length)?.strip_suffix(b"[")?;
    let escape = ESCAPES.iter().find(|escape| rest.ends_with(escape.as_bytes()))?;
    Some(before.len() - rest.len() + escape.len())
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
