//! An `exp` that is a number of seconds to last, and not an instant.

use guide::Question;
use inspect::time::instants;

use crate::query::times;
use crate::{Check, CheckTheme, EvaluationAt, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "exp-is-duration",
    severity: Severity::Error,
    title: "Duration instead of a time",
    why: "`exp` counts seconds since 1970. A small number such as 3600 is an instant in 1970, so every service that checks `exp` refuses the token from the start.",
    advice: "In the issuer, add the duration to the current time: `exp` is `iat` plus the seconds that the token should last. A new token of the same issuer will have the same fault.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.4"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::AtInstant(check) };

fn check(evaluation: &EvaluationAt) -> Vec<Evidence> {
    let validity = evaluation.validity;
    let (Some(seconds), Some(meant)) = (validity.expires_at, validity.expiry_meant()) else { return Vec::new() };
    let from = if validity.issued_at.is_some() { "iat" } else { "nbf" };
    let message = format!(
        "`exp` is {seconds}: a duration, not a time. `{from}` plus {}, {}, was probably meant; as a time it is in the \
         year {}.",
        instants::duration(seconds.unsigned_abs()),
        instants::day_and_time(meant),
        instants::year(seconds)
    );
    vec![Evidence::new(&RECORD, message, times::place(evaluation, "exp"))]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, findings, token_with};

    #[test]
    fn says_what_was_meant() {
        for (claims, message) in [
            (
                r#"{"iat":1700000000,"exp":600}"#,
                "`exp` is 600: a duration, not a time. `iat` plus 10 minutes, 14 Nov 2023, 22:23:20 UTC, was \
                 probably meant; as a time it is in the year 1970.",
            ),
            (
                r#"{"iat":1700000000,"exp":3600}"#,
                "`exp` is 3600: a duration, not a time. `iat` plus 1 hour, 14 Nov 2023, 23:13:20 UTC, was \
                 probably meant; as a time it is in the year 1970.",
            ),
            (
                r#"{"iat":1700000000,"exp":86400}"#,
                "`exp` is 86400: a duration, not a time. `iat` plus 1 day, 15 Nov 2023, 22:13:20 UTC, was \
                 probably meant; as a time it is in the year 1970.",
            ),
            (
                r#"{"nbf":1699999999,"exp":900}"#,
                "`exp` is 900: a duration, not a time. `nbf` plus 15 minutes, 14 Nov 2023, 22:28:19 UTC, was \
                 probably meant; as a time it is in the year 1970.",
            ),
            (
                r#"{"iat":1700000000,"exp":31556952}"#,
                "`exp` is 31556952: a duration, not a time. `iat` plus 1 year, 14 Nov 2024, 04:02:32 UTC, was \
                 probably meant; as a time it is in the year 1971.",
            ),
        ] {
            let token = token_with(claims);
            check(&RULE, &token, "exp-is-duration", "/payload/exp", message);
            // One cause, one finding: signing in again does not help.
            let others = findings(&token).into_iter().map(|finding| finding.id());
            let others: Vec<_> =
                others.filter(|id| ["expired", "time-implausible", "exp-before-iat"].contains(id)).collect();
            assert_eq!(others, [] as [&str; 0], "{claims}");
        }
    }

    #[test]
    fn is_quiet_on_instants_and_where_nothing_tells_when_it_begins() {
        for claims in [
            r#"{"exp":600}"#,
            r#"{"iat":0,"exp":600}"#,
            r#"{"iat":1000,"exp":1600}"#,
            r#"{"iat":1700000000,"exp":1700000600}"#,
            r#"{"iat":1700000000,"exp":1699999999}"#,
            r#"{"iat":1700000000,"exp":0}"#,
            r#"{"iat":1700000000,"exp":20231114}"#,
            r#"{"iat":1700000000,"exp":"600"}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
