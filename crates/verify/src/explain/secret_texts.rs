//! The same secret as another text: with a line end or without, with quotes or without, unescaped, without its name.

use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;

use super::{Attempt, Case, Tries};
use crate::check::SignatureRule;
use crate::named_value::{self, UNNAMED, unquoted};

/// Longer secrets are taken only as they are, in bytes.
const LONGEST: usize = 16 * 1024;

/// Another text of the secret, and what it says if it fits.
pub(super) struct SecretReading {
    pub id: &'static str,
    pub bytes: Vec<u8>,
    pub message: Cow<'static, str>,
}

impl SecretReading {
    pub(super) fn new(id: &'static str, bytes: impl Into<Vec<u8>>, message: impl Into<Cow<'static, str>>) -> Self {
        Self { id, bytes: bytes.into(), message: message.into() }
    }
}

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    of_all(case, other_texts)
}

/// The tries of each secret, without those that are the same bytes as an earlier one or as the secret itself.
pub(super) fn of_all(case: &Rc<Case>, of: fn(&[u8]) -> Vec<SecretReading>) -> Tries {
    let attempts = case.plain_attempts();
    let is_hmac = |attempt: &Attempt| matches!(attempt.rule, SignatureRule::Hmac(_));
    let Some(attempt) = attempts.into_iter().find(is_hmac) else { return Box::new(std::iter::empty()) };
    let secrets: Vec<Vec<u8>> = case.secrets().map(|(_, secret)| secret.to_vec()).collect();
    let mut seen: HashSet<Vec<u8>> = secrets.iter().cloned().collect();
    // The key text itself, where its reader left something out.
    let whole = case.key_text.as_deref().filter(|_| secrets.len() == 1).map(|text| SecretReading::new(
        "secret-as-pasted",
        text.as_bytes(),
        "It fits the whole text of the key as it was pasted, with everything around the secret. Take away there what does not belong to it, or add it here.",
    ));
    let is_short = |secret: &Vec<u8>| secret.len() <= LONGEST;
    let readings = secrets.into_iter().take(super::FEW_KEYS).filter(is_short).flat_map(move |secret| of(&secret));
    Box::new(readings.chain(whole).filter_map(move |reading| {
        let is_new = seen.insert(reading.bytes.clone());
        is_new.then(|| attempt.clone().secret(reading.bytes).named(reading.id, reading.message))
    }))
}

/// Each is a change that happens to secrets on their way.
pub(super) fn other_texts(secret: &[u8]) -> Vec<SecretReading> {
    let Ok(text) = std::str::from_utf8(secret) else { return Vec::new() };
    let mut texts = Vec::new();
    for (end, name) in [
        ("\n", "a line feed"),
        ("\r\n", "a carriage return and a line feed"),
        ("\r", "a carriage return"),
        (" ", "a blank"),
    ] {
        let message = format!(
            "It fits with a line end behind the secret ({name}). `echo` adds one, `echo -n` and `printf` do not, and editors end files with one: take it away where the secret is written, or trim it in the code that signs."
        );
        texts.push(match end {
            " " => SecretReading::new("secret-trailing-blank", format!("{text} "), "It fits with a blank behind the secret. Take it away where the secret is written, or trim it in the code that signs."),
            _ => SecretReading::new("secret-trailing-newline", format!("{text}{end}"), message),
        });
    }
    const TRIMMED: &str = "It fits without the blanks or line ends around the secret. One of the two programs trims it and the other does not: take them away where the secret is written.";
    for trimmed in [text.trim(), text.trim_end(), text.trim_end_matches(['\r', '\n']), text.trim_start()] {
        texts.push(SecretReading::new("secret-trimmed", trimmed, TRIMMED));
    }
    let trimmed = text.trim();
    if let Some(bare) = unquoted(trimmed) {
        texts.push(SecretReading::new("secret-unquoted", bare, "It fits without the quotes around the secret: one of the two programs takes them as part of it. Take them away where the secret is written."));
    }
    for quote in ['"', '\'', '`'] {
        let message = format!(
            "It fits with the quotes as part of the secret ({quote}…{quote}). The program that signs takes the quotes of its `.env` file or setting as part of it: take them away there."
        );
        texts.push(SecretReading::new("secret-quoted", format!("{quote}{trimmed}{quote}"), message));
    }
    let unnamed = named_value::values(trimmed).into_iter();
    texts.extend(unnamed.map(|value| SecretReading::new("secret-name-removed", value, UNNAMED)));
    if text.contains('\\') {
        texts.push(SecretReading::new("secret-unescaped", unescaped(text), "It fits once the backslashes are read as escapes: `\\n` as a line end, `\\\\` as one backslash. One of the two programs does so and the other does not."));
    }
    if text.contains(['\n', '\r', '"', '\\', '\t']) {
        let escaped = text
            .replace('\\', "\\\\")
            .replace('\n', "\\n")
            .replace('\r', "\\r")
            .replace('\t', "\\t")
            .replace('"', "\\\"");
        texts.push(SecretReading::new("secret-escaped", escaped, "It fits with escapes in place of line ends, quotes or backslashes: the program that signs takes `\\n` for two characters."));
        texts.push(SecretReading::new("secret-escaped", text.replace('\n', "\\n"), "It fits with `\\n` as two characters in place of the line ends: the program that signs does not read it as an escape."));
    }
    const LINE_ENDS: &str = "It fits with the other kind of line ends in the secret: Windows ends lines with two characters (CR LF), other systems with one (LF). Keep the secret on one line.";
    if text.contains('\n') {
        let plain = text.replace("\r\n", "\n");
        for changed in [plain.replace('\n', "\r\n"), plain.clone()] {
            texts.push(SecretReading::new("secret-line-ends", changed, LINE_ENDS));
        }
        texts.push(SecretReading::new("secret-line-ends", plain.replace('\n', ""), "It fits without the line ends in the secret: one of the two programs takes them out. Keep the secret on one line."));
    }
    if let Some(decoded) = percent_decoded(text) {
        texts.push(SecretReading::new("secret-percent-decoded", decoded, "It fits once the percent-encoding of the secret is undone: one of the two programs reads it from a URL. Write the secret as it is, or encode it for both."));
    }
    texts
}

/// The escapes that JSON, shells and `.env` files have.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let escaped = if character == '\\' { characters.next() } else { None };
        match escaped {
            None => out.push(character),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('u') => {
                let digits = characters.as_str().get(..4).unwrap_or_default();
                match u32::from_str_radix(digits, 16).ok().and_then(char::from_u32) {
                    Some(read) if digits.len() == 4 => {
                        out.push(read);
                        characters = characters.as_str().get(4..).unwrap_or_default().chars();
                    }
                    _ => out.push('u'),
                }
            }
            Some(other) => out.push(other),
        }
    }
    out
}

fn percent_decoded(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut is_encoded = false;
    let mut bytes = text.as_bytes();
    while let [first, rest @ ..] = bytes {
        bytes = rest;
        match (first, rest) {
            (b'%', [high, low, behind @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                out.extend(crate::hexadecimal::hexadecimal(&[*high, *low]).unwrap_or_default());
                is_encoded = true;
                bytes = behind;
            }
            _ => out.push(*first),
        }
    }
    is_encoded.then_some(out)
}
