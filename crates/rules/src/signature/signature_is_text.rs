//! Readable text instead of a signature.

use crate::query::signature_shape::{Shape, by_shape};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
use inspect::display::counted;

pub(crate) static RECORD: Record = Record {
    id: "signature-is-text",
    severity: Severity::Error,
    title: "Readable text instead of a signature",
    why: "The bytes of a signature look random. Readable text is a placeholder, or a secret that somebody pasted where the signature belongs.",
    advice: "Get a signed token from the issuer. If the text is a secret, replace that secret.",
    references: &["RFC 7515 section 5.1"],
    guide: Question::Decoded,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Signature, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let with_length = |is_right: bool| {
        by_shape(&RECORD, evaluation, move |seen| match seen.shape {
            // The text may be a secret, so it is not quoted.
            Shape::Text { has_right_length } if has_right_length == is_right => {
                let characters = counted(seen.part.bytes.len(), "character");
                Some(format!("The signature is readable text of {characters}: a placeholder rather than a signature."))
            }
            _ => None,
        })
    };
    // Text of the right length could be a genuine signature, though that is very unlikely.
    let possible = with_length(true).into_iter().map(|evidence| evidence.with_severity(Severity::Warning));
    with_length(false).into_iter().chain(possible).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::Severity;
    use crate::testing::{check, check_quiet, encode, findings, token_from, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of(&format!("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.{}", encode("fake signature")));
        let message = "The signature is readable text of 14 characters: a placeholder rather than a signature.";
        check(&RULE, &token, "signature-is-text", "/signature", message);
        let severity =
            |token| findings(token).into_iter().find(|it| it.id() == "signature-is-text").map(|it| it.severity);
        assert_eq!(severity(&token), Some(Severity::Error));
        let token =
            token_of(&format!("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.{}", encode("a text of 32 characters, no more")));
        assert_eq!(severity(&token), Some(Severity::Warning));
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256"}"#, "{}"));
        check_quiet(&RULE, &token_of(&format!("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.{}", encode("fake"))));
    }
}
