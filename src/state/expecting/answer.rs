//! What the expectations come to, read from the JSON in which it comes.

use decode::json::{self, JsonKind, Value};
use expectations::NOTHING_AGAINST;
use share::report::ReportedExpectations;

use super::form::ExpectationForm;
use crate::state::check_answer::{items, text};

/// The whole answer to one request.
#[derive(Debug, PartialEq)]
pub struct ServiceAnswer {
    /// As the report has it.
    pub reported: ReportedExpectations,
    pub would_refuse: bool,
    /// "A service that expects this would refuse it: the audience differs."
    pub sentence: String,
    /// Full sentences.
    pub not_checked: Vec<String>,
    pub lines: Vec<AnsweredLine>,
    pub profiles: Vec<OfferedProfile>,
    /// The id of the profile that the token looks like.
    pub likely: Option<String>,
    /// What the starting point gives that was asked for.
    pub filled: Option<ExpectationForm>,
    pub libraries: Vec<OfferedLibrary>,
    pub code: Option<OfferedCode>,
    /// For each of the other tokens, why it would be refused.
    pub others: Vec<Option<String>>,
}

/// One expectation, held against the token.
#[derive(Debug, PartialEq)]
pub struct AnsweredLine {
    /// As the report names it: `issuer`, `claim`.
    pub expectation: String,
    pub claim: Option<String>,
    pub outcome: LineOutcome,
    pub reason: Option<String>,
    pub fix: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineOutcome {
    Met,
    NotMet,
    NotChecked,
}

/// A starting point.
#[derive(Debug, PartialEq)]
pub struct OfferedProfile {
    pub id: String,
    pub name: String,
    /// The address of the documentation.
    pub reference: String,
    pub note: String,
}

/// A library for which there is code.
#[derive(Debug, PartialEq)]
pub struct OfferedLibrary {
    pub id: String,
    pub name: String,
    pub version: String,
    pub reference: String,
    /// Whether the tests of this page run its code.
    pub is_run: Option<bool>,
}

#[derive(Debug, PartialEq, Default)]
pub struct OfferedCode {
    pub lines: Vec<OfferedCodeLine>,
    pub notes: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub struct OfferedCodeLine {
    pub text: String,
    /// What the token says there, as a comment that is no part of the code.
    pub said: Option<String>,
    pub refuses: bool,
}

impl ServiceAnswer {
    /// Err holds a sentence: what is wrong with the request, or that this is no answer.
    pub fn read(answer: &str) -> Result<Self, String> {
        let unread = || "The answer could not be read.".to_owned();
        let document = json::read(answer.as_bytes()).value.ok_or_else(unread)?;
        if let Some(error) = text(&document, "error") {
            return Err(error);
        }
        Self::of_document(&document, answer).ok_or_else(unread)
    }

    fn of_document(document: &Value, source: &str) -> Option<Self> {
        let answer = document.member("answer")?;
        Some(Self {
            reported: ReportedExpectations::read(answer, source),
            would_refuse: match answer.member("verdict")?.as_str()? {
                "would-refuse" => true,
                "nothing-against" => false,
                _ => return None,
            },
            sentence: text(answer, "sentence")?,
            not_checked: texts(answer.member("notChecked")),
            lines: items(answer.member("lines")).map(line).collect::<Option<_>>()?,
            profiles: items(document.member("profiles")).filter_map(profile).collect(),
            likely: text(document, "likelyProfile"),
            filled: document
                .member("filled")
                .filter(|filled| matches!(filled.kind, JsonKind::Object(_)))
                .map(|filled| ExpectationForm::of_json(filled, source)),
            libraries: items(document.member("libraries")).filter_map(library).collect(),
            code: document.member("code").filter(|code| matches!(code.kind, JsonKind::Object(_))).map(code),
            others: items(document.member("others")).map(|other| other.as_str().map(str::to_owned)).collect(),
        })
    }

    /// All that was looked at is met, for every service.
    pub fn is_without_reservation(&self) -> bool {
        self.sentence == NOTHING_AGAINST
    }

    pub fn profile(&self, id: &str) -> Option<&OfferedProfile> {
        self.profiles.iter().find(|profile| profile.id == id)
    }

    pub fn library(&self, id: Option<&str>) -> Option<&OfferedLibrary> {
        match id {
            Some(id) => self.libraries.iter().find(|library| library.id == id),
            None => self.libraries.first(),
        }
    }
}

impl OfferedCode {
    pub fn text(&self) -> String {
        self.lines.iter().map(|line| line.text.clone() + "\n").collect()
    }
}

fn line(line: &Value) -> Option<AnsweredLine> {
    Some(AnsweredLine {
        expectation: text(line, "expectation")?,
        claim: text(line, "claim"),
        outcome: match line.member("outcome")?.as_str()? {
            "met" => LineOutcome::Met,
            "not-met" => LineOutcome::NotMet,
            "not-checked" => LineOutcome::NotChecked,
            _ => return None,
        },
        reason: text(line, "reason"),
        fix: text(line, "fix"),
    })
}

fn profile(profile: &Value) -> Option<OfferedProfile> {
    Some(OfferedProfile {
        id: text(profile, "id")?,
        name: text(profile, "name")?,
        reference: text(profile, "reference").unwrap_or_default(),
        note: text(profile, "note").unwrap_or_default(),
    })
}

fn library(library: &Value) -> Option<OfferedLibrary> {
    Some(OfferedLibrary {
        id: text(library, "id")?,
        name: text(library, "name")?,
        version: text(library, "version").unwrap_or_default(),
        reference: text(library, "reference").unwrap_or_default(),
        is_run: library.member("isRun").map(|_| is_true(library, "isRun")),
    })
}

fn code(code: &Value) -> OfferedCode {
    let line = |line: &Value| {
        Some(OfferedCodeLine { text: text(line, "text")?, said: text(line, "said"), refuses: is_true(line, "refuses") })
    };
    OfferedCode { lines: items(code.member("lines")).filter_map(line).collect(), notes: texts(code.member("notes")) }
}

fn texts(list: Option<&Value>) -> Vec<String> {
    items(list).filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

fn is_true(value: &Value, name: &str) -> bool {
    matches!(value.member(name), Some(Value { kind: JsonKind::Bool(true), .. }))
}
