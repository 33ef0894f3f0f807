//! What the security events in `events` say, in words: RFC 8417 section 2.2.

use super::Recognised;
use super::token_members::TokenMembers;
use crate::jose::kinds::TokenKind;
use decode::json::Value;

const LOGOUT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// The beginning of the names of a family of events, and the name of the family.
const FAMILIES: [(&str, &str); 5] = [
    ("https://schemas.openid.net/secevent/caep/event-type/", "CAEP"),
    ("https://schemas.openid.net/secevent/risc/event-type/", "RISC"),
    ("https://schemas.openid.net/secevent/oauth/event-type/", "OAuth"),
    ("https://schemas.openid.net/secevent/ssf/event-type/", "SSF"),
    ("urn:ietf:params:scim:event:", "SCIM"),
];

/// The rest of an event's name, and what the event says.
const EVENTS: [(&str, &str); 26] = [
    ("account-credential-change-required", "the user must change their credentials"),
    ("account-disabled", "an account was disabled"),
    ("account-enabled", "an account was enabled again"),
    ("account-purged", "an account was deleted for good"),
    ("assurance-level-change", "the strength of a sign-in changed"),
    ("credential-change", "a credential was added, changed or removed"),
    ("credential-compromise", "a credential was compromised"),
    ("device-compliance-change", "a device began or ceased to follow its owner's rules"),
    ("identifier-changed", "a user's address or number changed"),
    ("identifier-recycled", "an address or number now belongs to someone else"),
    ("opt-in", "a user agreed to these events"),
    ("opt-out-cancelled", "a user took back their refusal of these events"),
    ("opt-out-effective", "a user's refusal of these events took effect"),
    ("opt-out-initiated", "a user asked for these events to stop"),
    ("recovery-activated", "a user began to recover their account"),
    ("recovery-information-changed", "what a user recovers their account with changed"),
    ("risk-level-change", "how much an account, device or session is trusted changed"),
    ("session-established", "a session began"),
    ("session-presented", "a session was seen in use"),
    ("session-revoked", "a session was revoked"),
    ("sessions-revoked", "all of a user's sessions were revoked"),
    ("stream-updated", "the stream of events itself was changed"),
    ("token-claims-change", "the claims of an earlier token changed"),
    ("token-revoked", "a token was revoked"),
    ("tokens-revoked", "all of a user's tokens were revoked"),
    ("verification", "the stream of events is being tested"),
];

/// How many events are put into words.
const MOST: usize = 3;

/// A logout token or another security event token. None without `events`.
pub(super) fn recognise(members: &TokenMembers) -> Option<Recognised> {
    let events = members.claim("events")?;
    // OpenID Connect Back-Channel Logout 1.0 section 2.4.
    if events.member(LOGOUT).is_some() {
        return Some(Recognised {
            kind: TokenKind::OidcLogoutToken,
            because: vec!["Its `events` names a back-channel logout.".to_owned()],
        });
    }
    let mut because = in_words(members);
    if because.is_empty() {
        because.push("It has `events`.".to_owned());
    }
    Some(Recognised { kind: TokenKind::SecurityEventToken, because })
}

/// A sentence for each of the first known events.
pub(super) fn in_words(members: &TokenMembers) -> Vec<String> {
    let members = members.claim("events").map_or(&[][..], Value::members);
    members.iter().filter_map(|event| sentence(&event.name.text)).take(MOST).collect()
}

fn sentence(event: &str) -> Option<String> {
    let (family, short) =
        FAMILIES.iter().find_map(|(beginning, family)| Some((family, event.strip_prefix(beginning)?)))?;
    Some(match EVENTS.iter().find(|(name, _)| *name == short) {
        Some((_, words)) => format!("Its `events` says that {words} ({family})."),
        None => format!("Its `events` names an event of {family}."),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::token_with;

    #[track_caller]
    fn check(claims: &str, id: &str, because: &[&str]) {
        let token = token_with(claims);
        let kind = recognise(&TokenMembers::of(&token)).expect("events");
        assert_eq!((kind.kind.id(), kind.because), (id, because.iter().map(|it| (*it).to_owned()).collect()));
    }

    #[test]
    fn names_events_in_words() {
        check(
            r#"{"events":{"https://schemas.openid.net/secevent/caep/event-type/session-revoked":{}}}"#,
            "security-event-token",
            &["Its `events` says that a session was revoked (CAEP)."],
        );
        check(
            r#"{"events":{"urn:ietf:params:scim:event:prov:create:notice":{},"urn:x":{}}}"#,
            "security-event-token",
            &["Its `events` names an event of SCIM."],
        );
        check(
            r#"{"events":{"http://schemas.openid.net/event/backchannel-logout":{}}}"#,
            "oidc-logout-token",
            &["Its `events` names a back-channel logout."],
        );
    }

    #[test]
    fn knows_no_event_from_another_address() {
        for near_miss in [
            "https://schemas.openid.net.evil.example/secevent/caep/event-type/session-revoked",
            "http://schemas.openid.net/event/backchannel-logout/x",
            "session-revoked",
        ] {
            let claims = format!("{{\"events\":{{\"{near_miss}\":{{}}}}}}");
            check(&claims, "security-event-token", &["It has `events`."]);
        }
        check(r#"{"events":"{}"}"#, "security-event-token", &["It has `events`."]);
    }
}
