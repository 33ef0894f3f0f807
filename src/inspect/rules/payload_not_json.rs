//! A payload that is no claims set, nor meant to be one.

use super::{Evidence, Place, Rule, Severity, Subject};
use crate::inspect::describe::{is_nested, should_be_json};

pub(super) const RULE: Rule = Rule {
    id: "payload-not-json",
    title: "No claims set",
    severity: Severity::Info,
    why: "A signature can cover any bytes. What reads tokens as JWTs must refuse such a one.",
    advice: "Read it as what it is: a signed message.",
    references: &["RFC 7515 section 3", "RFC 7519 section 7.2"],
    check,
};

fn check(subject: &Subject) -> Vec<Evidence> {
    let token = subject.token;
    let is_elsewhere = token.is_detached() || is_nested(token);
    let Some(part) = token.payload().filter(|part| !is_elsewhere && !should_be_json(token, part)) else {
        return Vec::new();
    };
    // What cannot be inflated whole ends anyhow: that is said by itself.
    if part.faults.iter().any(|fault| matches!(fault.kind.id(), "deflate-broken" | "deflate-too-large")) {
        return Vec::new();
    }
    let what = match part.value().filter(|_| part.error().is_none()) {
        _ if part.bytes.is_empty() => "empty",
        Some(value) => value.type_name(),
        None if std::str::from_utf8(&part.bytes).is_ok() => "text",
        None => "binary",
    };
    let rest = if part.bytes.is_empty() { "." } else { ", no claims set: this is a signed message rather than a JWT." };
    vec![Evidence::new(["The payload is ", what, rest].concat(), Place::role(part.role))]
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{check, check_quiet, token_from, token_of, token_with};

    #[test]
    fn fires_on_any_other_message() {
        for (payload, what) in [
            ("hello", "text"),
            ("12 monkeys", "text"),
            ("[hello]", "text"),
            ("[1]", "an array"),
            ("\"hi\"", "a string"),
        ] {
            let message = format!("The payload is {what}, no claims set: this is a signed message rather than a JWT.");
            let token = token_from(r#"{"alg":"HS256"}"#, payload);
            check("payload-not-json", &token, "payload-not-json", "/payload", &message);
        }
    }

    #[test]
    fn is_quiet_on_claims_and_where_there_is_no_payload() {
        check_quiet("payload-not-json", &token_with("{}"));
        check_quiet("payload-not-json", &token_of("eyJhbGciOiJIUzI1NiJ9..AAAA"));
        check_quiet("payload-not-json", &token_from(r#"{"alg":"HS256"}"#, &token_with("{}").text));
    }
}
