//! A header or a set of claims that is JSON but not an object.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Role;
use decode::json::JsonKind;
use guide::Question;
use inspect::describe::should_be_json;

pub(crate) static RECORD: Record = Record {
    id: "json-not-object",
    severity: Severity::Error,
    title: "Not a JSON object",
    why: "The header and the claims of a JWT must be JSON objects. A verifier cannot find parameters or claims in any other value.",
    advice: "Encode the object itself where the token is made, not a list, a string or a number.",
    references: &["RFC 7519 section 7.2", "RFC 7515 section 5.2"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let parts = evaluation.token.parts.iter().filter(|part| part.role == Role::Payload || part.role.is_header());
    parts
        .filter_map(|part| {
            if !should_be_json(evaluation.token, part) {
                return None;
            }
            let value = part.value().filter(|value| !matches!(value.kind, JsonKind::Object(_)))?;
            let message = format!("The {} must be a JSON object, but is {}.", part.role.name(), value.type_name());
            part.error().is_none().then(|| Evidence::new(&RECORD, message, Place::at(evaluation.token, part)))
        })
        .collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from, token_of, token_with};

    #[test]
    fn fires_on_an_array() {
        check(
            &RULE,
            &token_with("[1]"),
            "json-not-object",
            "/payload",
            "The payload must be a JSON object, but is an array.",
        );
    }

    #[test]
    fn is_quiet_on_objects_and_on_text() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_with("hello"));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256"}"#, "[1]"));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256"}"#, "\"hi\""));
    }

    #[test]
    fn fires_on_an_unprotected_header_that_is_text() {
        let token = token_of(r#"{"protected":"eyJhbGciOiJIUzI1NiJ9","header":"x","payload":"e30","signature":"AA"}"#);
        let message = "The unprotected header must be a JSON object, but is a string.";
        check(&RULE, &token, "json-not-object", "/unprotectedHeader", message);
    }
}
