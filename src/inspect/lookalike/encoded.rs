//! Base64 of something, or a string that somebody drew at random.

use super::cookies::is_zlib;
use super::{
    ASK_ITS_ISSUER, Lookalike, NOTHING_TO_DO, SECRET, Subject, beginning_of, by_what_it_says, bytes_of, is_made_of,
    readable,
};

/// `first bytes in hexadecimal|what they begin`.
const MAGIC_NUMBERS: &str = "\
1f8b08|gzip data
28b52ffd|Zstandard data
504b0304|a ZIP archive
25504446|a PDF document
89504e47|a PNG picture
ffd8ff|a JPEG picture
aced0005|a serialized Java object
3082|a certificate, a key or something else in DER
";

/// Shorter texts are words as often as anything else, in characters.
const SHORTEST: usize = 16;

pub(super) fn recognise(subject: &Subject) -> Option<Lookalike> {
    let text = subject.bare;
    // Wrapped lines belong together, words do not.
    if text.len() < SHORTEST || text.contains([' ', '\t']) {
        return None;
    }
    let joined;
    let text = if text.contains(['\r', '\n']) {
        joined = text.split_ascii_whitespace().collect::<String>();
        joined.as_str()
    } else {
        text
    };
    base64(text).or_else(|| random(text))
}

fn base64(text: &str) -> Option<Lookalike> {
    let bytes = bytes_of(text)?;
    let size = (text.trim_end_matches('=').len() / 4 * 3 + text.trim_end_matches('=').len() % 4 * 3 / 4).to_string();
    let of = |what: &str| ["It is base64 of ", &size, " bytes: ", what, "."].concat();
    let found = |name, message, advice, is_secret, inside| {
        Some(Lookalike { id: "looks-like-base64", name, message, advice, is_secret, inside })
    };
    if let Some(inside) = beginning_of_text(&bytes) {
        // Once: what is encoded twice would be asked for again and again.
        return match by_what_it_says(&Subject::of(&inside)) {
            Some(known) => {
                let message = [&of("text"), " What is inside looks like ", known.name, "."].concat();
                let shown = if known.is_secret { None } else { readable(inside.as_bytes()) };
                found("base64", message, known.advice, known.is_secret, shown)
            }
            None if may_be_secret(&inside) => {
                let message = [&of("text"), " What is inside may be a secret, so it is not shown here."].concat();
                found("base64", message, SECRET, true, None)
            }
            None => found("base64", of("text"), NOTHING_TO_DO, false, readable(inside.as_bytes())),
        };
    }
    let kind = MAGIC_NUMBERS.lines().find_map(|line| {
        let (magic, kind) = line.split_once('|')?;
        let start: String = bytes.iter().take(magic.len() / 2).map(|byte| hex(*byte)).collect();
        (start == magic).then_some(kind)
    });
    let kind = kind.or_else(|| is_zlib(&bytes).then_some("zlib data")).filter(|_| text.len() >= 24)?;
    found("base64", of(kind), NOTHING_TO_DO, kind.ends_with("DER"), None)
}

fn hex(byte: u8) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| DIGITS.get(usize::from(value)).map_or('0', |digit| char::from(*digit));
    [digit(byte >> 4), digit(byte & 15)].iter().collect()
}

/// Text that bytes begin with, where all of them are text, or all but a character that was cut.
fn beginning_of_text(bytes: &[u8]) -> Option<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(fault) if fault.error_len().is_none() => std::str::from_utf8(bytes.get(..fault.valid_up_to())?).ok()?,
        Err(_) => return None,
    };
    let is_text = text.len() >= 10 && text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    is_text.then(|| beginning_of(text).to_owned())
}

/// A user name and a password, or another token.
fn may_be_secret(text: &str) -> bool {
    let is_one_word = !text.trim().contains(char::is_whitespace);
    is_one_word && (text.starts_with("eyJ") || text.split_once(':').is_some_and(|(_, rest)| !rest.starts_with("//")))
}

/// Letters and digits in an order that no word has.
fn random(text: &str) -> Option<Lookalike> {
    if text.len() > 4096 || !is_made_of(text, "b") || text.contains('%') {
        return None;
    }
    let class = |byte: u8| match byte {
        b'0'..=b'9' => 0,
        b'a'..=b'z' => 1,
        b'A'..=b'Z' => 2,
        _ => 3,
    };
    let count = |wanted| text.bytes().filter(|byte| class(*byte) == wanted).count();
    let changes = text.as_bytes().windows(2).filter(|pair| matches!(pair, [a, b] if class(*a) != class(*b))).count();
    // Of random base64 almost two thirds of the characters are of another class than the one before.
    let is_mixed = count(0) >= 2 && count(1) >= 2 && (count(2) >= 2 || text.len() >= 20 && count(0) >= 4);
    let is_random = is_mixed && changes * 20 >= text.len() * 9 && count(3) * 8 <= text.len();
    is_random.then(|| Lookalike {
        id: "looks-like-opaque-token",
        name: "an opaque token",
        message:
            "It could be the ID of a session, a reference token, a key or a password: letters and digits in no order \
                  that says more."
                .to_owned(),
        advice: ASK_ITS_ISSUER,
        is_secret: true,
        inside: None,
    })
}
