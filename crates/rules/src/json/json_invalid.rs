//! A header or payload that is not valid JSON.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::error::{Fault, FaultKind};
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

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

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
    if is_not_text(part, fault) {
        let message =
            format!("The {} is not valid JSON: from byte {} on it is not UTF-8.", part.role.name(), fault.span.start);
        return Some(Evidence::new(&RECORD, message, place));
    }
    let wrong =
        if matches!(fault.kind, FaultKind::TooDeep) { " cannot be read whole: " } else { " is not valid JSON: " };
    Some(Evidence::new(&RECORD, format!("The {}{wrong}{fault}.", part.role.name()), place))
}

/// Whether what was found there is no character: U+FFFD stands for bytes that are not UTF-8.
fn is_not_text(part: &Part, fault: &Fault) -> bool {
    let found = match fault.kind {
        FaultKind::Unexpected { found, .. } | FaultKind::TextBehind(found) | FaultKind::BadEscape(found) => found,
        _ => return false,
    };
    let replacement = char::REPLACEMENT_CHARACTER.encode_utf8(&mut [0; 4]).as_bytes().to_owned();
    let there = part.bytes.get(fault.span.start..).unwrap_or_default();
    found == char::REPLACEMENT_CHARACTER && !there.strip_prefix(b"\\").unwrap_or(there).starts_with(&replacement)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_from, token_of, token_with};

    #[test]
    fn says_what_and_where() {
        let message = "The payload is not valid JSON: expected a name in double quotes, but found `}` (JSON allows no comma before the end), at line 1, column 12 (byte 11).";
        check(&RULE, &token_with(r#"{"sub":"u",}"#), "json-invalid", "/payload", message);
    }

    #[test]
    fn bytes_that_are_no_text_are_not_called_a_character() {
        let of =
            |payload: &[u8]| token_of(&[&encode(r#"{"alg":"HS256","typ":"JWT"}"#), &encode(payload), "AAAA"].join("."));
        for (payload, at) in [(&b"\xff\xfe\xfa"[..], 0), (b"{\"a\":\xb0\xb1}", 5), (b"{} \xff", 3)] {
            let message = format!("The payload is not valid JSON: from byte {at} on it is not UTF-8.");
            check(&RULE, &of(payload), "json-invalid", "/payload", &message);
        }
        let message =
            "The payload is not valid JSON: expected a JSON value, but found U+FFFD, at line 1, column 6 (byte 5).";
        check(&RULE, &of("{\"a\":\u{FFFD}}".as_bytes()), "json-invalid", "/payload", message);
    }

    #[test]
    fn what_is_too_deep_is_still_json() {
        let deep = [r#"{"a":"#, &"[".repeat(200), &"]".repeat(200), "}"].concat();
        let message = "The payload cannot be read whole: nested deeper than 128 levels; the rest was not read, at line \
            1, column 133 (byte 132).";
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
