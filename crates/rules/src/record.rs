//! What there is to say about a finding, whatever token it is found in.

use guide::Question;
use inspect::Severity;

/// Everything there is to say about one finding, whatever token it is found in.
#[derive(Debug)]
pub struct Record {
    /// Stable for ever, kebab-case, named for the thing flagged.
    pub id: &'static str,
    /// The gravest that it can have. [`Evidence`](crate::Evidence) may state a lesser one.
    pub severity: Severity,
    pub title: &'static str,
    /// Why it matters, in full sentences.
    pub why: &'static str,
    /// What to do, in full sentences.
    pub advice: &'static str,
    pub references: &'static [&'static str],
    /// Where the guide explains it.
    pub guide: Question,
}

/// The record with this id, of those that one rule has.
pub(crate) fn find(records: &[&'static Record], id: &str) -> Option<&'static Record> {
    records.iter().find(|record| record.id == id).copied()
}
