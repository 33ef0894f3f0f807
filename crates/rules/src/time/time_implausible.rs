//! A time before the year 2000, which may be a date written as digits.

use guide::Question;
use inspect::time::{calendar, instants, numeric_date};

use crate::query::times;
use crate::{Check, CheckTheme, EvaluationAt, Evidence, Record, Rule, Severity};

pub(crate) static TIME_YYYYMMDD: Record = Record {
    id: "time-yyyymmdd",
    severity: Severity::Warning,
    title: "Date written as digits",
    why: "Times are seconds since 1970. Read as seconds, eight digits such as 20261120 are a day in August 1970.",
    advice: "Convert the date to seconds since 1970 in the issuer.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static TIME_IMPLAUSIBLE: Record = Record {
    id: "time-implausible",
    severity: Severity::Notice,
    title: "Time long before JWTs",
    why: "JWTs are younger than this time. Most likely it was not counted in seconds since 1970, but in minutes, hours or days.",
    advice: "In the issuer, check the unit and the start of the count.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Times, records: &[&TIME_YYYYMMDD, &TIME_IMPLAUSIBLE], check: Check::AtInstant(check) };

fn check(evaluation: &EvaluationAt) -> Vec<Evidence> {
    times::numbers(evaluation)
        .filter(|(_, _, date)| (1..numeric_date::YEAR_2000).contains(&date.seconds))
        // A duration in place of a time has a finding of its own.
        .filter(|(_, member, _)| member.name.text != "exp" || evaluation.validity.expiry_meant().is_none())
        .map(|(part, member, date)| match calendar::day_in_digits(date.seconds) {
            Some(day) => {
                let meant = instants::short_day(day, 0);
                let rest = format!("looks like {meant} written as a date, but must be in seconds since 1970.");
                times::evidence(&TIME_YYYYMMDD, evaluation, part, member, &rest)
            }
            None => {
                let rest = format!("is in the year {}.", instants::year(date.seconds));
                times::evidence(&TIME_IMPLAUSIBLE, evaluation, part, member, &rest)
            }
        })
        .collect()
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
