//! An ID token in the `Authorization` header of a request that was refused.

use guide::Question;

use crate::oauth::id_token_not_for_apis::is_not_for_apis;
use crate::query::{claims, requests};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "sent-id-token",
    severity: Severity::Warning,
    title: "ID token sent to an API",
    why: "An ID token tells a client who signed in. Its audience is that client and it has no scope, so an API that checks them refuses it.",
    advice: "Send the access token, which came in the same response of the authorization server.",
    references: &["OpenID Connect Core 1.0 section 2", "RFC 6750 section 3.1", "HTTP Archive 1.2"],
    guide: Question::Audience,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Requests, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.requests.is_empty() || !is_not_for_apis(evaluation) {
        return Vec::new();
    }
    let found = requests::refused_in_time(evaluation);
    let evidence = requests::most_telling(&found).map(|(sent, ())| {
        let (outcome, others) = (requests::outcome(sent, false), requests::others(found.len()));
        let message = format!("This is an ID token, which is not meant for APIs.{outcome}{others}");
        Evidence::new(&RECORD, message, claims::place(evaluation, "aud"))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Sent, found_in_requests, token_with};
    use decode::har::Carrier;

    const ID_TOKEN: &str = r#"{"nonce":"n","at_hash":"h","aud":"a","exp":1700003600}"#;
    const REFUSED: Sent = Sent { at: 0, status: 401, ..Sent::DEFAULT };

    #[track_caller]
    fn check(claims: &str, sent: Sent, expected: &[&str]) {
        let found = found_in_requests(&RULE, &token_with(claims), &[sent]);
        assert_eq!(found.iter().map(|finding| &*finding.message).collect::<Vec<_>>(), expected, "{claims}");
    }

    #[test]
    fn fires_where_it_was_refused() {
        let message =
            "This is an ID token, which is not meant for APIs. That may be why `GET /orders/0` was answered 401.";
        check(ID_TOKEN, REFUSED, &[message]);
        // What is said of every ID token is left out beside it.
        let found = crate::testing::findings_in_requests(&token_with(ID_TOKEN), &[REFUSED]);
        assert!(found.iter().all(|finding| finding.id() != "id-token-not-for-apis"));
    }

    #[test]
    fn is_quiet_elsewhere() {
        check(ID_TOKEN, Sent { status: 200, ..REFUSED }, &[]);
        check(ID_TOKEN, Sent { carrier: Carrier::Other, ..REFUSED }, &[]);
        // Then it is refused for another reason.
        check(ID_TOKEN, Sent { at: 7_200, ..REFUSED }, &[]);
        check(r#"{"aud":"https://api.example","scope":"a","exp":1700003600}"#, REFUSED, &[]);
        check(r#"{"typ":"ID","iss":"https://accounts.google.com"}"#, REFUSED, &[]);
    }
}
