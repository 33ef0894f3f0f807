//! A time in milliseconds, microseconds or nanoseconds instead of seconds.

use super::{Evidence, Rule, Severity, Evaluation, times};
use inspect::{calendar, numeric_date};

pub(super) const RULE: Rule = Rule {
    id: "time-in-wrong-unit",
    title: "Not in seconds",
    severity: Severity::Error,
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    members: "*-in-milliseconds:E *-in-microseconds:E *-in-nanoseconds:E",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::numbers(evaluation)
        .filter_map(|(part, member, date)| {
            let unit = numeric_date::likely_unit(date.seconds)?;
            let year = calendar::year(date.seconds).to_string();
            let meant = calendar::day_and_time(date.seconds / unit.per_second());
            let rest = [
                "is in ",
                unit.name(),
                ", but must be in seconds. As written it means the year ",
                &year,
                "; as ",
                unit.name(),
                " it means ",
                &meant,
                ".",
            ];
            let mut evidence = times::evidence(evaluation, part, member, &rest.concat());
            evidence.id = Some([&member.name.text, "-in-", unit.name()].concat().replace('_', "-"));
            Some(evidence)
        })
        .collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn names_the_unit_and_both_readings() {
        let message = "`exp` is in milliseconds, but must be in seconds. As written it means the year 52321; as milliseconds it means 8 May 2020, 11:40:00 UTC.";
        check(
            "time-in-wrong-unit",
            &token_with(r#"{"exp":1588938000000}"#),
            "exp-in-milliseconds",
            "/payload/exp",
            message,
        );
        let message = "`iat` is in nanoseconds, but must be in seconds. As written it means the year 50351442755; as nanoseconds it means 8 May 2020, 11:40:00 UTC.";
        check(
            "time-in-wrong-unit",
            &token_with(r#"{"iat":1588938000000000000}"#),
            "iat-in-nanoseconds",
            "/payload/iat",
            message,
        );
    }

    #[test]
    fn is_quiet_on_seconds() {
        check_quiet("time-in-wrong-unit", &token_with(r#"{"exp":1700000000,"iat":253402300799,"n":1588938000000}"#));
    }
}
