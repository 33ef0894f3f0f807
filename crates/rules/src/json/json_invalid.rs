//! A header or payload that is not valid JSON.

use crate::{Check, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::error::FaultKind;
use decode::{Coding, Part, Role, Token};
use guide::Question;
use inspect::describe::should_be_json;

pub(crate) static RECORD: Record = Record {
    id: "json-invalid",
    severity: Severity::Error,
    title: "Invalid JSON",
    why: "Strict parsers refuse the token. Lenient ones guess, and two of them may guess differently.",
    advice: "Write the header and the claims with a JSON library. The page shows what stands before the fault.",
    references: &["RFC 8259", "RFC 7519 section 7.2", "RFC 7515 section 10.12"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let cut = evaluation.token.cut_part().map(|part| part.role);
    let parts = evaluation.token.parts.iter().filter(|part| matches!(part.role, Role::Header | Role::Payload));
    parts.filter(|part| cut != Some(part.role)).filter_map(|part| evidence(evaluation.token, part)).collect::<Vec<_>>()
}

fn evidence(token: &Token, part: &Part) -> Option<Evidence> {
    // A payload that cannot be inflated has a finding of its own.
    if part.coding != Coding::Base64url && part.faults.iter().any(|fault| fault.kind.is_of_encoding()) {
        return None;
    }
    if part.mask().is_some() || !should_be_json(token, part) || part.role == Role::Payload && token.is_detached() {
        return None;
    }
    let is_ours =
        |kind: &FaultKind| !kind.is_of_encoding() && !kind.is_soft() && !matches!(kind, FaultKind::InvalidUtf8(_));
    let fault = part.faults.iter().find(|fault| is_ours(&fault.kind))?;
    let place = Place { span: Some(fault.span), ..Place::at(token, part) };
    let wrong =
        if matches!(fault.kind, FaultKind::TooDeep) { " cannot be read whole: " } else { " is not valid JSON: " };
    Some(Evidence::new(&RECORD, format!("The {}{wrong}{fault}.", part.role.name()), place))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from, token_of, token_with};

    #[test]
    fn says_what_and_where() {
        let message = "The payload is not valid JSON: expected a name in double quotes, but found `}` (JSON allows no comma before the end), at line 1, column 12 (byte 11).";
        check(&RULE, &token_with(r#"{"sub":"u",}"#), "json-invalid", "/payload", message);
    }

    #[test]
    fn what_is_too_deep_is_still_json() {
        let deep = [r#"{"a":"#, &"[".repeat(200), &"]".repeat(200), "}"].concat();
        let message = "The payload cannot be read whole: nested deeper than 128 levels; read no further, at line 1, column 133 (byte 132).";
        check(&RULE, &token_with(&deep), "json-invalid", "/payload", message);
    }

    #[test]
    fn is_quiet_on_json_and_on_cut_tokens() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9..AAAA"));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256"}"#, "12 monkeys"));
    }

    #[test]
    fn is_quiet_on_a_payload_that_is_a_token() {
        let inner = token_with(r#"{"exp":1800000000}"#).text;
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","typ":"JWT","cty":"JWT"}"#, &inner));
        check_quiet(
            &crate::json::json_not_object::RULE,
            &token_from(r#"{"alg":"HS256","typ":"JWT"}"#, &format!("\"{inner}\"")),
        );
    }
}
