//! Keys without armour: base64 or hexadecimal of DER, of a PEM, of a JWK or JWKS, and the base64 of an SSH key alone.

use decode::{Span, base64url};

use super::collector::FoundKeys;
use super::source::KeyText;
use super::{der, pem, reading, ssh};
use crate::hexadecimal::hexadecimal;

/// Shorter texts are no key of these forms, in characters: the shortest is that of Ed25519 in SPKI, 44 bytes.
const SHORTEST: usize = 56;

/// Whether the text was a key, or clearly meant to be one.
pub(super) async fn read(found: &mut FoundKeys<'_>, source: KeyText<'_>, depth: usize) -> bool {
    let Some(characters) = characters(source.text) else { return false };
    let whole = Span::new(0, source.text.len());
    if characters.starts_with("30")
        && let Some(der) = hexadecimal(characters.as_bytes())
    {
        return unarmoured(found, source, &der);
    }
    if characters.starts_with('M') {
        return pem::bytes(&characters).is_ok_and(|bytes| unarmoured(found, source, &bytes));
    }
    if ["AAAAB3NzaC1", "AAAAC3NzaC1", "AAAAE2VjZHNh"].iter().any(|start| characters.starts_with(start)) {
        let key = pem::bytes(&characters).ok().and_then(|bytes| ssh::public(&bytes).ok());
        return key.is_some_and(|key| found.key(key, source.span()).is_some());
    }
    // `-----BEGIN`, `{"`, `[{"`
    if ["LS0t", "eyJ", "ewog", "ewo", "W3si"].iter().any(|start| characters.starts_with(start)) {
        let text = pem::bytes(&characters).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(text) = text else { return false };
        return reading::structured(found, source.respelled(whole, &text), depth + 1).await;
    }
    false
}

/// The characters of a text that is nothing but one piece of base64, with the line ends taken out.
fn characters(text: &str) -> Option<String> {
    // Most texts are told apart by their beginning.
    if text.len() < SHORTEST || !text.starts_with(['M', '3', 'L', 'e', 'W', 'A']) {
        return None;
    }
    let mut packed = text.to_owned();
    for escape in ["\\r", "\\n"] {
        if packed.contains(escape) {
            packed = packed.replace(escape, "");
        }
    }
    packed.retain(|character| !character.is_whitespace());
    let is_base64 = packed.bytes().all(|byte| byte == b'=' || base64url::value_of(byte).is_some());
    is_base64.then_some(packed)
}

/// A secret may begin with the same character, so only what has the length of DER is taken for a key that is broken.
fn unarmoured(found: &mut FoundKeys, source: KeyText, bytes: &[u8]) -> bool {
    match der::read(bytes, None) {
        Ok(key) => {
            found.key(key, source.span());
            true
        }
        Err(mut remark) => {
            remark.message.push('.');
            let is_whole = der::outer_length(bytes) == Some(bytes.len());
            // A sequence of some hundred bytes that begins with a sequence or a number.
            let is_cut = matches!(bytes, [0x30, 0x81, _, 0x02 | 0x30, ..] | [0x30, 0x82, _, _, 0x02 | 0x30, ..]);
            if is_whole || is_cut {
                found.not_read("A key without armour", source, remark);
            }
            is_whole
        }
    }
}
