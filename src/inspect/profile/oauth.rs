//! OAuth's tokens: access tokens, DPoP proofs, security events.

use super::{Evidence, Profile, typed};

pub(super) fn recognise(evidence: &Evidence) -> Option<Profile> {
    let access_token =
        |because| Profile { id: "oauth-access-token", name: "OAuth 2.0 access token", because: vec![because] };
    // RFC 9068 section 2.1.
    if evidence.is_typed("at+jwt") {
        return Some(access_token(typed("at+jwt")));
    }
    // RFC 9449 section 4.2.
    if evidence.is_typed("dpop+jwt") {
        return Some(Profile { id: "dpop-proof", name: "DPoP proof", because: vec![typed("dpop+jwt")] });
    }
    // RFC 8417 section 2.3.
    if evidence.is_typed("secevent+jwt") {
        return Some(security_event(typed("secevent+jwt")));
    }
    let is_for_sign_in = ["nonce", "at_hash", "c_hash"].iter().any(|name| evidence.has(name));
    let has_scope = ["scope", "scp"].iter().any(|name| evidence.has(name));
    let has_client = ["client_id", "azp", "cid", "appid"].iter().any(|name| evidence.has(name));
    if has_scope && has_client && !is_for_sign_in {
        return evidence.having(&["scope", "scp", "client_id", "azp", "cid", "appid"]).map(access_token);
    }
    None
}

pub(super) fn security_event(because: String) -> Profile {
    Profile { id: "security-event-token", name: "security event token", because: vec![because] }
}
