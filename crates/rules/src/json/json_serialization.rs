//! A token in the form of a JSON object.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "json-serialization",
    severity: Severity::Notice,
    title: "JSON serialization",
    why: "A JWT has only the compact form. Libraries that accepted both forms have been made to verify one content and use another one.",
    advice: "Refuse the JSON form wherever a JWT is expected.",
    references: &["RFC 7519 section 1", "RFC 7515 section 7.2", "RFC 7516 section 7.2", "CVE-2022-39227"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let format = evaluation.token.format;
    let what = if format.is_encrypted() { "an encrypted" } else { "a signed" };
    let message = || format!("This is {what} message in JSON form, not a JWT.");
    format.is_json().then(|| Evidence::new(&RECORD, message(), Place::default())).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of(r#"{"protected":"eyJhbGciOiJIUzI1NiJ9","payload":"e30","signature":"AA"}"#);
        let message = "This is a signed message in JSON form, not a JWT.";
        check(&RULE, &token, "json-serialization", "", message);
        let token = token_of(
            r#"{"protected":"eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0","iv":"AA","ciphertext":"AA","tag":"AA"}"#,
        );
        let message = "This is an encrypted message in JSON form, not a JWT.";
        check(&RULE, &token, "json-serialization", "", message);
    }

    #[test]
    fn is_quiet_on_compact_ones() {
        check_quiet(&RULE, &token_with("{}"));
    }
}
