//! A line of the answer while it is being written, with what the sentence over all lines needs.

use decode::json::{JsonKind, Value};
use inspect::display::quoted;

use super::held_claims::{HeldClaims, NAME};
use crate::{ExpectationKind, ExpectationOutcome, JudgedExpectation};

/// The most characters of a value in a comment in code.
const SAID: usize = 100;

pub(super) struct JudgedLine {
    pub kind: ExpectationKind,
    pub outcome: ExpectationOutcome,
    pub said: Option<String>,
    /// As it stands in the token, where that is a text.
    pub said_exactly: Option<String>,
    pub expected: Vec<String>,
    pub reason: Option<String>,
    pub fix: Option<String>,
    /// What the sentence over all lines says of it. None where another line says it.
    pub refusal: Option<Refusal>,
    /// Why some services would refuse the token and others would not. Each a part of a sentence.
    pub cautions: Vec<String>,
    /// It says that its claim stands there several times.
    pub repeats: bool,
}

/// Why a service would refuse a token, as a part of a sentence.
pub(super) enum Refusal {
    /// "the audience", which differs.
    Differs(String),
    /// "`sub`", which is missing.
    Missing(String),
    /// "it has expired"
    Because(String),
}

impl JudgedLine {
    fn new(kind: ExpectationKind, outcome: ExpectationOutcome) -> Self {
        Self {
            kind,
            outcome,
            said: None,
            said_exactly: None,
            expected: Vec::new(),
            reason: None,
            fix: None,
            refusal: None,
            cautions: Vec::new(),
            repeats: false,
        }
    }

    pub fn met(kind: ExpectationKind) -> Self {
        Self::new(kind, ExpectationOutcome::Met)
    }

    pub fn not_met(kind: ExpectationKind, refusal: Refusal, reason: impl Into<String>) -> Self {
        Self { refusal: Some(refusal), ..Self::new(kind, ExpectationOutcome::NotMet).because(reason) }
    }

    /// There are no claims, which the line on the time says for all.
    pub fn no_claims(kind: ExpectationKind, name: &str) -> Self {
        Self::new(kind, ExpectationOutcome::NotMet).because(super::claim::NO_OBJECT).saying_nothing(name)
    }

    pub fn not_checked(kind: ExpectationKind, reason: impl Into<String>) -> Self {
        Self::new(kind, ExpectationOutcome::NotChecked).because(reason)
    }

    pub fn because(self, reason: impl Into<String>) -> Self {
        Self { reason: Some(reason.into()), ..self }
    }

    pub fn because_if(self, reason: Option<String>) -> Self {
        Self { reason: reason.or(self.reason), ..self }
    }

    /// One more sentence of the reason.
    pub fn adding(self, sentence: &str) -> Self {
        let reason = match self.reason {
            Some(reason) => format!("{reason} {sentence}"),
            None => sentence.to_owned(),
        };
        Self { reason: Some(reason), ..self }
    }

    /// Some services refuse the token for this.
    pub fn cautioning(mut self, clause: impl Into<String>) -> Self {
        self.cautions.push(clause.into());
        self
    }

    /// Of several members with one name the last was taken, and an earlier one gives another answer.
    pub fn repeating(self, name: &str) -> Self {
        let name = quoted(name, NAME);
        let line = self.adding(&format!(
            "{name} stands in it several times. The last one is taken here, but libraries differ in which one they take, and \
             may refuse the token (RFC 7519 section 4)."
        ));
        Self { repeats: true, ..line.cautioning(format!("{name} stands in it several times")) }
    }

    pub fn expecting(self, expected: &[String]) -> Self {
        Self { expected: expected.to_vec(), ..self }
    }

    /// The token has nothing by this name.
    pub fn saying_nothing(self, name: &str) -> Self {
        Self { said: Some(format!("no {}", quoted(name, SAID))), ..self }
    }

    /// The token says this.
    pub fn saying_text(self, text: &str) -> Self {
        Self { said: Some(quoted(text, SAID)), said_exactly: Some(text.to_owned()), ..self }
    }

    /// The token says this, which may be no text.
    pub fn saying(self, claims: &HeldClaims, value: &Value) -> Self {
        let exactly = match &value.kind {
            JsonKind::String(text) => return self.saying_text(&text.text),
            JsonKind::Array(values) => values.iter().find_map(Value::as_str).map(str::to_owned),
            _ => None,
        };
        Self { said: Some(quoted(&claims.source(value), SAID)), said_exactly: exactly, ..self }
    }
}

impl From<JudgedLine> for JudgedExpectation {
    fn from(line: JudgedLine) -> Self {
        let JudgedLine { kind, outcome, said, reason, fix, .. } = line;
        Self { kind, outcome, said, reason, fix }
    }
}
