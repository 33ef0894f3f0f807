//! A token that was sent before it became valid, or before it was issued.

use decode::har::Carrier;
use guide::Question;

use crate::query::{requests, times};
use crate::time::expired::LEEWAY;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static SENT_NOT_YET_VALID: Record = Record {
    id: "sent-not-yet-valid",
    severity: Severity::Error,
    title: "Sent before it became valid",
    why: "A service refuses a token before its `nbf`, usually with status 401. The time of the request is by the clock of the computer that recorded it, which may be wrong by some seconds.",
    advice: "Compare the clock of the issuer with those of the client and of the service. Issuers can leave `nbf` out, or set it a minute back.",
    references: &["RFC 7519 section 4.1.5", "RFC 6750 section 3.1", "HTTP Archive 1.2"],
    guide: Question::Times,
};

pub(crate) static SENT_BEFORE_ISSUED: Record = Record {
    id: "sent-before-issued",
    severity: Severity::Warning,
    title: "Sent before it was issued",
    why: "That cannot be, so the clock of the issuer and that of the computer that recorded the request differ. Many libraries refuse a token whose `iat` is later than now.",
    advice: "Compare both clocks with that of the service, and set the wrong one.",
    references: &["RFC 7519 section 4.1.6", "HTTP Archive 1.2"],
    guide: Question::Times,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Requests,
    records: &[&SENT_NOT_YET_VALID, &SENT_BEFORE_ISSUED],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let is_early = before(evaluation, "nbf", &SENT_NOT_YET_VALID);
    is_early.or_else(|| before(evaluation, "iat", &SENT_BEFORE_ISSUED)).into_iter().collect()
}

/// The requests before the instant that this claim says.
fn before(evaluation: &Evaluation, claim: &str, record: &'static Record) -> Option<Evidence> {
    let (part, member, begins) = times::sensible(evaluation, claim)?;
    let is_of_nbf = claim == "nbf";
    // Clocks differ by some seconds: that matters only where a service refused the token before its `nbf`.
    let early = evaluation.requests.iter().filter_map(|sent| {
        let at = sent.at.filter(|at| *at < begins)?;
        (begins - at > LEEWAY || is_of_nbf && sent.is_refused()).then_some((*sent, at))
    });
    let found: Vec<_> = early.collect();
    let (sent, at) = requests::most_telling(&found)?;
    let later = times::between(*at, begins);
    let how = match is_of_nbf {
        true => format!("It became valid {later} after it was sent."),
        false => format!("Its `iat` is {later} after it was sent."),
    };
    let is_cause = is_of_nbf && sent.carrier == Carrier::Authorization && begins - at > LEEWAY;
    let message = format!("{how}{}{}", requests::outcome(sent, is_cause), requests::others(found.len()));
    let severity = if sent.is_refused() { record.severity } else { Severity::Notice };
    Some(Evidence::new(record, message, Place::member(evaluation.token, part, member)).with_severity(severity))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Sent, found_in_requests, token_with};

    #[track_caller]
    fn check(claims: &str, sent: &[Sent], expected: &[(&str, &str, Severity)]) {
        let found = found_in_requests(&RULE, &token_with(claims), sent);
        let found: Vec<_> = found.iter().map(|finding| (finding.id(), &*finding.message, finding.severity)).collect();
        assert_eq!(found, expected, "{claims}");
    }

    const REFUSED: Sent = Sent { at: 0, status: 401, ..Sent::DEFAULT };
    const ANSWERED: Sent = Sent { at: 0, status: 200, ..Sent::DEFAULT };

    #[test]
    fn says_how_much_too_early_it_was() {
        let claims = r#"{"nbf":1700000600}"#;
        let message = "It became valid 10 minutes after it was sent. That explains the 401 of `GET /orders/0`.";
        check(claims, &[REFUSED], &[("sent-not-yet-valid", message, Severity::Error)]);
        let message = "It became valid 10 minutes after it was sent. `GET /orders/0` was answered 200 all the same.";
        check(claims, &[ANSWERED], &[("sent-not-yet-valid", message, Severity::Notice)]);
        // It may be the clock.
        let message = "It became valid 5 seconds after it was sent. That may be why `GET /orders/0` was answered 401. The same holds for 1 more.";
        check(r#"{"nbf":1700000005}"#, &[REFUSED, REFUSED], &[("sent-not-yet-valid", message, Severity::Error)]);
        let claims = r#"{"iat":1700000600}"#;
        let message = "Its `iat` is 10 minutes after it was sent. That may be why `GET /orders/0` was answered 401.";
        check(claims, &[REFUSED], &[("sent-before-issued", message, Severity::Warning)]);
        let message = "Its `iat` is 10 minutes after it was sent. `GET /orders/0` was answered 200 all the same.";
        check(claims, &[ANSWERED], &[("sent-before-issued", message, Severity::Notice)]);
    }

    #[test]
    fn one_cause_is_told_once() {
        let message = "It became valid 10 minutes after it was sent. That explains the 401 of `GET /orders/0`.";
        let claims = r#"{"iat":1700000600,"nbf":1700000600}"#;
        check(claims, &[REFUSED], &[("sent-not-yet-valid", message, Severity::Error)]);
    }

    #[test]
    fn is_quiet_within_what_clocks_differ_by() {
        check(r#"{"nbf":1700000005}"#, &[ANSWERED], &[]);
        check(r#"{"nbf":1700000000,"iat":1700000000}"#, &[REFUSED, ANSWERED], &[]);
        check(r#"{"iat":1700000060}"#, &[REFUSED, ANSWERED], &[]);
        for claims in ["{}", r#"{"nbf":"1700000600"}"#, r#"{"nbf":1700000600000,"iat":1700000600000}"#] {
            check(claims, &[REFUSED], &[]);
        }
        check(r#"{"nbf":1700000600}"#, &[Sent { has_time: false, ..REFUSED }], &[]);
    }
}
