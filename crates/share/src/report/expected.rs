//! What a service expects, held against a token: the member `expectations` of a token in the report.

use expectations::{ExpectationAnswer, ExpectationKind, JudgedExpectation, KnownSignature};
use verify::{KeyOwner, SignatureCheck, SignatureVerdict};

use super::value::{Json, list, object};

pub(super) fn of<'a>(answer: ExpectationAnswer) -> Json<'a> {
    let ExpectationAnswer { lines, verdict, sentence, not_checked } = answer;
    object()
        // `would-refuse` or `nothing-against`. No service accepts a token because of the second.
        .with("verdict", verdict.id())
        .with("sentence", sentence)
        // What the answer says nothing about.
        .with("notChecked", list(not_checked, Json::from))
        .with("lines", list(lines, line))
        .json()
}

fn line<'a>(line: JudgedExpectation) -> Json<'a> {
    let JudgedExpectation { kind, outcome, said, reason, fix } = line;
    let id = kind.id();
    let claim = match kind {
        ExpectationKind::Claim(name) => Some(name),
        _ => None,
    };
    object()
        .with("expectation", id)
        // The name of the claim that is expected, where one is by its name.
        .with("claim", claim)
        // `met`, `not-met` or `not-checked`.
        .with("outcome", outcome.id())
        .with("reason", reason)
        // What to change, where that is known.
        .with("fix", fix)
        // What the token says, in short.
        .with("said", said)
        .json()
}

/// What the checks of a token's signatures come to. Of several signatures one that fits is enough: RFC 7515 section 5.2.
pub fn known_signature(checks: &[SignatureCheck]) -> KnownSignature {
    let known = |check: &SignatureCheck| match (check.signature, check.whose) {
        (SignatureVerdict::Fits, Some(KeyOwner::Pasted)) => KnownSignature::FitsPastedKey,
        (SignatureVerdict::Fits, _) => KnownSignature::FitsOtherKey,
        (SignatureVerdict::DoesNotFit, _) => KnownSignature::DoesNotFit,
        (SignatureVerdict::CannotBeChecked, _) => KnownSignature::CannotBeChecked,
        (SignatureVerdict::Unsigned, _) => KnownSignature::Unsigned,
    };
    let best_first = [
        KnownSignature::FitsPastedKey,
        KnownSignature::FitsOtherKey,
        KnownSignature::DoesNotFit,
        KnownSignature::CannotBeChecked,
        KnownSignature::Unsigned,
    ];
    let found: Vec<KnownSignature> = checks.iter().map(known).collect();
    best_first.into_iter().find(|best| found.contains(best)).unwrap_or_default()
}
