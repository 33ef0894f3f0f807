//! The sentence over all lines, and what they say nothing about.

use decode::Token;
use inspect::display::{listed, quoted};

use super::KnownSignature;
use super::critical;
use super::held_claims::NAME;
use super::judged_line::{JudgedLine, Refusal};
use super::signature::{is_unsigned, why_not_checked};
use crate::{ExpectationKind, ExpectationOutcome, Expectations, ServiceVerdict};

/// The most names in the sentence.
const NAMES: usize = 4;

const NOTHING_AGAINST: &str = "Nothing here would make a service refuse it.";

pub(super) fn verdict(lines: &[JudgedLine]) -> ServiceVerdict {
    match lines.iter().any(|line| line.outcome == ExpectationOutcome::NotMet) {
        true => ServiceVerdict::WouldRefuse,
        false => ServiceVerdict::NothingAgainst,
    }
}

pub(super) fn of(lines: &[JudgedLine]) -> String {
    let (mut differing, mut missing, mut reasons) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        match &line.refusal {
            Some(Refusal::Differs(what)) => differing.push(what.clone()),
            Some(Refusal::Missing(what)) => missing.push(what.clone()),
            Some(Refusal::Because(why)) => reasons.push((&line.kind, why.clone())),
            None => {}
        }
    }
    let (times, others): (Vec<_>, Vec<_>) = reasons.into_iter().partition(|(kind, _)| **kind == ExpectationKind::Time);
    let clauses = times.into_iter().map(|(_, why)| why);
    let clauses =
        clauses.chain(clause(&differing, "differs", "differ")).chain(clause(&missing, "is missing", "are missing"));
    let clauses: Vec<String> = clauses.chain(others.into_iter().map(|(_, why)| why)).collect();
    match &*clauses {
        [] => NOTHING_AGAINST.to_owned(),
        [_, _, _, ..] => {
            let clauses = clauses.join("; ");
            format!("A service that expects this would refuse it: {clauses}.")
        }
        _ => format!("A service that expects this would refuse it: {}.", listed(&clauses, ", and ")),
    }
}

/// "the issuer and the audience differ"
fn clause(names: &[String], verb: &str, plural: &str) -> Option<String> {
    let first = names.first()?;
    let verb = if names.len() > 1 || first.starts_with("the scopes") { plural } else { verb };
    let more = names.len().saturating_sub(NAMES);
    let mut shown = names.iter().take(NAMES).cloned().collect::<Vec<_>>();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    Some(format!("{} {verb}", listed(&shown, " and ")))
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
    let unchecked: Vec<String> = lines.iter().filter(is_unchecked).map(|line| name(&line.kind)).collect();
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
        _ if is_judged => None,
        KnownSignature::FitsPastedKey => None,
        KnownSignature::DoesNotFit => {
            Some("The signature fits none of the keys that were tried, but you do not expect that it does.".to_owned())
        }
        _ if is_unsigned(token, signature) => Some("It is not signed, but you do not expect that it is.".to_owned()),
        _ => Some(format!("The signature was not checked. {}", why_not_checked(token, signature))),
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
    sentences.extend(critical::of_header(token));
    sentences.extend(signature_sentence);
    sentences.push("A token does not say whether it was revoked.".to_owned());
    sentences
        .push("What only the service knows, such as whether the account still exists, is not checked here.".to_owned());
    sentences
}

fn name(kind: &ExpectationKind) -> String {
    match kind {
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
