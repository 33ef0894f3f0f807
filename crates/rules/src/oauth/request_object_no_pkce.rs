//! A request object that asks for a code without PKCE and without a nonce.

use guide::Question;
use inspect::jose::kinds::TokenKind;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "request-object-no-pkce",
    severity: Severity::Notice,
    title: "Code requested without PKCE",
    why: "Without `code_challenge` and `nonce` an authorization code that somebody intercepts or injects cannot be told from the right one.",
    advice: "Send a `code_challenge` with method `S256` in every request for a code.",
    references: &["RFC 9700 section 2.1.1", "RFC 7636 section 1"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let asks_for_code = evaluation.description.profile.kind == TokenKind::RequestObject
        && claims::is_text(evaluation, "response_type", "code");
    let is_unprotected = ["code_challenge", "nonce"].iter().all(|name| claims::lacks(evaluation, name));
    if !asks_for_code || !is_unprotected {
        return Vec::new();
    }
    let message =
        "Asks for a code without `code_challenge` and `nonce`: whoever catches the code may be able to use it.";
    vec![Evidence::new(&RECORD, message, claims::set_place(evaluation))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, request_object};

    #[test]
    fn fires_on_requests_for_a_code() {
        let message =
            "Asks for a code without `code_challenge` and `nonce`: whoever catches the code may be able to use it.";
        let token = request_object(r#"{"client_id":"c","response_type":"code"}"#);
        check(&RULE, &token, "request-object-no-pkce", "/payload", message);
        for claims in [
            r#"{"client_id":"c","response_type":"code","nonce":"n"}"#,
            r#"{"client_id":"c","response_type":"code","code_challenge":"x","sub":"user"}"#,
            r#"{"client_id":"c","response_type":"id_token"}"#,
        ] {
            check_quiet(&RULE, &request_object(claims));
        }
    }
}
