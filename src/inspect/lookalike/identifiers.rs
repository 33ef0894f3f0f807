//! Identifiers and digests: what they are is certain only to whoever made them.

use super::{ASK_ITS_ISSUER, Lookalike, Subject, is_made_of};
use crate::inspect::calendar;

pub(super) fn recognise(subject: &Subject) -> Option<Lookalike> {
    let text = subject.bare.trim_matches(['{', '}']);
    uuid(text).or_else(|| ulid(text)).or_else(|| digest(text))
}

fn identifier(id: &'static str, name: &'static str, message: String) -> Lookalike {
    Lookalike { id, name, message, advice: ASK_ITS_ISSUER, is_secret: false, inside: None }
}

/// RFC 9562.
fn uuid(text: &str) -> Option<Lookalike> {
    let lengths = text.split('-').map(str::len);
    let is_uuid = lengths.eq([8, 4, 4, 4, 12]) && text.split('-').all(|group| is_made_of(group, "x"));
    is_uuid.then(|| {
        let message = "It could be the ID of a session, a reference token, or the name of anything.";
        identifier("looks-like-uuid", "a UUID", message.to_owned())
    })
}

/// 48 bits of milliseconds and 80 random ones, in Crockford's base 32.
fn ulid(text: &str) -> Option<Lookalike> {
    let is_symbol =
        |byte: u8| matches!(byte, b'0'..=b'9' | b'A'..=b'H' | b'J' | b'K' | b'M' | b'N' | b'P'..=b'T' | b'V'..=b'Z');
    let is_ulid = text.len() == 26
        && text.bytes().all(is_symbol)
        && text.starts_with(['0', '1'])
        && text.bytes().filter(u8::is_ascii_digit).count() >= 3;
    let milliseconds = text.bytes().take(10).filter(|_| is_ulid).fold(0, |sum: i64, byte| sum * 32 + symbol(byte));
    is_ulid.then(|| {
        let made = calendar::utc(milliseconds / 1000);
        let message =
            ["It could be the ID of anything. By its first ten characters it was made on ", &made, "."].concat();
        identifier("looks-like-ulid", "a ULID", message)
    })
}

fn symbol(byte: u8) -> i64 {
    "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        .bytes()
        .position(|it| it == byte)
        .and_then(|at| i64::try_from(at).ok())
        .unwrap_or(0)
}

fn digest(text: &str) -> Option<Lookalike> {
    let kind = match text.len() {
        32 => "an MD5 digest",
        40 => "a SHA-1 digest, such as a git commit's",
        56 => "a SHA-224 digest",
        64 => "a SHA-256 digest",
        96 => "a SHA-384 digest",
        128 => "a SHA-512 digest",
        _ => return None,
    };
    is_made_of(text, "x").then(|| {
        let message = ["By its length it could be ", kind, ", a session's ID, a key or an opaque token."].concat();
        identifier("looks-like-hex", "a number in hexadecimal", message)
    })
}
