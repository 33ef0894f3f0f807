//! A request object that asks for an access token in the redirect address.

use guide::Question;
use inspect::display;
use inspect::jose::kinds::TokenKind;

use crate::query::claims;
use crate::{Check, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "request-object-implicit",
    severity: Severity::Warning,
    title: "Access token in the address",
    why: "With this `response_type` the access token comes back in the redirect address, where browser histories, logs and scripts can read it.",
    advice: "Use `response_type=code` with PKCE.",
    references: &["RFC 9700 section 2.1.2"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check: Check::Once(check) };

/// RFC 9700 section 2.1.2.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let is_request = evaluation.description.profile.kind == TokenKind::RequestObject;
    let asks_for_token = |response: &&str| is_request && response.split(' ').any(|word| word == "token");
    let evidence = claims::text(evaluation, "response_type").filter(asks_for_token).map(|response| {
        let response = display::quoted(response, 80);
        let message = format!("`response_type` is {response}: the access token would come back in the address.");
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
}
