//! The sentence over all lines, and what they say nothing about.

use decode::Token;
use inspect::display::{first_listed, listed, quoted};

use super::KnownSignature;
use super::held_claims::NAME;
use super::judged_line::{JudgedLine, Refusal};
use super::signature::{is_unsigned, why_not_checked};
use super::token::{ENCRYPTED, is_encrypted, is_missing};
use crate::{ExpectationKind, ExpectationOutcome, Expectations, ServiceVerdict};

/// The most names in the sentence.
const NAMES: usize = 4;

/// Everything was met, and only a signature without a key was not checked.
pub const NOTHING_AGAINST: &str = "Nothing here would make a service refuse it.";
/// Some of it was not checked.
const NOTHING_CHECKED_AGAINST: &str = "Nothing that was checked would make a service refuse it.";

pub(super) fn verdict(lines: &[JudgedLine]) -> ServiceVerdict {
    match lines.iter().any(|line| line.outcome == ExpectationOutcome::NotMet) {
        true => ServiceVerdict::WouldRefuse,
        false => ServiceVerdict::NothingAgainst,
    }
}

pub(super) fn of(token: &Token, signature: KnownSignature, lines: &[JudgedLine]) -> String {
    let (mut differing, mut missing, mut reasons) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        match &line.refusal {
            Some(Refusal::Differs(what)) => differing.push(what.clone()),
            Some(Refusal::Missing(what)) => missing.push(what.clone()),
            Some(Refusal::Because(why)) => reasons.push((&line.kind, why.clone())),
            None => {}
        }
    }
    let is_first = |kind: &ExpectationKind| matches!(kind, ExpectationKind::Token | ExpectationKind::Time);
    let (first, others): (Vec<_>, Vec<_>) = reasons.into_iter().partition(|(kind, _)| is_first(kind));
    let clauses = first.into_iter().map(|(_, why)| why);
    let clauses =
        clauses.chain(clause(&differing, "differs", "differ")).chain(clause(&missing, "is missing", "are missing"));
    let clauses: Vec<String> = clauses.chain(others.into_iter().map(|(_, why)| why)).collect();
    match &*clauses {
        [] => without_refusal(token, signature, lines),
        [only] if only == ENCRYPTED => format!("A service that expects a signed token would refuse it: {only}."),
        _ => format!("A service that expects this would refuse it: {}.", joined(&clauses)),
    }
}

/// No service is known to refuse it.
fn without_refusal(token: &Token, signature: KnownSignature, lines: &[JudgedLine]) -> String {
    let mut cautions: Vec<String> = lines.iter().flat_map(|line| line.cautions.clone()).collect();
    let is_asked = |kind: ExpectationKind| lines.iter().any(|line| line.kind == kind);
    if signature == KnownSignature::DoesNotFit && !is_asked(ExpectationKind::Signature) {
        cautions.push("its signature fits none of the keys that were tried".to_owned());
    }
    // A signature that was not checked is told of below.
    let is_unchecked =
        |line: &JudgedLine| line.outcome == ExpectationOutcome::NotChecked && line.kind != ExpectationKind::Signature;
    match () {
        () if is_encrypted(token) && is_asked(ExpectationKind::Token) => {
            "It is encrypted, so its claims could not be checked. A service that expects a signed token would refuse it."
                .to_owned()
        }
        () if !cautions.is_empty() => format!("Some services would refuse it: {}.", joined(&cautions)),
        () if lines.iter().any(is_unchecked) => NOTHING_CHECKED_AGAINST.to_owned(),
        () => NOTHING_AGAINST.to_owned(),
    }
}

fn joined(clauses: &[String]) -> String {
    match clauses {
        [_, _, _, ..] => clauses.join("; "),
        _ => listed(clauses, ", and "),
    }
}

/// "the issuer and the audience differ"
fn clause(names: &[String], verb: &str, plural: &str) -> Option<String> {
    let first = names.first()?;
    let verb = if names.len() > 1 || first.starts_with("the scopes") { plural } else { verb };
    Some(format!("{} {verb}", first_listed(names.iter().cloned(), NAMES, " and ")))
}

/// Each a full sentence.
pub(super) fn not_checked(
    token: &Token,
    expectations: &Expectations,
    signature: KnownSignature,
    lines: &[JudgedLine],
) -> Vec<String> {
    let is_unchecked =
        |line: &&JudgedLine| line.outcome == ExpectationOutcome::NotChecked && line.kind != ExpectationKind::Signature;
    let (of_token, unchecked): (Vec<_>, Vec<_>) =
        lines.iter().filter(is_unchecked).partition(|line| line.kind == ExpectationKind::Token);
    let unchecked: Vec<String> = unchecked.into_iter().map(|line| name(&line.kind)).collect();
    let is_refused = lines.iter().any(|line| line.kind == ExpectationKind::Token && line.refusal.is_some());
    let why = why_not_checked(token, signature);
    let is_told = of_token.iter().any(|line| line.reason.as_deref() == Some(why));
    let open = [
        (expectations.issuers.is_empty(), "the issuer"),
        (expectations.audiences.is_empty(), "the audience"),
        (expectations.algorithms.is_empty(), "the algorithm"),
    ];
    let open: Vec<String> = open.into_iter().filter(|(is_open, _)| *is_open).map(|(_, name)| name.to_owned()).collect();
    let is_judged = lines
        .iter()
        .any(|line| line.kind == ExpectationKind::Signature && line.outcome != ExpectationOutcome::NotChecked);
    let signature_sentence = match signature {
        _ if is_judged || is_told => None,
        KnownSignature::FitsPastedKey => None,
        KnownSignature::DoesNotFit => {
            Some("The signature fits none of the keys that were tried, but you do not expect that it does.".to_owned())
        }
        _ if is_refused && (is_unsigned(token, signature) || is_missing(token, signature)) => None,
        _ if is_unsigned(token, signature) => Some("It is not signed, but you do not expect that it is.".to_owned()),
        _ => Some(format!("The signature was not checked. {why}")),
    };
    let mut sentences = Vec::new();
    if !unchecked.is_empty() {
        let (verb, whose) = if unchecked.len() == 1 { ("was", "its line says") } else { ("were", "their lines say") };
        let names = capitalised(&listed(&unchecked, " and "));
        sentences.push(format!("{names} {verb} not checked: {whose} why."));
    }
    if !open.is_empty() {
        sentences.push(format!("Any value will do here for {}.", listed(&open, " and ")));
    }
    sentences.extend(of_token.into_iter().filter_map(|line| line.reason.clone()));
    sentences.extend(signature_sentence);
    sentences.push("A token does not say whether it was revoked.".to_owned());
    sentences
        .push("What only the service knows, such as whether the account still exists, is not checked here.".to_owned());
    sentences
}

fn name(kind: &ExpectationKind) -> String {
    match kind {
        ExpectationKind::Token => "the token".to_owned(),
        ExpectationKind::Issuer => "the issuer".to_owned(),
        ExpectationKind::Audience => "the audience".to_owned(),
        ExpectationKind::Algorithm => "the algorithm".to_owned(),
        ExpectationKind::Type => "the type".to_owned(),
        ExpectationKind::Time => "the time".to_owned(),
        ExpectationKind::Lifetime => "the lifetime".to_owned(),
        ExpectationKind::Claim(name) => quoted(name, NAME),
        ExpectationKind::Scope => "the scope".to_owned(),
        ExpectationKind::Signature => "the signature".to_owned(),
    }
}

pub(super) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
