//! Holds expectations against a token at an instant: one file for each thing that can be expected.

mod algorithm;
mod audience;
mod claim;
mod critical;
mod difference;
mod held_claims;
mod issuer;
mod judged_line;
mod lifetime;
mod media_type;
mod scope;
mod sentence;
mod signature;
mod text_fit;
mod time;
mod token;

#[cfg(test)]
mod tests;

use decode::Token;
use inspect::recognise;

use crate::hints::{self, HintInput};
use crate::{ExpectationAnswer, ExpectationKind, ExpectationOutcome, Expectations, JudgedExpectation, KnownSignature};
use held_claims::{FoundClaim, HeldClaims};
use judged_line::JudgedLine;
pub use sentence::NOTHING_AGAINST;
pub(crate) use text_fit::placeholders;

/// The answer for one token. `now` is in seconds since 1970-01-01T00:00:00Z.
pub fn judge(token: &Token, expectations: &Expectations, signature: KnownSignature, now: i64) -> ExpectationAnswer {
    let claims = HeldClaims::of(token);
    let Expectations { issuers, audiences, algorithms, types, claims: demands, scopes, .. } = expectations;
    let demands_exp = demands.iter().any(|demand| demand.name == "exp");
    let mut lines: Vec<JudgedLine> = Vec::new();
    lines.extend((!issuers.is_empty()).then(|| issuer::judged(&claims, issuers)));
    lines.extend((!audiences.is_empty()).then(|| audience::judged(&claims, audiences)));
    lines.extend((!algorithms.is_empty()).then(|| algorithm::judged(token, algorithms)));
    lines.extend((!types.is_empty()).then(|| media_type::judged(token, types)));
    lines.push(time::judged(token, &claims, expectations.leeway, now, demands_exp));
    lines.extend(expectations.longest_lifetime.map(|longest| lifetime::judged(&claims, longest, demands_exp)));
    lines.extend(demands.iter().map(|demand| claim::judged(&claims, demand)));
    lines.extend((!scopes.is_empty()).then(|| scope::judged(&claims, scopes)));
    lines.extend(expectations.signature.then(|| signature::judged(token, signature)));
    let mut of_token = token::judged(token, &claims, expectations, signature);
    of_token.extend(token::repeated(token, &lines));
    // Of one cause one clause is enough.
    if of_token.iter().any(|line| line.said_exactly.as_deref() == Some("none")) {
        lines.iter_mut().filter(|line| line.kind == ExpectationKind::Algorithm).for_each(|line| line.refusal = None);
    }
    lines.splice(..0, of_token);
    let profile = recognise::profile(token);
    for line in &mut lines {
        if line.outcome == ExpectationOutcome::NotMet {
            let said = line.said_exactly.as_deref();
            let (kind, expected) = (&line.kind, line.expected.as_slice());
            line.fix = hints::fix(&HintInput { token, profile: &profile, kind, expected, said, now });
        }
    }
    if let Some(line) = lines.first_mut().filter(|line| line.kind == ExpectationKind::Token) {
        line.fix = hints::fix_of_encrypted(token, &profile, audiences);
    }
    ExpectationAnswer {
        verdict: sentence::verdict(&lines),
        sentence: sentence::of(token, signature, &lines),
        not_checked: sentence::not_checked(token, expectations, signature, &lines),
        lines: lines.into_iter().map(JudgedExpectation::from).collect(),
    }
}

/// No claim has this name, but it leads to a value inside another one.
pub(crate) fn stands_inside(token: &Token, name: &str) -> bool {
    let claims = HeldClaims::of(token);
    !matches!(claims.find(name), FoundClaim::Value { .. }) && claims.find_inside(name).is_some()
}

/// The names that lead to that value, where it stands in no array.
pub(crate) fn names_inside(token: &Token, name: &str) -> Option<Vec<String>> {
    stands_inside(token, name).then(|| HeldClaims::of(token).names_inside(name)).flatten()
}
