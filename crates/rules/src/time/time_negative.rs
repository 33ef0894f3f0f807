//! A time before 1970.

use guide::Question;
use inspect::time::instants;

use crate::query::times;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "time-negative",
    severity: Severity::Warning,
    title: "Time before 1970",
    why: "No token is that old: a subtraction went wrong, or a field was never set.",
    advice: "In the issuer, check how this time is computed.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::numbers(evaluation)
        .filter(|(_, _, date)| date.seconds < 0)
        .map(|(part, member, date)| {
            let rest = if date.out_of_range {
                "is earlier than any calendar begins.".to_owned()
            } else {
                format!("is before 1970: {}.", instants::day_and_time(date.seconds))
            };
            times::evidence(&RECORD, evaluation, part, member, &rest)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_below_zero() {
        let message = "`iat` is before 1970: 31 Dec 1969, 23:59:59 UTC.";
        check(&RULE, &token_with(r#"{"iat":-1}"#), "time-negative", "/payload/iat", message);
    }

    #[test]
    fn is_quiet_at_zero() {
        check_quiet(&RULE, &token_with(r#"{"iat":0,"exp":-0}"#));
    }
}
