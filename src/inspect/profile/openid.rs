//! OpenID Connect's tokens: ID tokens and logout tokens.

use super::{Evidence, Profile, oauth, typed};

const LOGOUT: &str = "http://schemas.openid.net/event/backchannel-logout";

pub(super) fn recognise(evidence: &Evidence) -> Option<Profile> {
    // OpenID Connect Back-Channel Logout 1.0 section 2.4.
    let logout =
        |because| Profile { id: "oidc-logout-token", name: "OpenID Connect logout token", because: vec![because] };
    if evidence.is_typed("logout+jwt") {
        return Some(logout(typed("logout+jwt")));
    }
    if let Some(events) = evidence.claim("events") {
        return Some(match events.member(LOGOUT) {
            Some(_) => logout("Its `events` names a back-channel logout.".to_owned()),
            None => oauth::security_event("It has `events`.".to_owned()),
        });
    }
    // OpenID Connect Core 1.0 section 2.
    let id_token = |because| Profile { id: "oidc-id-token", name: "OpenID Connect ID token", because: vec![because] };
    if evidence.claim("token_use").and_then(|claim| claim.as_str()) == Some("id") {
        return Some(id_token("Its `token_use` is `id`.".to_owned()));
    }
    if evidence.claim("typ").and_then(|claim| claim.as_str()) == Some("ID") {
        return Some(id_token("It has a claim `typ`, and that is `ID`.".to_owned()));
    }
    if let Some(because) = evidence.having(&["nonce", "at_hash", "c_hash"]) {
        return Some(id_token(because));
    }
    // RFC 9068 section 2.2.1: an access token may say when its user signed in, too.
    let has_scope = evidence.has("scope") || evidence.has("scp");
    if let Some(because) = evidence.having(&["auth_time"]).filter(|_| !has_scope) {
        return Some(id_token(because));
    }
    let required = ["iss", "sub", "aud", "exp", "iat"];
    if evidence.has_all(&required)
        && !has_scope
        && !evidence.has("roles")
        && (evidence.has("azp") || evidence.has("sid"))
    {
        let because = evidence.having(&["iss", "sub", "aud", "exp", "iat", "azp", "sid"])?;
        return Some(id_token([because.trim_end_matches('.'), ", and no `scope`."].concat()));
    }
    None
}
