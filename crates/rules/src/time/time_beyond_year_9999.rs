//! A time that most date types cannot hold.

use guide::Question;
use inspect::time::{instants, numeric_date};

use crate::query::times;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

/// The last second of the year 9999.
const LAST: i64 = 253_402_300_799;

pub(crate) static RECORD: Record = Record {
    id: "time-beyond-year-9999",
    severity: Severity::Warning,
    title: "Time beyond the year 9999",
    why: "Many date types end with the year 9999. A library may fail on such a time, read it as the past, or treat it as no limit.",
    advice: "Write a real expiry. If the token really should have none, leave `exp` out.",
    references: &["RFC 3339 section 1"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::numbers(evaluation)
        .filter(|(_, _, date)| date.seconds > LAST && numeric_date::likely_unit(date.seconds).is_none())
        .map(|(part, member, date)| {
            let rest = if date.out_of_range {
                "is later than any calendar reaches.".to_owned()
            } else {
                format!("is in the year {}, which many date types cannot hold.", instants::year(date.seconds))
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
    fn fires_beyond_9999() {
        let message = "`exp` is in the year 10000, which many date types cannot hold.";
        check(&RULE, &token_with(r#"{"exp":253402300800}"#), "time-beyond-year-9999", "/payload/exp", message);
        let message = "`exp` is later than any calendar reaches.";
        check(&RULE, &token_with(r#"{"exp":1e400}"#), "time-beyond-year-9999", "/payload/exp", message);
    }

    #[test]
    fn is_quiet_up_to_9999_and_on_other_units() {
        check_quiet(&RULE, &token_with(r#"{"exp":253402300799,"iat":1588938000000}"#));
    }
}
