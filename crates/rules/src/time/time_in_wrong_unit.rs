//! A time in milliseconds, microseconds or nanoseconds instead of seconds.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;
use inspect::time::numeric_date::TimeUnit;
use inspect::time::{instants, numeric_date};

use crate::query::{claims, times};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static EXP_IN_MILLISECONDS: Record = Record {
    id: "exp-in-milliseconds",
    severity: Severity::Error,
    title: "Expiry in milliseconds",
    why: "Services read `exp` as seconds. Milliseconds then mean a date some fifty thousand years ahead: the token practically never expires.",
    advice: "Divide by 1000 where the token is made: `Date.now()` in JavaScript and `System.currentTimeMillis()` in Java return milliseconds.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.4"],
    guide: Question::Times,
};

pub(crate) static EXP_IN_MICROSECONDS: Record = Record {
    id: "exp-in-microseconds",
    severity: Severity::Error,
    title: "Expiry in microseconds",
    why: "Services read `exp` as seconds. Microseconds then mean a date some fifty million years ahead: the token practically never expires.",
    advice: "Divide by 1000000 where the token is made, so that `exp` is in seconds.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.4"],
    guide: Question::Times,
};

pub(crate) static EXP_IN_NANOSECONDS: Record = Record {
    id: "exp-in-nanoseconds",
    severity: Severity::Error,
    title: "Expiry in nanoseconds",
    why: "Services read `exp` as seconds. Nanoseconds then mean a date billions of years ahead, or a number too large for the date type of a library.",
    advice: "Divide by 1000000000 where the token is made: `UnixNano()` in Go and `time.time_ns()` in Python return nanoseconds.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.4"],
    guide: Question::Times,
};

pub(crate) static NBF_IN_MILLISECONDS: Record = Record {
    id: "nbf-in-milliseconds",
    severity: Severity::Error,
    title: "Start in milliseconds",
    why: "Services read `nbf` as seconds. Milliseconds then mean a date some fifty thousand years ahead, and until then the token must be refused.",
    advice: "Divide by 1000 where the token is made: `Date.now()` in JavaScript and `System.currentTimeMillis()` in Java return milliseconds.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.5"],
    guide: Question::Times,
};

pub(crate) static NBF_IN_MICROSECONDS: Record = Record {
    id: "nbf-in-microseconds",
    severity: Severity::Error,
    title: "Start in microseconds",
    why: "Services read `nbf` as seconds. Microseconds then mean a date some fifty million years ahead, and until then the token must be refused.",
    advice: "Divide by 1000000 where the token is made, so that `nbf` is in seconds.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.5"],
    guide: Question::Times,
};

pub(crate) static NBF_IN_NANOSECONDS: Record = Record {
    id: "nbf-in-nanoseconds",
    severity: Severity::Error,
    title: "Start in nanoseconds",
    why: "Services read `nbf` as seconds. Nanoseconds then mean a date billions of years ahead, and until then the token must be refused.",
    advice: "Divide by 1000000000 where the token is made: `UnixNano()` in Go and `time.time_ns()` in Python return nanoseconds.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.5"],
    guide: Question::Times,
};

pub(crate) static IAT_IN_MILLISECONDS: Record = Record {
    id: "iat-in-milliseconds",
    severity: Severity::Error,
    title: "Time of issue in milliseconds",
    why: "Services read `iat` as seconds. Milliseconds then mean a token from the far future: many libraries refuse it, and others never find it too old.",
    advice: "Divide by 1000 where the token is made: `Date.now()` in JavaScript and `System.currentTimeMillis()` in Java return milliseconds.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.6"],
    guide: Question::Times,
};

pub(crate) static IAT_IN_MICROSECONDS: Record = Record {
    id: "iat-in-microseconds",
    severity: Severity::Error,
    title: "Time of issue in microseconds",
    why: "Services read `iat` as seconds. Microseconds then mean a token from millions of years ahead: many libraries refuse it, and others never find it too old.",
    advice: "Divide by 1000000 where the token is made, so that `iat` is in seconds.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.6"],
    guide: Question::Times,
};

pub(crate) static IAT_IN_NANOSECONDS: Record = Record {
    id: "iat-in-nanoseconds",
    severity: Severity::Error,
    title: "Time of issue in nanoseconds",
    why: "Services read `iat` as seconds. Nanoseconds then mean a token from billions of years ahead: many libraries refuse it, and others never find it too old.",
    advice: "Divide by 1000000000 where the token is made: `UnixNano()` in Go and `time.time_ns()` in Python return nanoseconds.",
    references: &["RFC 7519 section 2", "RFC 7519 section 4.1.6"],
    guide: Question::Times,
};

