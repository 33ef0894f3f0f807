//! A shared security event that names its subject in `sub`.

use decode::json::Value;
use guide::Question;
use inspect::jose::kinds::TokenKind;

use crate::query::claims;
use crate::{Check, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "set-sub",
    severity: Severity::Notice,
    title: "Security event with `sub`",
    why: "Shared Signals name the person in `sub_id`. With `sub` a careless client can take the event for an ID token and sign that person in.",
    advice: "Write the subject into `sub_id`, and leave `sub` out.",
    references: &["OpenID Shared Signals Framework 1.0", "RFC 8417 section 4.5"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check: Check::Once(check) };

/// OpenID Shared Signals Framework 1.0: the subject stands in `sub_id`, so that nobody takes an event for an ID token.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.description.profile.kind != TokenKind::SecurityEventToken
        || claims::claim(evaluation, "sub").is_none()
    {
        return Vec::new();
    }
    let events = claims::value(evaluation, "events").map_or(&[][..], Value::members);
    if !events.iter().any(|event| event.name.text.starts_with("https://schemas.openid.net/secevent/")) {
        return Vec::new();
    }
    let message =
        "Has `sub`, where such events name whom they are about in `sub_id`: it could be taken for an ID token.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "sub"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_shared_events() {
        let message =
            "Has `sub`, where such events name whom they are about in `sub_id`: it could be taken for an ID token.";
        for claims in [
            r#"{"sub":"u","events":{"https://schemas.openid.net/secevent/caep/event-type/session-revoked":{}}}"#,
            // One shared event of several is enough.
            r#"{"sub":"u","events":{"urn:x":{},"https://schemas.openid.net/secevent/risc/y":{}}}"#,
        ] {
            check(&RULE, &token_with(claims), "set-sub", "/payload/sub", message);
        }
        check_quiet(&RULE, &token_with(r#"{"sub":"u","events":{"urn:x":{}}}"#));
    }
}
