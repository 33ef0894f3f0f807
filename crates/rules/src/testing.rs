//! What the rules find in a token, for their tests.

use decode::Token;
use inspect::{Context, Evaluation, Severity, describe, validity};

pub(crate) use test_tokens::{NOW, encode, token_from, token_of, token_with};

use crate::Finding;

/// What is found at [`NOW`].
pub(crate) fn findings(token: &Token) -> Vec<Finding> {
    findings_in(token, Context { now: NOW, ..Context::default() })
}

pub(crate) fn findings_in(token: &Token, context: Context) -> Vec<Finding> {
    let validity = validity::validity(token, context.now);
    let description = describe::describe(token);
    let found = crate::findings(&Evaluation { token, description: &description, validity: &validity, context });
    found.iter().for_each(assert_declared);
    found
}

/// A rule says which ids and severities its findings can have.
#[track_caller]
fn assert_declared(finding: &Finding) {
    let fits = |known: &str| match known.split_once('*') {
        Some((before, behind)) => finding.id.starts_with(before) && finding.id.ends_with(behind),
        None => finding.id == known,
    };
    let letter = finding.severity.name().get(..1).unwrap_or_default();
    let severities = finding.rule.ids().find(|(id, _)| fits(id)).map(|(_, severities)| severities);
    let is_declared = severities.is_some_and(|letters| letters.is_empty() || letters.contains(letter));
    assert!(is_declared, "{}: add `{}:{letter}` to `members`", finding.rule.id, finding.id);
}

/// Those that are more than remarks.
pub(crate) fn grave_findings(token: &Token) -> Vec<Finding> {
    findings(token).into_iter().filter(|finding| finding.severity < Severity::Info).collect()
}

/// The findings of one rule: their ids, places and messages.
pub(crate) fn found_by(rule: &str, token: &Token) -> Vec<(String, String, String)> {
    let of_rule = findings(token).into_iter().filter(|finding| finding.rule.id == rule);
    of_rule.map(|finding| (finding.id.to_string(), finding.place.pointer(), finding.message)).collect()
}

/// One finding by the rule, with this id at this place and exactly this message.
#[track_caller]
pub(crate) fn check(rule: &str, token: &Token, id: &str, place: &str, message: &str) {
    assert_eq!(found_by(rule, token), [(id.to_owned(), place.to_owned(), message.to_owned())]);
}

#[track_caller]
pub(crate) fn check_quiet(rule: &str, token: &Token) {
    assert_eq!(found_by(rule, token), []);
}
