//! A signature whose payload is left out.

use super::{Evidence, Place, Rule, Severity, Evaluation};
use decode::Role;

pub(super) const RULE: Rule = Rule {
    id: "payload-detached",
    title: "Payload left out",
    severity: Severity::Info,
    why: "What is signed may travel beside its signature, such as the body of a request or a file.",
    advice: "Nothing to do. To check the signature, take the payload byte for byte from where it is sent.",
    references: &["RFC 7515 appendix F", "RFC 7797", "RFC 8225 section 7"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !evaluation.token.is_detached() {
        return Vec::new();
    }
    let message = "The payload is left out: whoever checks the signature must have it from elsewhere.";
    vec![Evidence::new(message, Place::role(Role::Payload))]
}

#[cfg(test)]
mod tests {
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
            check("payload-detached", &token_of(&text), "payload-detached", "/payload", message);
        }
    }

    #[test]
    fn is_quiet_on_a_payload() {
        check_quiet("payload-detached", &token_with("{}"));
        check_quiet("payload-detached", &token_of(r#"{"protected":"e30","payload":"","signature":"AA"}"#));
    }
}
