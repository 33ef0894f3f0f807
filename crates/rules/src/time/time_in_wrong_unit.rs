//! A time in milliseconds, microseconds or nanoseconds instead of seconds.

use crate::query::times;
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use decode::search;
use guide::Question;
use inspect::{calendar, numeric_date};

pub(crate) static EXP_IN_MILLISECONDS: Record = Record {
    id: "exp-in-milliseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static NBF_IN_MILLISECONDS: Record = Record {
    id: "nbf-in-milliseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static IAT_IN_MILLISECONDS: Record = Record {
    id: "iat-in-milliseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static AUTH_TIME_IN_MILLISECONDS: Record = Record {
    id: "auth-time-in-milliseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static EXP_IN_MICROSECONDS: Record = Record {
    id: "exp-in-microseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static NBF_IN_MICROSECONDS: Record = Record {
    id: "nbf-in-microseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static IAT_IN_MICROSECONDS: Record = Record {
    id: "iat-in-microseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static AUTH_TIME_IN_MICROSECONDS: Record = Record {
    id: "auth-time-in-microseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static EXP_IN_NANOSECONDS: Record = Record {
    id: "exp-in-nanoseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static NBF_IN_NANOSECONDS: Record = Record {
    id: "nbf-in-nanoseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static IAT_IN_NANOSECONDS: Record = Record {
    id: "iat-in-nanoseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) static AUTH_TIME_IN_NANOSECONDS: Record = Record {
    id: "auth-time-in-nanoseconds",
    severity: Severity::Error,
    title: "Not in seconds",
    why: "Times are seconds since 1970. An `exp` in milliseconds keeps a token accepted for some fifty thousand years.",
    advice: "Divide by 1000, 1000000 or 1000000000 where the token is made.",
    references: &["RFC 7519 section 2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule {
    records: &[
        &EXP_IN_MILLISECONDS,
        &NBF_IN_MILLISECONDS,
        &IAT_IN_MILLISECONDS,
        &AUTH_TIME_IN_MILLISECONDS,
        &EXP_IN_MICROSECONDS,
        &NBF_IN_MICROSECONDS,
        &IAT_IN_MICROSECONDS,
        &AUTH_TIME_IN_MICROSECONDS,
        &EXP_IN_NANOSECONDS,
        &NBF_IN_NANOSECONDS,
        &IAT_IN_NANOSECONDS,
        &AUTH_TIME_IN_NANOSECONDS,
    ],
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
            let mut evidence =
                times::evidence(RULE.by_id("time-in-wrong-unit"), evaluation, part, member, &rest.concat());
            evidence.record =
                RULE.by_id(&search::replaced(&[&member.name.text, "-in-", unit.name()].concat(), "_", "-"));
            Some(evidence)
        })
        .collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn names_the_unit_and_both_readings() {
        let message = "`exp` is in milliseconds, but must be in seconds. As written it means the year 52321; as milliseconds it means 8 May 2020, 11:40:00 UTC.";
        check(&RULE, &token_with(r#"{"exp":1588938000000}"#), "exp-in-milliseconds", "/payload/exp", message);
        let message = "`iat` is in nanoseconds, but must be in seconds. As written it means the year 50351442755; as nanoseconds it means 8 May 2020, 11:40:00 UTC.";
        check(&RULE, &token_with(r#"{"iat":1588938000000000000}"#), "iat-in-nanoseconds", "/payload/iat", message);
    }

    #[test]
    fn is_quiet_on_seconds() {
        check_quiet(&RULE, &token_with(r#"{"exp":1700000000,"iat":253402300799,"n":1588938000000}"#));
    }
}