pub(crate) static AUTH_TIME_IN_MILLISECONDS: Record = Record {
    id: "auth-time-in-milliseconds",
    severity: Severity::Error,
    title: "Time of sign-in in milliseconds",
    why: "Clients read `auth_time` as seconds. In milliseconds the sign-in seems to lie in the far future, so a client with a `max_age` never asks the user to sign in again.",
    advice: "Divide by 1000 where the token is made, so that `auth_time` is in seconds.",
    references: &["RFC 7519 section 2", "OpenID Connect Core 1.0 section 2"],
    guide: Question::Times,
};

pub(crate) static AUTH_TIME_IN_MICROSECONDS: Record = Record {
    id: "auth-time-in-microseconds",
    severity: Severity::Error,
    title: "Time of sign-in in microseconds",
    why: "Clients read `auth_time` as seconds. In microseconds the sign-in seems to lie millions of years ahead, so a client with a `max_age` never asks the user to sign in again.",
    advice: "Divide by 1000000 where the token is made, so that `auth_time` is in seconds.",
    references: &["RFC 7519 section 2", "OpenID Connect Core 1.0 section 2"],
    guide: Question::Times,
};

pub(crate) static AUTH_TIME_IN_NANOSECONDS: Record = Record {
    id: "auth-time-in-nanoseconds",
    severity: Severity::Error,
    title: "Time of sign-in in nanoseconds",
    why: "Clients read `auth_time` as seconds. In nanoseconds the sign-in seems to lie billions of years ahead, so a client with a `max_age` never asks the user to sign in again.",
    advice: "Divide by 1000000000 where the token is made, so that `auth_time` is in seconds.",
    references: &["RFC 7519 section 2", "OpenID Connect Core 1.0 section 2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Times,
    records: &[
        &EXP_IN_MILLISECONDS,
        &EXP_IN_MICROSECONDS,
        &EXP_IN_NANOSECONDS,
        &NBF_IN_MILLISECONDS,
        &NBF_IN_MICROSECONDS,
        &NBF_IN_NANOSECONDS,
        &IAT_IN_MILLISECONDS,
        &IAT_IN_MICROSECONDS,
        &IAT_IN_NANOSECONDS,
        &AUTH_TIME_IN_MILLISECONDS,
        &AUTH_TIME_IN_MICROSECONDS,
        &AUTH_TIME_IN_NANOSECONDS,
    ],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    times::numbers(evaluation)
        .filter_map(|(part, member, date)| {
            let unit = numeric_date::likely_unit(date.seconds)?;
            let name = unit.name();
            let record = times::record(RULE.records, member, &format!("-in-{name}"))?;
            let year = instants::year(date.seconds);
            let meant = instants::day_and_time(date.seconds / unit.per_second());
            // Snowflake documents both.
            if unit == TimeUnit::Milliseconds && claims::issuer(evaluation) == Some(KnownIssuer::Snowflake) {
                let rest = format!("is in {name}, which Snowflake reads as well as seconds. It means {meant}.");
                let evidence = times::evidence(record, evaluation, part, member, &rest);
                return Some(evidence.with_severity(Severity::Notice));
            }
            let rest = format!(
                "is in {name}, but must be in seconds. As written it means the year {year}; as {name} it means {meant}."
            );
            Some(times::evidence(record, evaluation, part, member, &rest))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, check_severity, found_by, token_with};

    #[test]
    fn names_the_unit_and_both_readings() {
        let message = "`exp` is in milliseconds, but must be in seconds. As written it means the year 52321; as milliseconds it means 8 May 2020, 11:40:00 UTC.";
        check(&RULE, &token_with(r#"{"exp":1588938000000}"#), "exp-in-milliseconds", "/payload/exp", message);
        let message = "`iat` is in nanoseconds, but must be in seconds. As written it means the year 50351442755; as nanoseconds it means 8 May 2020, 11:40:00 UTC.";
        check(&RULE, &token_with(r#"{"iat":1588938000000000000}"#), "iat-in-nanoseconds", "/payload/iat", message);
    }

    #[test]
    fn is_milder_where_the_receiver_reads_milliseconds_too() {
        let claims = r#""sub":"A.B","iat":1588938000000,"exp":1588941600000}"#;
        let token = token_with(&[r#"{"iss":"A.B.SHA256:x","#, claims].concat());
        let found = found_by(&RULE, &token);
        assert!(found.iter().all(|(_, _, message)| message.contains("which Snowflake reads as well")), "{found:?}");
        check_severity(&token, "exp-in-milliseconds", Severity::Notice);
        let other = token_with(&[r#"{"iss":"A.B.SHA512:x","#, claims].concat());
        check_severity(&other, "exp-in-milliseconds", Severity::Error);
        let nanoseconds = r#"{"iss":"A.B.SHA256:x","sub":"A.B","iat":1588938000,"exp":1588941600000000000}"#;
        check_severity(&token_with(nanoseconds), "exp-in-nanoseconds", Severity::Error);
    }

    #[test]
    fn is_quiet_on_seconds() {
        check_quiet(&RULE, &token_with(r#"{"exp":1700000000,"iat":253402300799,"n":1588938000000}"#));
    }
}
