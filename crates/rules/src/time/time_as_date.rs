//! A time that is a date in digits, or that lies before there were tokens.

use crate::query::times;
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
use inspect::calendar::{self, CivilTime};

pub(crate) static TIME_YYYYMMDD: Record = Record {
    id: "time-yyyymmdd",
    severity: Severity::Warning,
    title: "Too long ago",
    why: "Times are seconds since 1970. A number this small was hardly counted in them.",
    advice: "Look at how the time is computed.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static TIME_IMPLAUSIBLE: Record = Record {
    id: "time-implausible",
    severity: Severity::Notice,
    title: "Too long ago",
    why: "Times are seconds since 1970. A number this small was hardly counted in them.",
    advice: "Look at how the time is computed.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule { records: &[&TIME_YYYYMMDD, &TIME_IMPLAUSIBLE], check };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::numbers(evaluation)
        .filter(|(_, _, date)| (1..times::YEAR_2000).contains(&date.seconds))
        .map(|(part, member, date)| match day(date.seconds) {
            Some(day) => {
                let meant = calendar::short_day(day, 0);
                let rest = ["looks like ", &meant, " written as a date, but must be in seconds since 1970."];
                let mut evidence =
                    times::evidence(RULE.by_id("time-implausible"), evaluation, part, member, &rest.concat());
                evidence.record = RULE.by_id("time-yyyymmdd");
                evidence.severity = Severity::Warning;
                evidence
            }
            None => {
                let year = calendar::year(date.seconds).to_string();
                times::evidence(
                    RULE.by_id("time-implausible"),
                    evaluation,
                    part,
                    member,
                    &["is in the year ", &year, "."].concat(),
                )
            }
        })
        .collect()
}

/// The day that eight digits name: 20261120.
fn day(number: i64) -> Option<i64> {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    let is_recent = (1970..=2100).contains(&year);
    calendar::seconds_at(CivilTime { year, month, day, hour: 0, minute: 0, second: 0 }).filter(|_| is_recent)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_dates() {
        let message = "`exp` looks like 20 Nov 2026 written as a date, but must be in seconds since 1970.";
        check(&RULE, &token_with(r#"{"exp":20261120}"#), "time-yyyymmdd", "/payload/exp", message);
    }

    #[test]
    fn fires_before_2000() {
        for (claims, message) in [
            (r#"{"iat":28333333}"#, "`iat` is in the year 1970."),
            (r#"{"iat":20261320}"#, "`iat` is in the year 1970."),
            (r#"{"iat":21010101}"#, "`iat` is in the year 1970."),
            (r#"{"iat":946684799}"#, "`iat` is in the year 1999."),
        ] {
            check(&RULE, &token_with(claims), "time-implausible", "/payload/iat", message);
        }
    }

    #[test]
    fn is_quiet_at_zero_and_from_2000_on() {
        check_quiet(&RULE, &token_with(r#"{"exp":946684800,"iat":0,"nbf":-1,"auth_time":1700000000}"#));
    }
}
