//! A shared security event that names its subject in `sub`.

use guide::Question;

use crate::query::{claims, events, kinds};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "set-sub",
    severity: Severity::Error,
    title: "Security event with `sub`",
    why: "The Shared Signals Framework forbids `sub` in such events, which name whom they are about in `sub_id`. With `sub` a careless client can take the event for an ID token and sign that person in.",
    advice: "Write the subject into `sub_id`, and leave `sub` out.",
    references: &["OpenID Shared Signals Framework 1.0 section 4.1.2", "RFC 8417 section 4.5"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !events::are_shared_signals(evaluation) || claims::claim(evaluation, "sub").is_none() {
        return Vec::new();
    }
    let message = "Has `sub`, which the Shared Signals Framework forbids (section 4.1.2): such events name their subject in `sub_id`.";
    let evidence = Evidence::new(&RECORD, message, claims::place(evaluation, "sub"));
    vec![evidence.with_severity(kinds::gravest(evaluation))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, check_severity, token_with};

    #[test]
    fn fires_on_shared_events() {
        let message = "Has `sub`, which the Shared Signals Framework forbids (section 4.1.2): such events name their subject in `sub_id`.";
        for claims in [
            r#"{"sub":"u","events":{"https://schemas.openid.net/secevent/caep/event-type/session-revoked":{}}}"#,
            // One shared event of several is enough.
            r#"{"sub":"u","events":{"urn:x":{},"https://schemas.openid.net/secevent/risc/event-type/account-purged":{}}}"#,
            r#"{"sub":"u","events":{"https://schemas.openid.net/secevent/ssf/event-type/verification":{}}}"#,
        ] {
            check(&RULE, &token_with(claims), "set-sub", "/payload/sub", message);
            check_severity(&token_with(claims), "set-sub", Severity::Error);
        }
    }

    #[test]
    fn is_quiet_on_other_events_and_on_other_names() {
        for claims in [
            r#"{"sub":"u","events":{"urn:x":{}}}"#,
            r#"{"sub":"u","events":{"urn:ietf:params:scim:event:prov:create:full":{}}}"#,
            r#"{"sub_id":{},"events":{"https://schemas.openid.net/secevent/caep/event-type/session-revoked":{}}}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
