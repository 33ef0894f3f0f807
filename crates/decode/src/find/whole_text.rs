//! Texts that are one token as a whole, although no readable header shows it.

use super::collector::{Collected, signature_characters};
use crate::base64url;
use crate::{Piece, Span};

/// The whole text as a token, if it has the segments of one and looks random.
pub(super) fn as_token(text: &str) -> Option<Collected> {
    let mut trimmed = text.trim();
    for prefix in ["Authorization:", "Bearer ", "bearer "] {
        trimmed = trimmed.strip_prefix(prefix).unwrap_or(trimmed).trim_start();
    }
    let trimmed = trimmed.trim_matches(['"', '\'', '`', '<', '>', ',', ';']);
    if let Some(passport) = compact_passport(trimmed) {
        return Some(collected(text, passport));
    }
    let segments: Vec<_> = trimmed.split('.').collect();
    let is_segment =
        |segment: &&str| segment.len() > 3 && segment.bytes().all(|byte| base64url::is_character(byte) || byte == b'=');
    let is_token =
        matches!(segments.len(), 3..=5) && segments.iter().all(is_segment) && segments.iter().any(looks_random);
    is_token.then(|| collected(text, trimmed))
}

/// Whether a segment changes between small letters, capitals and digits more often than names do: in random base64
/// almost two of three characters differ from the one before in that, in `getActiveCountOf2` one of three.
fn looks_random(segment: &&str) -> bool {
    let class = |byte: u8| (byte.is_ascii_lowercase(), byte.is_ascii_uppercase(), byte.is_ascii_digit());
    let has = |test: fn(&u8) -> bool| segment.bytes().any(|byte| test(&byte));
    let changes = segment.bytes().zip(segment.bytes().skip(1)).filter(|(a, b)| class(*a) != class(*b)).count();
    let is_mixed = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit);
    segment.len() >= 16 && is_mixed && changes * 20 >= segment.len() * 9
}

/// A PASSporT in its compact form: two dots and a signature, alone or as the value of an `Identity` header field.
/// RFC 8225 section 7.2, RFC 8224 section 4.
fn compact_passport(trimmed: &str) -> Option<&str> {
    let field = trimmed.strip_prefix("Identity:").unwrap_or(trimmed).trim_start();
    let passport = field.split(';').next().unwrap_or_default();
    let signature = passport.strip_prefix("..")?;
    let is_signature =
        signature_characters("ES256").contains(&signature.len()) && signature.bytes().all(base64url::is_character);
    is_signature.then_some(passport)
}

/// `token` is a slice of `text`.
fn collected(text: &str, token: &str) -> Collected {
    let start = token.as_ptr() as usize - text.as_ptr() as usize;
    let span = Span::new(start, start + token.len());
    let pieces = vec![Piece { token: Span::new(0, token.len()), paste: span }];
    Collected { span, text: token.to_owned(), pieces, ..Collected::default() }
}
