//! A header or payload that is no JSON.

use super::{Evidence, Place, Rule, Severity, Subject, truncated_token};
use crate::decode::error::FaultKind;
use crate::decode::{Part, Role};

pub(super) const RULE: Rule = Rule {
    id: "json-invalid",
    title: "Not valid JSON",
    severity: Severity::Error,
    why: "Two readers of malformed JSON may read two different things, and a strict one refuses it.",
    advice: "Write header and claims with a JSON library. What stands before the fault is shown.",
    references: &["RFC 8259", "RFC 7519 section 7.2", "RFC 7515 section 10.12"],
    check,
};

fn check(subject: &Subject) -> Vec<Evidence> {
    let cut = truncated_token::cut_part(subject.token).map(|part| part.role);
    let parts = subject.token.parts.iter().filter(|part| matches!(part.role, Role::Header | Role::Payload));
    parts.filter(|part| cut != Some(part.role)).filter_map(evidence).collect()
}

fn evidence(part: &Part) -> Option<Evidence> {
    let is_ours = |kind: &FaultKind| !kind.is_of_encoding() && !kind.is_soft() && !matches!(kind, FaultKind::InvalidUtf8(_));
    let fault = part.faults.iter().find(|fault| is_ours(&fault.kind))?;
    let place = Place { span: Some(fault.span), ..Place::role(part.role) };
    // A payload may be any message at all; it is JSON gone wrong only when it begins like some.
    let looks_like_json = part.value().is_some() || part.bytes.trim_ascii_start().first().is_some_and(|byte| b"{[".contains(byte));
    let mut evidence = if part.role == Role::Payload && !looks_like_json {
        let what = if part.bytes.is_empty() { "empty" } else { "no JSON: this is a signed message rather than a JWT" };
        Evidence::new(["The payload is ", what, "."].concat(), Place::role(part.role))
    } else {
        Evidence::new(["The ", part.role.name(), " is not valid JSON: ", &fault.to_string(), "."].concat(), place)
    };
    if part.role == Role::Payload && !looks_like_json {
        evidence.id = Some("payload-not-json".to_owned());
        evidence.severity = Some(Severity::Info);
    }
    Some(evidence)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn says_what_and_where() {
        let message = "The payload is not valid JSON: expected a name in double quotes, but found `}` (JSON allows no comma before the end), at line 1, column 12 (byte 11).";
        check("json-invalid", &token_with(r#"{"sub":"u",}"#), "json-invalid", "/payload", message);
    }

    #[test]
    fn knows_a_message_from_broken_claims() {
        let message = "The payload is no JSON: this is a signed message rather than a JWT.";
        check("json-invalid", &token_with("hello"), "payload-not-json", "/payload", message);
        check("json-invalid", &token_of("eyJhbGciOiJIUzI1NiJ9..AAAA"), "payload-not-json", "/payload", "The payload is empty.");
    }

    #[test]
    fn is_quiet_on_json_and_on_cut_tokens() {
        check_quiet("json-invalid", &token_with("{}"));
        check_quiet("json-invalid", &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1"));
    }
}
