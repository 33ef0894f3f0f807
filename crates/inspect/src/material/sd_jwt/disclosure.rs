//! One disclosure: its salt, its name, its value and its digest. RFC 9901 sections 4.2.1 to 4.2.3.

use crate::display::counted;
use crate::material::digest::{self, Hash};
use crate::problem::Problem;
use decode::json::{JsonKind, Value};
use decode::{Part, Span, Token, base64url};

use super::Disclosure;

/// RFC 9901 section 9.3: 128 bits at least.
const SALT_LENGTH: usize = 16;

pub(super) fn read(token: &Token, at: usize, part: &Part, hash: Option<Hash>) -> Disclosure {
    // The digest is that of the characters in the token, not of the JSON that they encode.
    let characters = part.span.in_str(&token.text).as_bytes();
    let mut disclosure = Disclosure {
        part: at,
        salt: None,
        name: None,
        value: None,
        digest: hash.map(|hash| digest::base64url(&hash.digest(characters))),
        place: None,
        is_cut: token.cut_part().is_some_and(|cut| cut.span == part.span),
        problems: Vec::new(),
        name_source: Span::default(),
    };
    if disclosure.is_cut {
        return disclosure;
    }
    if let Some(fault) = part.error() {
        let sentence = fault.kind.to_string();
        let span = if fault.kind.is_of_encoding() { Span::default() } else { fault.span };
        disclosure.malformed(span, format!("The disclosure cannot be read: {sentence}."));
        return disclosure;
    }
    let Some(value) = part.value() else { return disclosure };
    let JsonKind::Array(items) = &value.kind else {
        disclosure.malformed(value.span, format!("A disclosure must be an array, but this is {}.", value.type_name()));
        return disclosure;
    };
    match items.as_slice() {
        [salt, content] => disclosure.fill(salt, None, content),
        [salt, name, content] => disclosure.fill(salt, Some(name), content),
        _ => {
            let count = counted(items.len(), "element");
            disclosure.malformed(
                value.span,
                format!(
                    "A disclosure must have 2 elements (salt, value) or 3 (salt, name, value), but this has {count}."
                ),
            );
        }
    }
    disclosure
}

impl Disclosure {
    /// A disclosure that fits, but for what is wrong with salt or name.
    fn fill(&mut self, salt: &Value, name: Option<&Value>, content: &Value) {
        match salt.as_str() {
            Some(text) => {
                let length = salt_length(text);
                if length < SALT_LENGTH {
                    let length = counted(length, "byte");
                    let message = format!(
                        "The salt has {length}; at least 16 random ones are recommended, so that nobody can guess the value from its digest."
                    );
                    self.problem("sd-short-salt", salt.span, message);
                }
                self.salt = Some(text.to_owned());
            }
            None => self.malformed(salt.span, format!("The salt must be a string, but is {}.", salt.type_name())),
        }
        if let Some(name) = name {
            match name.as_str() {
                Some("_sd" | "...") => {
                    self.problem(
                        "sd-reserved-name",
                        name.span,
                        "The name of a disclosed claim may not be `_sd` or `...`: a verifier must reject the token.",
                    );
                }
                Some(_) => {}
                None => self.malformed(name.span, format!("The name must be a string, but is {}.", name.type_name())),
            }
            self.name = name.as_str().map(str::to_owned);
            self.name_source = name.span;
        }
        self.value = Some(content.span);
    }

    fn malformed(&mut self, span: Span, message: impl Into<String>) {
        self.problem("sd-malformed-disclosure", span, message);
    }

    pub(super) fn problem(&mut self, id: &'static str, span: Span, message: impl Into<String>) {
        if self.problems.len() < super::PROBLEM_LIMIT {
            self.problems.push(Problem::new(id, super::severity_of(id), span, message));
        }
    }

    /// Whether a verifier could use it.
    pub(super) fn is_sound(&self) -> bool {
        self.value.is_some()
            && !self.problems.iter().any(|problem| matches!(problem.id, "sd-malformed-disclosure" | "sd-reserved-name"))
    }
}

/// The number of bytes that the salt encodes, or of the text itself if it is not base64url.
fn salt_length(salt: &str) -> usize {
    let decoded = base64url::decode(salt);
    let is_plain = decoded.faults.iter().all(|fault| fault.kind.is_soft());
    if is_plain { decoded.bytes.len() } else { salt.len() }
}
