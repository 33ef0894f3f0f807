//! Whether something stands in a text, in any encoding: decoders that owe nothing to those of the product.

use std::collections::HashSet;

use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::{Engine, alphabet};
use decode::inflate::inflate;
use decode::{Token, decode};

/// How many encodings may stand around each other.
const LAYERS: usize = 7;

pub fn encode(bytes: impl AsRef<[u8]>) -> String {
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

/// Whether these bytes stand in the text or in anything that it decodes to; ASCII letters in any case.
pub fn holds(text: &str, wanted: &[u8]) -> bool {
    let wanted = wanted.to_ascii_lowercase();
    let mut seen = HashSet::new();
    let mut next = vec![text.as_bytes().to_vec()];
    for _ in 0..LAYERS {
        let layer: Vec<_> = std::mem::take(&mut next).into_iter().filter(|bytes| seen.insert(bytes.clone())).collect();
        for bytes in layer {
            let lower = bytes.to_ascii_lowercase();
            if lower.windows(wanted.len()).any(|window| window == wanted) {
                return true;
            }
            next.extend(decoded(&bytes));
        }
    }
    false
}

fn decoded(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    if bytes.contains(&b'%') {
        all.push(without_percents(bytes));
    }
    if bytes.contains(&b'+') {
        let spaced: Vec<u8> = bytes.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
        all.push(without_percents(&spaced));
    }
    if bytes.contains(&b'\\') {
        all.extend(json_strings(bytes));
    }
    all.extend(base64_stretches(bytes));
    if let Ok(text) = std::str::from_utf8(bytes) {
        decode(text).tokens.iter().for_each(|token| parts(token, &mut all));
    }
    all
}

fn parts(token: &Token, all: &mut Vec<Vec<u8>>) {
    all.extend(token.parts.iter().map(|part| part.bytes.clone()));
    token.nested.iter().for_each(|nested| parts(&nested.token, all));
}

fn without_percents(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digits = bytes.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(escaped) if byte == b'%' => {
                plain.push(escaped);
                at += 3;
            }
            _ => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    plain
}

/// What stands between quotes, read as a JSON string.
fn json_strings(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes).replace(|c: char| c.is_control(), " ");
    let mut all = Vec::new();
    // The whole text as the inside of a string, and each string in it.
    all.extend(serde_json::from_str::<String>(&format!("\"{text}\"")).ok().map(String::into_bytes));
    let mut rest = text.as_str();
    while let Some(start) = rest.find('"') {
        rest = &rest[start..];
        match serde_json::Deserializer::from_str(rest).into_iter::<String>().next() {
            Some(Ok(string)) => {
                all.push(string.into_bytes());
                rest = &rest[1..];
            }
            _ => rest = &rest[1..],
        }
    }
    all
}

/// Each stretch of base64 characters, from each of the four places where a group of them may begin; inflated, too.
fn base64_stretches(bytes: &[u8]) -> Vec<Vec<u8>> {
    let config = GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone);
    let engine = GeneralPurpose::new(&alphabet::URL_SAFE, config);
    let is_symbol = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
    let mut all = Vec::new();
    for stretch in bytes.split(|byte| !is_symbol(byte)).filter(|stretch| stretch.len() >= 6) {
        let stretch: Vec<u8> = stretch
            .iter()
            .map(|byte| match byte {
                b'+' => b'-',
                b'/' => b'_',
                other => *other,
            })
            .collect();
        for offset in 0..4 {
            let Some(from) = stretch.get(offset..) else { continue };
            let length = if from.len() % 4 == 1 { from.len() - 1 } else { from.len() };
            let Ok(plain) = engine.decode(&from[..length]) else { continue };
            all.extend(inflated(&plain));
            all.push(plain);
        }
    }
    all
}

/// RFC 1951, as far as it goes.
fn inflated(bytes: &[u8]) -> Option<Vec<u8>> {
    let (plain, _) = inflate(bytes, 100_000);
    (plain.len() >= 4).then_some(plain)
}

#[test]
fn each_encoding_is_undone() {
    let secret = "grace@example.com";
    for text in [
        format!("x{}y", encode(secret)),
        encode(format!("a{secret}")),
        encode(format!("ab{secret}")),
        encode(encode(format!("user: {}", secret.to_uppercase()))),
        "grace%40example.com%FF".to_owned(),
        r#"{"a":"{\"b\":\"gr\\u0061ce@example.com\"}"}"#.to_owned(),
    ] {
        assert!(holds(&text, secret.as_bytes()), "{text}");
    }
    assert!(!holds(&encode("grace@example.org"), secret.as_bytes()));
}
