//! A request object that asks for an access token in the answer of the authorization endpoint.

use guide::Question;
use inspect::display;
use inspect::jose::kinds::TokenKind;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "request-object-implicit",
    severity: Severity::Warning,
    title: "Access token in the authorization response",
    why: "With this `response_type` the access token comes back through the browser, usually in the redirect address, where histories, logs and scripts can read it. It cannot be bound to the client there.",
    advice: "Use `response_type=code` with PKCE.",
    references: &["RFC 9700 section 2.1.2"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

/// RFC 9700 section 2.1.2.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let is_request = evaluation.description.profile.kind == TokenKind::RequestObject;
    let asks_for_token = |response: &&str| is_request && response.split(' ').any(|word| word == "token");
    let evidence = claims::text(evaluation, "response_type").filter(asks_for_token).map(|response| {
        let response = display::quoted(response, 80);
        // OAuth 2.0 Multiple Response Types section 2.1, OAuth 2.0 Form Post Response Mode, and JARM 1.0 section 2.3.
        let how = match claims::text(evaluation, "response_mode") {
            None | Some("query" | "fragment" | "jwt" | "query.jwt" | "fragment.jwt") => "in the address",
            Some("form_post" | "form_post.jwt") => "through the browser, in a form",
            Some(_) => "through the browser",
        };
        let message = format!("`response_type` is {response}: the access token would come back {how}.");
        Evidence::new(&RECORD, message, claims::place(evaluation, "response_type"))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, request_object};

    #[test]
    fn fires_on_tokens_in_the_answer() {
        let message = "`response_type` is `id_token token`: the access token would come back in the address.";
        let token = request_object(r#"{"client_id":"c","response_type":"id_token token"}"#);
        check(&RULE, &token, "request-object-implicit", "/payload/response_type", message);
        check_quiet(&RULE, &request_object(r#"{"client_id":"c","response_type":"code id_token"}"#));
    }

    #[test]
    fn a_form_is_no_address() {
        for (mode, how) in [
            ("form_post", "through the browser, in a form"),
            ("form_post.jwt", "through the browser, in a form"),
            ("fragment", "in the address"),
            ("jwt", "in the address"),
            ("query.jwt", "in the address"),
            ("web_message", "through the browser"),
        ] {
            let claims = format!(r#"{{"client_id":"c","response_type":"token","response_mode":"{mode}"}}"#);
            let message = format!("`response_type` is `token`: the access token would come back {how}.");
            let place = "/payload/response_type";
            check(&RULE, &request_object(&claims), "request-object-implicit", place, &message);
        }
    }
}
