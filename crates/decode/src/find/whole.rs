//! Texts that are one token as a whole, although nothing in them announces it.

use super::super::{Piece, Span};
use super::collect::{Collected, signature_lengths};
use super::unit::is_base64;

/// The whole text as a token, when it has the shape of one although nothing in it can be read.
pub(super) fn token(text: &str) -> Option<Collected> {
    let mut trimmed = text.trim();
    for prefix in ["Authorization:", "Bearer ", "bearer "] {
        trimmed = trimmed.strip_prefix(prefix).unwrap_or(trimmed).trim_start();
    }
    let trimmed = trimmed.trim_matches(['"', '\'', '`', '<', '>', ',', ';']);
    if let Some(proof) = without_header_and_payload(trimmed) {
        return Some(of_text(text, proof));
    }
    let segments: Vec<_> = trimmed.split('.').collect();
    let is_segment = |segment: &&str| segment.len() > 3 && segment.bytes().all(|byte| is_base64(byte) || byte == b'=');
    let is_token =
        matches!(segments.len(), 3..=5) && segments.iter().all(is_segment) && segments.iter().any(looks_random);
    is_token.then(|| of_text(text, trimmed))
}

/// Whether small letters, capitals and digits take turns as in no name: in random base64 at almost two of three
/// characters, in `getActiveCountOf2` at one of three.
fn looks_random(segment: &&str) -> bool {
    let class = |byte: u8| (byte.is_ascii_lowercase(), byte.is_ascii_uppercase(), byte.is_ascii_digit());
    let has = |test: fn(&u8) -> bool| segment.bytes().any(|byte| test(&byte));
    let changes = segment.bytes().zip(segment.bytes().skip(1)).filter(|(a, b)| class(*a) != class(*b)).count();
    let is_mixed = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit);
    segment.len() >= 16 && is_mixed && changes * 20 >= segment.len() * 9
}

/// A PASSporT in its compact form: two dots and a signature, perhaps as the `Identity` field has it. RFC 8225 section
/// 7.2, RFC 8224 section 4.
fn without_header_and_payload(trimmed: &str) -> Option<&str> {
    let field = trimmed.strip_prefix("Identity:").unwrap_or(trimmed).trim_start();
    let proof = field.split(';').next().unwrap_or_default();
    let signature = proof.strip_prefix("..")?;
    let lengths = signature_lengths("ES256");
    (lengths.contains(&signature.len()) && signature.bytes().all(is_base64)).then_some(proof)
}

/// `token` is a part of `text`.
fn of_text(text: &str, token: &str) -> Collected {
    let start = token.as_ptr() as usize - text.as_ptr() as usize;
    let span = Span::new(start, start + token.len());
    let pieces = vec![Piece { token: Span::new(0, token.len()), paste: span }];
    Collected { span, text: token.to_owned(), pieces, ..Collected::default() }
}
