//! A payload that was encoded twice.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::base64url;
use decode::json::{self, JsonKind};
use guide::Question;
use inspect::describe::is_nested;

pub(crate) static RECORD: Record = Record {
    id: "nested-encoding",
    severity: Severity::Notice,
    title: "Payload encoded twice",
    why: "Verifiers decode base64url once and then find text instead of claims.",
    advice: "Hand the claims to the signing library as JSON. The library encodes them by itself.",
    references: &["RFC 7515 section 5.1"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let payload =
        evaluation.token.payload().filter(|payload| payload.bytes.starts_with(b"ey") && !is_nested(evaluation.token));
    let is_encoded = |text: &str| {
        let decoded = base64url::decode(text);
        let document = json::read(&decoded.bytes);
        decoded.faults.iter().all(|fault| fault.kind.is_soft())
            && document.faults.is_empty()
            && document.value.is_some_and(|value| matches!(value.kind, JsonKind::Object(_)))
    };
    let payload = payload.filter(|payload| is_encoded(&payload.text()));
    let message = "The payload was encoded twice: decoded once more it is a JSON object.";
    payload.map(|payload| Evidence::new(&RECORD, message, Place::role(payload.role))).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, grave_findings, token_from, token_with};

    #[test]
    fn fires_and_says_it_alone() {
        let message = "The payload was encoded twice: decoded once more it is a JSON object.";
        for header in [r#"{"alg":"HS256"}"#, r#"{"alg":"HS256","typ":"JWT"}"#] {
            let token = token_from(header, &encode(r#"{"sub":"u"}"#));
            check(&RULE, &token, "nested-encoding", "/payload", message);
            assert_eq!(grave_findings(&token).len(), 1, "{:?}", grave_findings(&token));
        }
    }

    #[test]
    fn is_quiet_on_claims_nested_tokens_and_other_text() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256"}"#, &token_with("{}").text));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256"}"#, "eyebrow"));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256"}"#, &encode(r#"{"sub":"u""#)));
    }
}
