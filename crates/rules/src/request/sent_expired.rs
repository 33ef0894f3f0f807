//! A token that had expired when it was sent.

use decode::har::Carrier;
use guide::Question;

use crate::query::{requests, times};
use crate::time::expired::LEEWAY;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "sent-expired",
    severity: Severity::Error,
    title: "Sent after it had expired",
    why: "A service refuses an expired token, usually with status 401. The time of the request is by the clock of the computer that recorded it, which may be wrong by some seconds.",
    advice: "Renew the token about a minute before its `exp`. Where a request is answered 401 all the same, renew it and send the request once more.",
    references: &["RFC 7519 section 4.1.4", "RFC 6750 section 3.1", "HTTP Archive 1.2"],
    guide: Question::Times,
};

/// By so many seconds the clock of a computer is easily wrong.
const DOUBTFUL: i64 = 10;

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Requests, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some((part, member, exp)) = times::sensible(evaluation, "exp") else { return Vec::new() };
    let late = evaluation.requests.iter().filter_map(|sent| Some((*sent, sent.at.filter(|at| *at >= exp)?)));
    let found: Vec<_> = late.collect();
    let Some((sent, at)) = requests::most_telling(&found) else { return Vec::new() };
    let how = match at - exp {
        0 => "It expired in the second in which it was sent.".to_owned(),
        _ => format!("It had expired {} before it was sent.", times::between(exp, *at)),
    };
    let is_cause = sent.carrier == Carrier::Authorization && at - exp >= DOUBTFUL;
    let outcome = requests::outcome(sent, is_cause);
    let message = format!("{how}{outcome}{}", requests::others(found.len()));
    let severity = match sent.exchange.status {
        Some(401 | 403) => Severity::Error,
        // Services may allow for clocks that differ.
        Some(_) if at - exp <= LEEWAY => Severity::Info,
        _ => Severity::Notice,
    };
    vec![Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member)).with_severity(severity)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Sent, found_in_requests, token_with};

    const CLAIMS: &str = r#"{"iat":1699996400,"exp":1700000000}"#;

    #[track_caller]
    fn check(claims: &str, sent: &[Sent], expected: &[(&str, Severity)]) {
        let found = found_in_requests(&RULE, &token_with(claims), sent);
        let found: Vec<_> = found.iter().map(|finding| (&*finding.message, finding.severity)).collect();
        assert_eq!(found, expected, "{claims}");
    }

    #[test]
    fn explains_a_401() {
        let sent = Sent { at: 35, status: 401, ..Sent::default() };
        let message = "It had expired 35 seconds before it was sent. That explains the 401 of `GET /orders/0`.";
        check(CLAIMS, &[sent], &[(message, Severity::Error)]);
        // It may be the clock.
        let message =
            "It expired in the second in which it was sent. That may be why `GET /orders/0` was answered 401.";
        check(CLAIMS, &[Sent { at: 0, ..sent }], &[(message, Severity::Error)]);
        let message = "It had expired 2 hours before it was sent. That may be why `GET /orders/0` was answered 403.";
        check(CLAIMS, &[Sent { at: 7_200, status: 403, ..sent }], &[(message, Severity::Error)]);
        // Something else may have been meant to let the request in.
        let message = "It had expired 35 seconds before it was sent. That may be why `GET /orders/0` was answered 401.";
        check(CLAIMS, &[Sent { carrier: Carrier::Other, ..sent }], &[(message, Severity::Error)]);
    }

    #[test]
    fn says_where_it_was_taken_all_the_same() {
        let sent = Sent { at: 120, status: 200, ..Sent::default() };
        let message = "It had expired 2 minutes before it was sent. `GET /orders/0` was answered 200 all the same.";
        check(CLAIMS, &[sent], &[(message, Severity::Notice)]);
        let message = "It had expired 10 seconds before it was sent. `GET /orders/0` was answered 200 all the same.";
        check(CLAIMS, &[Sent { at: 10, ..sent }], &[(message, Severity::Info)]);
        let message = "It had expired 2 minutes before it was sent. The file has no answer to `GET /orders/0`.";
        check(CLAIMS, &[Sent { status: 0, ..sent }], &[(message, Severity::Notice)]);
    }

    #[test]
    fn names_the_first_that_it_explains() {
        let sent = |at, status, url| Sent { at, status, url, ..Sent::default() };
        let requests = [
            sent(-10, 401, "https://api.example/early"),
            sent(5, 200, "https://api.example/a"),
            sent(20, 403, "https://api.example/b"),
            sent(35, 401, "https://api.example/c"),
            sent(40, 401, "https://api.example/d"),
        ];
        let message = "It had expired 35 seconds before it was sent. That explains the 401 of `GET /c`. The same holds for 3 more.";
        check(CLAIMS, &requests, &[(message, Severity::Error)]);
        let message = "It had expired 5 seconds before it was sent. `GET /a` was answered 200 all the same. The same holds for 1 more.";
        check(CLAIMS, &[requests[1], sent(6, 200, "https://api.example/e")], &[(message, Severity::Info)]);
    }

    #[test]
    fn is_quiet_where_it_is_not_known() {
        let sent = Sent { at: -1, status: 401, ..Sent::default() };
        check(CLAIMS, &[sent], &[]);
        check(CLAIMS, &[], &[]);
        check(CLAIMS, &[Sent { has_time: false, at: 35, ..sent }], &[]);
        for claims in ["{}", r#"{"exp":"1700000000"}"#, r#"{"exp":1700000000000}"#, r#"{"iat":1699996400,"exp":3600}"#]
        {
            check(claims, &[Sent { at: 35, ..sent }], &[]);
        }
    }
}
