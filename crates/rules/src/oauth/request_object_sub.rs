//! A request object with the client's ID as its subject.

use guide::Question;
use inspect::jose::kinds::TokenKind;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "request-object-sub",
    severity: Severity::Warning,
    title: "Request object with the client as subject",
    why: "With the client's ID as `sub` the request object looks like a client assertion: a server could accept it as proof of the client's identity.",
    advice: "Leave `sub` out of request objects.",
    references: &["RFC 9101 section 10.8"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let [sub, client_id] = ["sub", "client_id"].map(|name| claims::text(evaluation, name));
    if evaluation.description.profile.kind != TokenKind::RequestObject || sub.is_none() || sub != client_id {
        return Vec::new();
    }
    let message = "`sub` is the client's own ID: a server could take it for an assertion that signs the client in.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "sub"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, request_object};

    #[test]
    fn fires_on_the_own_id() {
        let message = "`sub` is the client's own ID: a server could take it for an assertion that signs the client in.";
        let token = request_object(r#"{"client_id":"c","response_type":"code","nonce":"n","sub":"c"}"#);
        check(&RULE, &token, "request-object-sub", "/payload/sub", message);
        check_quiet(&RULE, &request_object(r#"{"client_id":"c","sub":"d"}"#));
        check_quiet(&RULE, &request_object(r#"{"client_id":"c"}"#));
    }
}
