//! Words in place of a signature.

use super::signature_shape::{Shape, by_shape};
use super::{Evidence, Rule, Severity, Evaluation};
use inspect::display::counted;

pub(super) const RULE: Rule = Rule {
    id: "signature-is-text",
    title: "Readable signature",
    severity: Severity::Warning,
    why: "Bytes of a signature look drawn at random. Text is a placeholder, or a secret that somebody put in its place.",
    advice: "Copy the token again from its source, and let its maker sign it.",
    references: &["RFC 7515 section 5.1"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_shape(evaluation, &|seen| match seen.shape {
        // It may be a secret, so it is not quoted.
        Shape::Text { .. } => {
            let characters = counted(seen.part.bytes.len(), "character");
            Some(
                ["The signature is readable text of ", &characters, ": a placeholder rather than a signature."]
                    .concat(),
            )
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, encode, findings, token_from, token_of, token_with};
    use super::super::Severity;

    #[test]
    fn fires() {
        let token = token_of(&["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.", &encode("fake signature")].concat());
        let message = "The signature is readable text of 14 characters: a placeholder rather than a signature.";
        check("signature-is-text", &token, "signature-is-text", "/signature", message);
        let severity =
            |token| findings(token).into_iter().find(|it| it.id == "signature-is-text").map(|it| it.severity);
        assert_eq!(severity(&token), Some(Severity::Error));
        let token =
            token_of(&["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.", &encode("a text of 32 characters, no more")].concat());
        assert_eq!(severity(&token), Some(Severity::Warning));
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet("signature-is-text", &token_with("{}"));
        check_quiet("signature-is-text", &token_from(r#"{"alg":"ES256"}"#, "{}"));
        check_quiet(
            "signature-is-text",
            &token_of(&["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.", &encode("fake")].concat()),
        );
    }
}
