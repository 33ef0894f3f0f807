//! Tokens for tests, made from their claims.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::decode::{Token, decode};

use super::registry;
use super::rules::{self, Finding, Severity};
use super::{Circumstances, describe, validity};

pub(crate) fn encode(text: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

/// The token of a text that has one shape of a token at least.
pub(crate) fn token_of(text: &str) -> Token {
    decode(text).tokens.into_iter().next().unwrap_or_else(|| panic!("no token in {text}"))
}

/// An HS256 token with these claims and some signature.
pub(crate) fn token_with(claims: &str) -> Token {
    token_from(r#"{"alg":"HS256","typ":"JWT"}"#, claims)
}

/// A token with some signature that is as long as those of its algorithm, 32 bytes where that is not known.
pub(crate) fn token_from(header: &str, payload: &str) -> Token {
    let unsigned = [encode(header), ".".to_owned(), encode(payload)].concat();
    let read = decode(&unsigned).tokens;
    let alg = read.first().and_then(|token| registry::algorithm(token.parameter("alg")?.as_str()?));
    let length = alg.and_then(|alg| alg.signature_bytes().first().copied()).unwrap_or(32);
    let signature: Vec<u8> = (0..length).map(|at| (at % 33 * 7 + 1) as u8).collect();
    token_of(&[unsigned, encode(signature)].join("."))
}

pub(crate) const NOW: i64 = 1_700_000_000;

pub(crate) fn findings(token: &Token) -> Vec<Finding> {
    let validity = validity::validity(token, NOW);
    let circumstances = Circumstances { now: NOW, ..Circumstances::default() };
    let description = describe::describe(token);
    let found =
        rules::findings(&rules::Subject { token, description: &description, validity: &validity, circumstances });
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
