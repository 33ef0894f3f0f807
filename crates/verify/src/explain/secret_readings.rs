//! The same secret read as bytes in another way: as base64 or hexadecimal, or the base64 of it as the secret.

use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use decode::base64url;

use super::secret_texts::{SecretReading, of_all};
use super::{Case, Tries};
use crate::hexadecimal::hexadecimal;
use crate::named_value::{self, unquoted};

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    of_all(case, |secret| {
        let mut readings = readings(secret);
        if let Ok(text) = std::str::from_utf8(secret) {
            let trimmed = text.trim();
            let others = [trimmed].into_iter().chain(unquoted(trimmed)).chain(named_value::values(trimmed));
            readings.extend(others.flat_map(|other| self::readings(other.as_bytes())));
        }
        readings
    })
}

fn readings(secret: &[u8]) -> Vec<SecretReading> {
    let mut found = Vec::new();
    if let Ok(text) = std::str::from_utf8(secret) {
        found.extend(as_base64(text.strip_prefix("base64:").unwrap_or(text)));
        found.extend(as_hexadecimal(text.strip_prefix("0x").unwrap_or(text)));
    }
    const ENCODED: &str = "It fits the base64 text of the secret: the program that signs takes the text as it is, and does not decode it. Decode it there, or use the text here.";
    for engine in [STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD] {
        found.push(SecretReading::new("secret-is-base64-of-it", engine.encode(secret), ENCODED));
    }
    let digits = inspect::material::digest::hex(secret);
    const HEX: &str = "It fits the hexadecimal digits of the secret: the program that signs takes the digits as text, and does not decode them.";
    found.push(SecretReading::new("secret-is-hex-of-it", digits.to_ascii_uppercase(), HEX));
    found.push(SecretReading::new("secret-is-hex-of-it", digits, HEX));
    found
}

/// Strictly where all of it is base64, then as lenient decoders read it.
fn as_base64(text: &str) -> Vec<SecretReading> {
    const BASE64: &str = "It fits once the secret is read as base64. One of the two programs decodes it and the other takes the text as it is: decode it in both, or in neither.";
    const WHOLE_QUANTA: &str = "It fits once the secret is read as base64 by a decoder that drops an incomplete last group of four characters, as some old libraries do. So several secrets fit: use one whose base64 is complete, or one that is not base64 at all.";
    let packed: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let bare = packed.trim_end_matches('=');
    if bare.len() < 2 {
        return Vec::new();
    }
    let known: String = bare
        .chars()
        .filter(|character| u8::try_from(*character).ok().and_then(base64url::value_of).is_some())
        .collect();
    let is_strict = known.len() == bare.len();
    let mut found = Vec::new();
    if is_strict && bare.len() % 4 != 1 {
        found.push(SecretReading::new("secret-base64", base64url::decode(bare).bytes, BASE64));
    }
    // Whole groups of four alone: of the characters that are base64, and of those before the first that is none.
    let before_foreign: String = bare
        .chars()
        .take_while(|character| u8::try_from(*character).ok().and_then(base64url::value_of).is_some())
        .collect();
    for characters in [&known, &before_foreign] {
        let whole = characters.get(..characters.len() / 4 * 4).unwrap_or_default();
        if !whole.is_empty() && whole.len() < characters.len() {
            found.push(SecretReading::new("secret-base64-whole-quanta", base64url::decode(whole).bytes, WHOLE_QUANTA));
        }
    }
    const LENIENT: &str = "It fits once the secret is read as base64 by a decoder that passes over characters that are none, as those of PHP and Node.js do. Use a secret that is base64 throughout, or one that is not decoded.";
    for characters in [&known, &before_foreign] {
        if !is_strict && characters.len() > 1 {
            let cut = characters.len() - usize::from(characters.len() % 4 == 1);
            let read = base64url::decode(characters.get(..cut).unwrap_or_default());
            found.push(SecretReading::new("secret-base64", read.bytes, LENIENT));
        }
    }
    if is_strict && bare.len() % 4 == 1 {
        let cut = bare.get(..bare.len() - 1).unwrap_or_default();
        found.push(SecretReading::new("secret-base64", base64url::decode(cut).bytes, LENIENT));
    }
    found
}

fn as_hexadecimal(text: &str) -> Vec<SecretReading> {
    const HEX: &str = "It fits once the secret is read as hexadecimal digits. One of the two programs decodes them and the other takes the text as it is: decode them in both, or in neither.";
    const LENIENT: &str = "It fits once the secret is read as hexadecimal by a decoder that does not refuse it: it takes other characters for 0 or stops at the first, or makes up for a missing digit. So other secrets fit as well: use one of hexadecimal digits alone and of even length, or one that is not decoded.";
    let packed: String = text.chars().filter(|character| !matches!(character, ':' | ' ' | '\n' | '\r')).collect();
    if packed.len() < 2 {
        return Vec::new();
    }
    if let Some(bytes) = hexadecimal(packed.as_bytes()) {
        return vec![SecretReading::new("secret-hex", bytes, HEX)];
    }
    let digits: Vec<u8> = packed.bytes().map(|byte| if byte.is_ascii_hexdigit() { byte } else { b'0' }).collect();
    let even = digits.get(..digits.len() / 2 * 2).unwrap_or_default();
    let first_digits: Vec<u8> = packed.bytes().take_while(u8::is_ascii_hexdigit).collect();
    let before = first_digits.get(..first_digits.len() / 2 * 2).unwrap_or_default();
    // With a zero in front, behind, or without the odd digit; and as Node.js does, up to the first that is none.
    [even.to_vec(), [b"0", digits.as_slice()].concat(), [digits.as_slice(), b"0"].concat(), before.to_vec()]
        .iter()
        .filter_map(|digits| hexadecimal(digits))
        .map(|bytes| SecretReading::new("secret-hex-lenient", bytes, LENIENT))
        .collect()
}
