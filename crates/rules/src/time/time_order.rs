//! Times that stand in the wrong order.

use crate::query::times;
use crate::time::expired::LEEWAY;
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
pub(crate) static EXP_BEFORE_IAT: Record = Record {
    id: "exp-before-iat",
    severity: Severity::Error,
    title: "Times in the wrong order",
    why: "A token is issued, then becomes valid, then expires. One whose times say otherwise was put together wrongly, or changed.",
    advice: "Look at how the times are computed, and at the clocks of the servers that take part.",
    references: &["RFC 7519 section 4.1"],
    guide: Question::Times,
};

pub(crate) static EXP_BEFORE_NBF: Record = Record {
    id: "exp-before-nbf",
    severity: Severity::Error,
    title: "Times in the wrong order",
    why: "A token is issued, then becomes valid, then expires. One whose times say otherwise was put together wrongly, or changed.",
    advice: "Look at how the times are computed, and at the clocks of the servers that take part.",
    references: &["RFC 7519 section 4.1"],
    guide: Question::Times,
};

pub(crate) static AUTH_TIME_AFTER_IAT: Record = Record {
    id: "auth-time-after-iat",
    severity: Severity::Warning,
    title: "Times in the wrong order",
    why: "A token is issued, then becomes valid, then expires. One whose times say otherwise was put together wrongly, or changed.",
    advice: "Look at how the times are computed, and at the clocks of the servers that take part.",
    references: &["RFC 7519 section 4.1"],
    guide: Question::Times,
};

pub(crate) static NBF_BEFORE_IAT: Record = Record {
    id: "nbf-before-iat",
    severity: Severity::Notice,
    title: "Times in the wrong order",
    why: "A token is issued, then becomes valid, then expires. One whose times say otherwise was put together wrongly, or changed.",
    advice: "Look at how the times are computed, and at the clocks of the servers that take part.",
    references: &["RFC 7519 section 4.1"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule =
    Rule { records: &[&EXP_BEFORE_IAT, &EXP_BEFORE_NBF, &AUTH_TIME_AFTER_IAT, &NBF_BEFORE_IAT], check };

/// What issuers allow for clocks that differ lies far below, in seconds.
const HOUR: i64 = 3_600;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let time = |name| times::sensible(evaluation, name);
    let mut found = Vec::new();
    let mut say = |id: &str, severity, name, message: &[&str]| {
        let place =
            time(name).map_or_else(Place::default, |(part, member, _)| Place::member(evaluation.token, part, member));
        let mut evidence = Evidence::new(RULE.by_id("time-order"), message.concat(), place);
        evidence.record = RULE.by_id(id);
        evidence.severity = severity;
        found.push(evidence);
    };
    let [exp, nbf, iat, auth_time] =
        ["exp", "nbf", "iat", "auth_time"].map(|name| time(name).map(|(_, _, seconds)| seconds));
    let before = |from: i64, to: i64| match to.abs_diff(from) {
        0 => "at the very moment".to_owned(),
        _ => [&times::between(from, to), " before"].concat(),
    };
    match (exp, iat, nbf) {
        (Some(exp), Some(iat), _) if exp <= iat => {
            let lead = before(exp, iat);
            let message = ["Expires ", &lead, " it says it was issued: it was never usable."];
            say("exp-before-iat", Severity::Error, "exp", &message);
        }
        (Some(exp), _, Some(nbf)) if exp <= nbf => {
            let message = ["Expires ", &before(exp, nbf), " it becomes valid: it is never usable."];
            say("exp-before-nbf", Severity::Error, "exp", &message);
        }
        _ => {}
    }
    if let Some((nbf, iat)) = nbf.zip(iat).filter(|(nbf, iat)| iat.saturating_sub(*nbf) > HOUR) {
        let lead = times::between(nbf, iat);
        let message = ["Valid from ", &lead, " before it says it was issued, more than clocks differ."];
        say("nbf-before-iat", Severity::Notice, "nbf", &message);
    }
    if let Some((signed_in, iat)) = auth_time.zip(iat).filter(|(at, iat)| at.saturating_sub(*iat) > LEEWAY) {
        let lag = times::between(iat, signed_in);
        let message = ["Says the user signed in ", &lag, " after the token was issued."];
        say("auth-time-after-iat", Severity::Warning, "auth_time", &message);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use super::Severity;
    use crate::testing::{check, check_quiet, findings, token_with};

    #[track_caller]
    fn fires(claims: &str, id: &str, place: &str, severity: Severity, message: &str) {
        let token = token_with(claims);
        check(&RULE, &token, id, place, message);
        assert!(findings(&token).iter().all(|finding| finding.id() != "time-order" || finding.severity == severity));
    }

    #[test]
    fn fires_on_tokens_that_were_never_usable() {
        let message = "Expires 5 minutes before it says it was issued: it was never usable.";
        let claims = r#"{"iat":1700000300,"nbf":1700000300,"exp":1700000000}"#;
        fires(claims, "exp-before-iat", "/payload/exp", Severity::Error, message);
        let message = "Expires at the very moment it says it was issued: it was never usable.";
        fires(r#"{"iat":1700000300,"exp":1700000300}"#, "exp-before-iat", "/payload/exp", Severity::Error, message);
        let message = "Expires 1 hour before it becomes valid: it is never usable.";
        let claims = r#"{"iat":1700000000,"nbf":1700004200,"exp":1700000600}"#;
        fires(claims, "exp-before-nbf", "/payload/exp", Severity::Error, message);
    }

    #[test]
    fn fires_on_times_that_others_contradict() {
        let message = "Valid from 1 hour before it says it was issued, more than clocks differ.";
        fires(r#"{"nbf":1699996399,"iat":1700000000}"#, "nbf-before-iat", "/payload/nbf", Severity::Notice, message);
        let message = "Says the user signed in 1 minute 1 second after the token was issued.";
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
