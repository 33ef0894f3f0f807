//! Times in the wrong order: `exp` before `iat` or `nbf`, `nbf` before `iat`, `auth_time` after `iat`.

use guide::Question;

use super::expired::LEEWAY;
use crate::query::times;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

/// In seconds. What issuers allow for clocks that differ lies far below.
const HOUR: i64 = 3_600;

pub(crate) static EXP_BEFORE_IAT: Record = Record {
    id: "exp-before-iat",
    severity: Severity::Error,
    title: "Expired before it was issued",
    why: "A token that expires before it is issued was never usable: the lifetime was computed wrongly, or one of the times was changed.",
    advice: "In the issuer, compute `exp` as `iat` plus the lifetime, in the same unit and from the same clock.",
    references: &["RFC 7519 section 4.1.4", "RFC 7519 section 4.1.6"],
    guide: Question::Times,
};

pub(crate) static EXP_BEFORE_NBF: Record = Record {
    id: "exp-before-nbf",
    severity: Severity::Error,
    title: "Expires before it becomes valid",
    why: "Services refuse it before `nbf` and after `exp`, so there is no moment at which it is accepted.",
    advice: "In the issuer, set `exp` later than `nbf`.",
    references: &["RFC 7519 section 4.1.4", "RFC 7519 section 4.1.5"],
    guide: Question::Times,
};

pub(crate) static AUTH_TIME_AFTER_IAT: Record = Record {
    id: "auth-time-after-iat",
    severity: Severity::Warning,
    title: "Signed in after it was issued",
    why: "The sign-in comes first and the token after it. In another order the clocks of the servers differ, or `auth_time` was written when it was not known.",
    advice: "Compare the clocks of the servers that sign users in and issue tokens.",
    references: &["OpenID Connect Core 1.0 section 2"],
    guide: Question::Times,
};

pub(crate) static NBF_BEFORE_IAT: Record = Record {
    id: "nbf-before-iat",
    severity: Severity::Notice,
    title: "Valid before it was issued",
    why: "Some issuers set `nbf` back a few minutes for clocks that differ. Hours are more than that, and may mean that one of the times is wrong.",
    advice: "In the issuer, set `nbf` to the time of issue or a few minutes earlier, or leave it out.",
    references: &["RFC 7519 section 4.1.5", "RFC 7519 section 4.1.6"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Times,
    records: &[&EXP_BEFORE_IAT, &EXP_BEFORE_NBF, &AUTH_TIME_AFTER_IAT, &NBF_BEFORE_IAT],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let time = |name| times::sensible(evaluation, name);
    let evidence = |record, name, message| {
        let place =
            time(name).map_or_else(Place::default, |(part, member, _)| Place::member(evaluation.token, part, member));
        Evidence::new(record, message, place)
    };
    let [exp, nbf, iat, auth_time] =
        ["exp", "nbf", "iat", "auth_time"].map(|name| time(name).map(|(_, _, seconds)| seconds));
    let mut found = Vec::new();
    match (exp, iat, nbf) {
        (Some(exp), Some(iat), _) if exp <= iat => {
            let message = format!("Expires {} it was issued: it was never usable.", before(exp, iat));
            found.push(evidence(&EXP_BEFORE_IAT, "exp", message));
        }
        (Some(exp), _, Some(nbf)) if exp <= nbf => {
            let message = format!("Expires {} it becomes valid: it is never usable.", before(exp, nbf));
            found.push(evidence(&EXP_BEFORE_NBF, "exp", message));
        }
        _ => {}
    }
    if let Some((nbf, iat)) = nbf.zip(iat).filter(|(nbf, iat)| iat.saturating_sub(*nbf) > HOUR) {
        let lead = times::between(nbf, iat);
        let message = format!("Valid from {lead} before it was issued, more than clocks differ.");
        found.push(evidence(&NBF_BEFORE_IAT, "nbf", message));
    }
    if let Some((signed_in, iat)) = auth_time.zip(iat).filter(|(at, iat)| at.saturating_sub(*iat) > LEEWAY) {
        let lag = times::between(iat, signed_in);
        let message = format!("The user signed in {lag} after the token was issued.");
        found.push(evidence(&AUTH_TIME_AFTER_IAT, "auth_time", message));
    }
    found
}

/// `5 minutes before`, or `at the very moment` for the same instant.
fn before(from: i64, to: i64) -> String {
    if from == to { "at the very moment".to_owned() } else { format!("{} before", times::between(from, to)) }
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, findings, token_with};

    #[track_caller]
    fn fires(claims: &str, id: &str, place: &str, severity: Severity, message: &str) {
        let token = token_with(claims);
        check(&RULE, &token, id, place, message);
        assert!(findings(&token).iter().all(|finding| finding.id() != "time-order" || finding.severity == severity));
    }

    #[test]
    fn fires_on_tokens_that_were_never_usable() {
        let message = "Expires 5 minutes before it was issued: it was never usable.";
        let claims = r#"{"iat":1700000300,"nbf":1700000300,"exp":1700000000}"#;
        fires(claims, "exp-before-iat", "/payload/exp", Severity::Error, message);
        let message = "Expires at the very moment it was issued: it was never usable.";
        fires(r#"{"iat":1700000300,"exp":1700000300}"#, "exp-before-iat", "/payload/exp", Severity::Error, message);
        let message = "Expires 1 hour before it becomes valid: it is never usable.";
        let claims = r#"{"iat":1700000000,"nbf":1700004200,"exp":1700000600}"#;
        fires(claims, "exp-before-nbf", "/payload/exp", Severity::Error, message);
    }

    #[test]
    fn fires_on_times_that_others_contradict() {
        let message = "Valid from 1 hour before it was issued, more than clocks differ.";
        fires(r#"{"nbf":1699996399,"iat":1700000000}"#, "nbf-before-iat", "/payload/nbf", Severity::Notice, message);
        let message = "The user signed in 1 minute 1 second after the token was issued.";
        let claims = r#"{"iat":1700000000,"auth_time":1700000061}"#;
        fires(claims, "auth-time-after-iat", "/payload/auth_time", Severity::Warning, message);
    }

    #[test]
    fn is_quiet_on_what_clocks_explain_and_on_what_has_another_finding() {
        for claims in [
            r#"{"iat":1700000000,"nbf":1699996400,"exp":1700000001,"auth_time":1700000060}"#,
            r#"{"iat":1700000000000,"exp":1700003600}"#,
            r#"{"iat":1700000000,"exp":0}"#,
            r#"{"iat":1700000000,"exp":20261120,"nbf":0}"#,
            r#"{"exp":1700000000}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }

    #[test]
    fn the_very_moment_is_too_late() {
        let message = "Expires at the very moment it becomes valid: it is never usable.";
        let claims = r#"{"iat":1700000000,"nbf":1700000600,"exp":1700000600}"#;
        fires(claims, "exp-before-nbf", "/payload/exp", Severity::Error, message);
        check_quiet(&RULE, &token_with(&claims.replace("\"exp\":1700000600", "\"exp\":1700000601")));
    }
}
