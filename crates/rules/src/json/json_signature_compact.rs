//! A JSON serialization whose list of signatures holds compact tokens in place of objects.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::format::Format;
use decode::json::{self, JsonKind};
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "json-signature-compact",
    severity: Severity::Error,
    title: "Compact token in `signatures`",
    why: "Each element of `signatures` must be an object with `protected` and `signature`. Libraries refuse a list of strings, or find no signature in it.",
    advice: "Write each signature as an object, or use the flattened form, which has `protected` and `signature` beside `payload`.",
    references: &["RFC 7515 section 7.2.1", "RFC 7515 section 7.2.2", "RFC 8555 section 6.2"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.token.format != Format::JwsJsonGeneral {
        return Vec::new();
    }
    let document = json::read(evaluation.token.text.as_bytes());
    let signatures = document.value.as_ref().and_then(|value| value.member("signatures")).map(|value| &value.kind);
    let Some(JsonKind::Array(signatures)) = signatures else { return Vec::new() };
    let strings = signatures.iter().filter(|signature| matches!(signature.kind, JsonKind::String(_))).count();
    let message = match strings {
        0 => return Vec::new(),
        1 => "One element of `signatures` is a string and not an object with `protected` and `signature`.".to_owned(),
        _ => {
            format!("{strings} elements of `signatures` are strings and not objects with `protected` and `signature`.")
        }
    };
    vec![Evidence::new(&RECORD, message, Place::default())]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of};

    #[test]
    fn fires_on_compact_signatures() {
        let token = token_of(r#"{"payload":"e30","signatures":["eyJhbGciOiJIUzI1NiJ9..AAEC"]}"#);
        let message = "One element of `signatures` is a string and not an object with `protected` and `signature`.";
        check(&RULE, &token, "json-signature-compact", "", message);
        let token =
            token_of(r#"{"payload":"e30","signatures":["eyJhbGciOiJIUzI1NiJ9..AAEC","eyJhbGciOiJIUzI1NiJ9..AAED"]}"#);
        let message = "2 elements of `signatures` are strings and not objects with `protected` and `signature`.";
        check(&RULE, &token, "json-signature-compact", "", message);
    }

    #[test]
    fn is_quiet_on_objects() {
        let token =
            token_of(r#"{"payload":"e30","signatures":[{"protected":"eyJhbGciOiJIUzI1NiJ9","signature":"AAEC"}]}"#);
        check_quiet(&RULE, &token);
        let token = token_of(r#"{"payload":"e30","protected":"eyJhbGciOiJIUzI1NiJ9","signature":"AAEC"}"#);
        check_quiet(&RULE, &token);
    }
}
