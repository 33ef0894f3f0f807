//! A token without `exp` that its receiver refuses because it was made too long ago.

use guide::Question;
use inspect::jose::lifetimes::{AcceptedLifetime, CountedFrom};
use inspect::time::instants;

use super::expired::LEEWAY;
use crate::query::{claims, times};
use crate::{Check, CheckTheme, EvaluationAt, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "age-over-limit",
    severity: Severity::Error,
    title: "Older than is accepted",
    why: "The service that receives this token goes by `iat`, and refuses it once it is older than a limit.",
    advice: "Make a new token before the old one reaches that age.",
    references: &["the documentation of the service"],
    guide: Question::Lifetime,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::AtInstant(check) };

fn check(evaluation: &EvaluationAt) -> Vec<Evidence> {
    let profile = &evaluation.description.profile;
    let Some(AcceptedLifetime { who_accepts, seconds, counted_from: CountedFrom::Issue, .. }) =
        profile.accepted_lifetime()
    else {
        return Vec::new();
    };
    // With `exp`, the lifetime is judged. In a token that is cut off it may only be missing.
    let is_without_exp = claims::whole_set(evaluation).is_some_and(|payload| !claims::has(payload, "exp"));
    let Some((_, _, issued)) = times::sensible(evaluation, "iat").filter(|_| is_without_exp) else {
        return Vec::new();
    };
    let limit = i64::try_from(seconds).unwrap_or(i64::MAX);
    if evaluation.now.saturating_sub(issued) <= limit.saturating_add(LEEWAY) {
        return Vec::new();
    }
    let age = times::between(issued, evaluation.now);
    let longest = instants::duration(seconds);
    let message = format!("Issued {age} ago, but {who_accepts} it for at most {longest}.");
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "iat"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_from};

    fn push(iat: i64) -> decode::Token {
        token_from(r#"{"alg":"ES256","kid":"ABC123DEFG"}"#, &format!(r#"{{"iss":"DEF123GHIJ","iat":{iat}}}"#))
    }

    #[test]
    fn fires_beyond_an_hour_and_a_minute_for_clocks() {
        let message = "Issued 1 hour 1 minute ago, but Apple accepts it for at most 1 hour.";
        check(&RULE, &push(1_699_996_339), "age-over-limit", "/payload/iat", message);
        check_quiet(&RULE, &push(1_699_996_340));
        check_quiet(&RULE, &push(1_700_000_000));
    }

    #[test]
    fn is_quiet_where_the_age_is_not_limited_or_not_known() {
        for (header, claims) in [
            (r#"{"alg":"ES256","kid":"ABC123DEFG"}"#, r#"{"iss":"def123ghij","iat":1600000000}"#),
            (r#"{"alg":"ES256","kid":"ABC123DEFG"}"#, r#"{"iss":"DEF123GHIJ","iat":"1600000000"}"#),
            (r#"{"alg":"ES256","kid":"ABC123DEFG"}"#, r#"{"iss":"DEF123GHIJ","iat":1600000000,"#),
            (r#"{"alg":"RS256"}"#, r#"{"iss":"A.B.SHA256:x","sub":"A.B","iat":1600000000,"exp":1600003600}"#),
            (r#"{"alg":"RS256"}"#, r#"{"iss":"12345","iat":1600000000}"#),
        ] {
            check_quiet(&RULE, &token_from(header, claims));
        }
    }
}
