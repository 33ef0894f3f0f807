//! A token that its receiver refuses because it lasts too short a time.

use guide::Question;
use inspect::jose::lifetimes::AcceptedLifetime;
use inspect::time::instants;

use crate::query::times;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "lifetime-under-limit",
    severity: Severity::Error,
    title: "Lasts shorter than is accepted",
    why: "The service that receives this token sets a shortest lifetime, and refuses a token that lasts less.",
    advice: "In the issuer, set `exp` at least that long after `iat`.",
    references: &["the documentation of the service"],
    guide: Question::Lifetime,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(AcceptedLifetime { who_accepts, at_least: Some(least), .. }) =
        evaluation.description.profile.accepted_lifetime()
    else {
        return Vec::new();
    };
    let (Some((_, _, iat)), Some((part, member, exp))) =
        (times::sensible(evaluation, "iat"), times::sensible(evaluation, "exp"))
    else {
        return Vec::new();
    };
    let lifetime = exp.saturating_sub(iat);
    // A token that expires before it was issued has a finding of its own.
    if lifetime < 0 || u64::try_from(lifetime).is_ok_and(|lifetime| lifetime >= least) {
        return Vec::new();
    }
    let (lasts, shortest) = (times::between(iat, exp), instants::duration(least));
    let message = format!("Lasts {lasts}, but {who_accepts} at least {shortest}.");
    vec![Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    fn meeting(lifetime: i64) -> decode::Token {
        let exp = 1_700_000_000 + lifetime;
        token_with(&format!(r#"{{"sdkKey":"k","mn":"1","role":0,"iat":1700000000,"exp":{exp}}}"#))
    }

    #[test]
    fn fires_below_half_an_hour() {
        let message = "Lasts 29 minutes 59 seconds, but Zoom accepts at least 30 minutes.";
        check(&RULE, &meeting(1_799), "lifetime-under-limit", "/payload/exp", message);
        for lifetime in [1_800, 172_800, -60] {
            check_quiet(&RULE, &meeting(lifetime));
        }
    }

    #[test]
    fn is_quiet_where_nobody_asks_for_a_longer_one() {
        check_quiet(&RULE, &token_with(r#"{"app_key":"k","tpc":"t","iat":1700000000,"exp":1700000060}"#));
        check_quiet(&RULE, &token_with(r#"{"sub":"u","iat":1700000000,"exp":1700000060}"#));
        check_quiet(&RULE, &token_with(r#"{"sdkKey":"k","mn":"1","exp":1700000060}"#));
    }
}
