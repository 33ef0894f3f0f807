//! A token in the form of a JSON object.

use super::{Evidence, Place, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "json-serialization",
    title: "JSON form",
    severity: Severity::Notice,
    why: "JWTs have the compact form alone. Software that took both for one has let forged claims in.",
    advice: "Let what expects a JWT refuse this form.",
    references: &["RFC 7519 section 1", "RFC 7515 section 7.2", "RFC 7516 section 7.2", "CVE-2022-39227"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let format = evaluation.token.format;
    let what = if format.is_encrypted() { "an encrypted" } else { "a signed" };
    let message = || ["This is ", what, " message in JSON form, not a JWT."].concat();
    format.is_json().then(|| Evidence::new(message(), Place::default())).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of(r#"{"protected":"eyJhbGciOiJIUzI1NiJ9","payload":"e30","signature":"AA"}"#);
        let message = "This is a signed message in JSON form, not a JWT.";
        check("json-serialization", &token, "json-serialization", "", message);
        let token = token_of(
            r#"{"protected":"eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0","iv":"AA","ciphertext":"AA","tag":"AA"}"#,
        );
        let message = "This is an encrypted message in JSON form, not a JWT.";
        check("json-serialization", &token, "json-serialization", "", message);
    }

    #[test]
    fn is_quiet_on_compact_ones() {
        check_quiet("json-serialization", &token_with("{}"));
    }
}
