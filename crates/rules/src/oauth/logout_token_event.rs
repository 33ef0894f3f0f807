//! A logout token whose event is not a JSON object.

use decode::json::JsonKind;
use guide::Question;
use inspect::jose::kinds::TokenKind;

use crate::query::{claims, kinds};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "logout-token-event",
    severity: Severity::Error,
    title: "Logout event is not an object",
    why: "The value of the logout event must be a JSON object, usually `{}`. A client refuses the token, and the user stays signed in there.",
    advice: "In the issuer, write `{}` as the value of the logout event.",
    references: &["OpenID Connect Back-Channel Logout 1.0 section 2.4"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

/// OpenID Connect Back-Channel Logout 1.0 section 2.4.
const LOGOUT: &str = "http://schemas.openid.net/event/backchannel-logout";

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.description.profile.kind != TokenKind::OidcLogoutToken {
        return Vec::new();
    }
    let event = claims::value(evaluation, "events").and_then(|events| events.member(LOGOUT));
    let evidence = event.filter(|event| !matches!(event.kind, JsonKind::Object(_))).map(|event| {
        let message = format!("The value of the logout event must be an object, `{{}}`, but is {}.", event.type_name());
        Evidence::new(&RECORD, message, claims::place(evaluation, "events")).with_severity(kinds::gravest(evaluation))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, findings, token_with};

    #[test]
    fn looks_at_the_value_of_the_event() {
        let logout = |value: &str| {
            let claims = format!(r#"{{"events":{{"http://schemas.openid.net/event/backchannel-logout":{value}}}}}"#);
            token_with(&claims)
        };
        let message = "The value of the logout event must be an object, `{}`, but is null.";
        check(&RULE, &logout("null"), "logout-token-event", "/payload/events", message);
        let found = findings(&logout("null")).into_iter().find(|finding| finding.id() == "logout-token-event");
        assert_eq!(found.map(|finding| finding.severity), Some(Severity::Error));
        check_quiet(&RULE, &logout("{}"));
    }
}
