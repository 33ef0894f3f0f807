//! A payload that is not, and need not be, a set of claims.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::{Coding, Part};
use guide::Question;
use inspect::describe::{is_nested, should_be_json};

pub(crate) static RECORD: Record = Record {
    id: "payload-not-json",
    severity: Severity::Info,
    title: "Payload is not a set of claims",
    why: "A JWS can sign any bytes, but only a JSON object of claims makes it a JWT. Code that expects claims finds none here.",
    advice: "If claims were expected, check what the issuer signs. Otherwise nothing needs to be done.",
    references: &["RFC 7515 section 3", "RFC 7519 section 3"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let token = evaluation.token;
    let Some(payload) = token.payload() else { return Vec::new() };
    // What the payload is, a header that does not read cannot say.
    if token.header().is_some_and(|header| header.members().is_empty() && header.error().is_some()) {
        return Vec::new();
    }
    let is_cut = token.cut_part().is_some_and(|part| part.span == payload.span);
    if is_cut
        || should_be_json(token, payload)
        || token.is_detached()
        || is_nested(token)
        || cannot_be_inflated(payload)
    {
        return Vec::new();
    }
    let rest =
        if payload.bytes.is_empty() { "." } else { ", no claims set: this is a signed message rather than a JWT." };
    let message = format!("The payload is {}{rest}", what(payload));
    vec![Evidence::new(&RECORD, message, Place::at(token, payload))]
}

/// A payload that cannot be inflated has a finding of its own.
fn cannot_be_inflated(payload: &Part) -> bool {
    payload.coding != Coding::Base64url && payload.faults.iter().any(|fault| fault.kind.is_of_encoding())
}

fn what(payload: &Part) -> &'static str {
    match payload.value().filter(|_| payload.error().is_none()) {
        _ if payload.bytes.is_empty() => "empty",
        Some(value) => value.type_name(),
        None if std::str::from_utf8(&payload.bytes).is_ok() => "text",
        None => "binary",
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from, token_of, token_with};

    #[test]
    fn knows_a_message_from_broken_claims() {
        let jws = |payload| token_from(r#"{"alg":"HS256"}"#, payload);
        for (payload, what) in [
            ("hello", "text"),
            ("12 monkeys", "text"),
            ("[hello]", "text"),
            ("[1]", "an array"),
            ("\"hi\"", "a string"),
        ] {
            let message = format!("The payload is {what}, no claims set: this is a signed message rather than a JWT.");
            check(&RULE, &jws(payload), "payload-not-json", "/payload", &message);
        }
        let empty = token_of(r#"{"protected":"eyJhbGciOiJIUzI1NiJ9","payload":"","signature":"AA"}"#);
        check(&RULE, &empty, "payload-not-json", "/payload", "The payload is empty.");
    }

    #[test]
    fn is_quiet_on_claims_whole_or_broken() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_with(r#"{"sub":"u",}"#));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9..AAAA"));
    }

    #[test]
    fn is_quiet_where_the_header_does_not_read() {
        for header in ["yJhbGciOiJIUzI1NiJ9", "GciOiJIUzI1NiJ9", "AAAA"] {
            check_quiet(&RULE, &token_of(&[header, "eyJzdWIiOiJ1MSJ9", "AAAA"].join(".")));
        }
    }
}
