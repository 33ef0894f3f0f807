//! A signature over a payload that is not here.

use super::{Evidence, Place, Rule, Severity, Subject};
use crate::decode::Role;

pub(super) const RULE: Rule = Rule {
    id: "payload-detached",
    title: "Payload left out",
    severity: Severity::Info,
    why: "A detached signature covers something that travels apart, such as the body of the same request. A JWT is never detached.",
    advice: "Look for the payload where this came from: the body of the request, a file, a message beside it.",
    references: &["RFC 7515 appendix F", "RFC 7797"],
    check,
};

fn check(subject: &Subject) -> Vec<Evidence> {
    if !subject.token.is_detached() {
        return Vec::new();
    }
    let message = "The payload is left out: whoever checks the signature must have it from elsewhere.";
    vec![Evidence::new(message, Place::role(Role::Payload))]
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{check, check_quiet, encode, token_of, token_with};

    #[test]
    fn fires_in_every_form() {
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
    fn is_quiet_where_there_is_a_payload() {
        check_quiet("payload-detached", &token_with("{}"));
    }
}
