//! A signature whose payload is left out.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Role;
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "payload-detached",
    severity: Severity::Info,
    title: "Detached payload",
    why: "The signed content travels separately, such as in the body of a request or in a file. The signature cannot be verified with the token alone.",
    advice: "Take the payload byte for byte from where it is sent, and verify the signature over that.",
    references: &["RFC 7515 appendix F", "RFC 7797", "RFC 8225 section 7"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !evaluation.token.is_detached() {
        return Vec::new();
    }
    let message = "The payload is left out: whoever checks the signature must have it from elsewhere.";
    vec![Evidence::new(&RECORD, message, Place::role(Role::Payload))]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of, token_with};

    #[test]
    fn says_that_a_payload_is_elsewhere() {
        let message = "The payload is left out: whoever checks the signature must have it from elsewhere.";
        let header = encode(r#"{"alg":"HS256"}"#);
        let signature = encode([7; 64]);
        for text in [
            format!(r#"{{"protected":"{header}","signature":"{signature}"}}"#),
            format!("{header}..{signature}"),
            format!("..{signature}"),
        ] {
            check(&RULE, &token_of(&text), "payload-detached", "/payload", message);
        }
    }

    #[test]
    fn is_quiet_on_a_payload() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of(r#"{"protected":"e30","payload":"","signature":"AA"}"#));
    }
}
