//! A header that is JSON, but no object, or a payload that is labelled as claims and is none.

use super::{Evidence, Place, Rule, Severity, Evaluation};
use decode::Role;
use decode::json::Kind;
use inspect::describe::should_be_json;

pub(super) const RULE: Rule = Rule {
    id: "json-not-object",
    title: "Not a JSON object",
    severity: Severity::Error,
    why: "The header and the claims set of a JWT are JSON objects; a verifier cannot use anything else.",
    advice: "Look at the code that makes the token: it encodes the wrong value.",
    references: &["RFC 7519 section 7.2", "RFC 7515 section 5.2"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let parts = evaluation.token.parts.iter().filter(|part| part.role == Role::Payload || part.role.is_header());
    parts
        .filter_map(|part| {
            if !should_be_json(evaluation.token, part) {
                return None;
            }
            let value = part.value().filter(|value| !matches!(value.kind, Kind::Object(_)))?;
            let message =
                ["The ", part.role.name(), " must be a JSON object, but is ", value.type_name(), "."].concat();
            part.error().is_none().then(|| Evidence::new(message, Place::at(evaluation.token, part)))
        })
        .collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_from, token_of, token_with};

    #[test]
    fn fires_on_an_array() {
        check(
            "json-not-object",
            &token_with("[1]"),
            "json-not-object",
            "/payload",
            "The payload must be a JSON object, but is an array.",
        );
    }

    #[test]
    fn is_quiet_on_objects_and_on_text() {
        check_quiet("json-not-object", &token_with("{}"));
        check_quiet("json-not-object", &token_with("hello"));
        check_quiet("json-not-object", &token_from(r#"{"alg":"HS256"}"#, "[1]"));
        check_quiet("json-not-object", &token_from(r#"{"alg":"HS256"}"#, "\"hi\""));
    }

    #[test]
    fn fires_on_an_unprotected_header_that_is_text() {
        let token = token_of(r#"{"protected":"eyJhbGciOiJIUzI1NiJ9","header":"x","payload":"e30","signature":"AA"}"#);
        let message = "The unprotected header must be a JSON object, but is a string.";
        check("json-not-object", &token, "json-not-object", "/unprotectedHeader", message);
    }
}
