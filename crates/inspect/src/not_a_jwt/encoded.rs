//! Base64 of something, or a string that somebody drew at random.

use super::cookies::is_zlib;
use super::known::TextKind;
use super::what_to_do::WhatToDo;
use super::{CharacterClass, PastedText, RecognisedText, by_what_it_says, bytes_of, is_made_of, readable};

/// The first characters of the base64 of well-known kinds of data.
const BEGINNINGS: [(&str, &str); 8] = [
    ("H4sI", "gzip data"),
    ("KLUv/", "Zstandard data"),
    ("UEsDB", "a ZIP archive"),
    ("JVBERi", "a PDF document"),
    ("iVBORw0KGg", "a PNG picture"),
    ("/9j/", "a JPEG picture"),
    ("rO0AB", "a serialized Java object"),
    ("MII", "a certificate, a key or something else in DER"),
];

/// Shorter texts are words as often as anything else, in characters.
const SHORTEST: usize = 16;

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    let text = subject.bare;
    // Wrapped lines belong together, words do not.
    if text.len() < SHORTEST || text.contains([' ', '\t']) {
        return None;
    }
    let joined: String = text.split_ascii_whitespace().collect();
    base64(&joined).or_else(|| random(&joined).filter(|_| is_one_stretch(text)))
}

/// Whether it is one line, or lines that were wrapped at one width: a list of short ones is no token.
pub(super) fn is_one_stretch(text: &str) -> bool {
    let mut lines = text.lines().map(|line| line.trim_ascii().len());
    let first = lines.next().unwrap_or_default();
    let is_wrapped = first >= 60 && lines.by_ref().all(|length| length <= first);
    is_wrapped || text.lines().nth(1).is_none()
}

fn base64(text: &str) -> Option<RecognisedText> {
    let bytes = bytes_of(text)?;
    let size = text.trim_end_matches('=').len().saturating_mul(3) / 4;
    let of = |what: &str| {
        let sentence = format!("It decodes to {size} bytes: {what}.");
        Some(TextKind::Base64.recognised().saying(&sentence))
    };
    let Some(inside) = beginning_of_text(&bytes) else {
        let kind = BEGINNINGS.iter().find(|(beginning, _)| text.starts_with(beginning)).map(|(_, kind)| *kind);
        return of(kind.or_else(|| is_zlib(&bytes).then_some("zlib data")).filter(|_| text.len() >= 24)?);
    };
    let mut found = of("text")?;
    // Once: what is encoded twice would be asked for again and again.
    if let Some(known) = by_what_it_says(&PastedText::of(inside)) {
        found = found.saying(&format!("What is inside looks like {}.", known.name));
        (found.advice, found.is_secret) = (known.advice, known.is_secret);
    } else if may_be_secret(inside) {
        found = found.saying("What is inside may be a secret, so it is not shown here.");
        (found.advice, found.is_secret) = WhatToDo::RevokeIfSeen.advice();
    }
    let shown = readable(inside.as_bytes()).filter(|_| !found.is_secret);
    Some(found.showing(shown))
}

/// Text that bytes begin with, where all of them are text, or all but a character that was cut.
fn beginning_of_text(bytes: &[u8]) -> Option<&str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(fault) if fault.error_len().is_none() => std::str::from_utf8(bytes.get(..fault.valid_up_to())?).ok()?,
        Err(_) => return None,
    };
    let is_text = text.len() >= 10 && text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    is_text.then_some(text)
}

/// A user name and a password, or another token.
fn may_be_secret(text: &str) -> bool {
    let is_one_word = !text.trim().contains(char::is_whitespace);
    is_one_word
        && !text.starts_with(['{', '[', '<'])
        && (text.starts_with("eyJ") || text.split_once(':').is_some_and(|(_, rest)| !rest.starts_with("//")))
}

/// Letters and digits in an order that no word has.
fn random(text: &str) -> Option<RecognisedText> {
    if text.len() > 4096 || !is_made_of(text, CharacterClass::AnyBase64) || text.contains("%") {
        return None;
    }
    let mut counts = [0_usize; 4];
    let mut changes: usize = 0;
    let mut before = None;
    for byte in text.bytes() {
        let class = match byte {
            b'0'..=b'9' => 0,
            b'a'..=b'z' => 1,
            b'A'..=b'Z' => 2,
            _ => 3,
        };
        if let Some(count) = counts.get_mut(class) {
            *count += 1;
        }
        changes += usize::from(before.is_some_and(|before| before != class));
        before = Some(class);
    }
    let [digits, small, capital, other] = counts;
    let is_mixed = digits >= 2 && small >= 2 && (capital >= 2 || text.len() >= 20 && digits >= 4);
    // In random base64 almost two thirds of the characters differ in class from the character before.
    let is_random = is_mixed && changes * 20 >= text.len() * 9 && other * 8 <= text.len();
    (is_random).then(|| TextKind::OpaqueToken.recognised())
}
