//! A rule and what it finds.

use std::borrow::Cow;

use inspect::severity::Severity;

use super::{Evaluation, Evidence, Place};

/// Something to look for, with everything there is to say about it.
#[derive(Debug)]
pub struct Rule {
    /// Stable for ever, kebab-case, named for the thing flagged.
    pub id: &'static str,
    pub title: &'static str,
    pub severity: Severity,
    /// Why it matters, in full sentences.
    pub why: &'static str,
    /// What to do, in full sentences.
    pub advice: &'static str,
    pub references: &'static [&'static str],
    /// The ids of a family of near-identical findings, with a colon and the first letters of the severities that each can
    /// have: `kid-sql:E`. A `*` stands for a claim, a kind of token, or one of several problems. Empty where the rule's own
    /// id and severity are all there is.
    pub members: &'static str,
    pub(super) check: fn(&Evaluation) -> Vec<Evidence>,
}

impl Rule {
    /// The ids of its findings, each with the letters of its severities.
    pub fn ids(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let own = Some((self.id, "")).filter(|_| self.members.is_empty());
        own.into_iter().chain(self.members.split(' ').filter_map(|member| member.split_once(':')))
    }
}

/// A rule that fired.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule's, or for a family of near-identical ones the member's: `exp-in-milliseconds`.
    pub id: Cow<'static, str>,
    pub rule: &'static Rule,
    pub severity: Severity,
    /// A full sentence or two, with the actual values.
    pub message: String,
    pub place: Place,
}

impl Finding {
    pub(super) fn new(rule: &'static Rule, evidence: Evidence) -> Self {
        let Evidence { id, severity, message, place } = evidence;
        let id = id.map_or(Cow::Borrowed(rule.id), Cow::Owned);
        Self { id, rule, severity: severity.unwrap_or(rule.severity), message, place }
    }
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.message == other.message && self.place == other.place
    }
}
