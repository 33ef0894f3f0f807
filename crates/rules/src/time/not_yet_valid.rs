//! A token whose `nbf` is still to come.

use guide::Question;
use inspect::time::{instants, numeric_date};
use inspect::validity::Status;

use super::expired::LEEWAY;
use crate::query::times;
use crate::{Check, CheckTheme, EvaluationAt, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "not-yet-valid",
    severity: Severity::Error,
    title: "Not valid yet",
    why: "Services must refuse a token before its `nbf`, so requests with it fail until then.",
    advice: "Wait until `nbf`. If the token should be valid now, compare the clock of the issuer with that of the service.",
    references: &["RFC 7519 section 4.1.5"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::AtInstant(check) };

fn check(evaluation: &EvaluationAt) -> Vec<Evidence> {
    let (Status::NotYetValid, Some(nbf)) = (evaluation.validity.status, evaluation.validity.not_before) else {
        return Vec::new();
    };
    // A time in another unit has a finding of its own.
    if numeric_date::likely_unit(nbf).is_some() {
        return Vec::new();
    }
    let now = evaluation.now;
    let mut message = format!(
        "Not valid until {} ({}){}.",
        instants::day_and_time(nbf),
        instants::relative(nbf, now),
        times::origin(evaluation)
    );
    if nbf.saturating_sub(now) <= LEEWAY {
        message.push_str(" Some services accept it already, within the usual leeway of 60 seconds.");
    }
    vec![Evidence::new(&RECORD, message, times::place(evaluation, "nbf"))]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_before_nbf() {
        let message = "Not valid until 15 Nov 2023, 00:13:20 UTC (in 2 hours).";
        check(&RULE, &token_with(r#"{"nbf":1700007200}"#), "not-yet-valid", "/payload/nbf", message);
    }

    #[test]
    fn is_quiet_at_nbf() {
        check_quiet(&RULE, &token_with(r#"{"nbf":1700000000}"#));
    }
}
