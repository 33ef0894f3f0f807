//! A shared security event that expires.

use guide::Question;

use crate::query::{claims, events, kinds};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "set-exp",
    severity: Severity::Error,
    title: "Security event with `exp`",
    why: "The Shared Signals Framework forbids `exp` in such events: what has happened does not expire. With `exp` a careless service can take the event for an access token or an ID token.",
    advice: "In the transmitter, leave `exp` out of these events.",
    references: &["OpenID Shared Signals Framework 1.0 section 4.1.7", "RFC 8417 section 2.2"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !events::are_shared_signals(evaluation) || claims::claim(evaluation, "exp").is_none() {
        return Vec::new();
    }
    let message = "Has `exp`, which the Shared Signals Framework forbids (section 4.1.7): an event does not expire.";
    let evidence = Evidence::new(&RECORD, message, claims::place(evaluation, "exp"));
    vec![evidence.with_severity(kinds::gravest(evaluation))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, check_severity, findings, token_with};

    #[test]
    fn fires_on_shared_events() {
        let message =
            "Has `exp`, which the Shared Signals Framework forbids (section 4.1.7): an event does not expire.";
        let token = token_with(
            r#"{"exp":1700003600,"events":{"https://schemas.openid.net/secevent/caep/event-type/session-revoked":{}}}"#,
        );
        check(&RULE, &token, "set-exp", "/payload/exp", message);
        check_severity(&token, "set-exp", Severity::Error);
        let general = |id: &str| findings(&token).iter().any(|finding| finding.id() == id);
        assert!(!general("security-event-token-forbidden-claim"), "one cause, one finding");
    }

    #[test]
    fn is_quiet_on_other_events_and_without_exp() {
        check_quiet(&RULE, &token_with(r#"{"exp":1700003600,"events":{"urn:x":{}}}"#));
        let shared = r#"{"events":{"https://schemas.openid.net/secevent/caep/event-type/session-revoked":{}}}"#;
        check_quiet(&RULE, &token_with(shared));
    }
}
