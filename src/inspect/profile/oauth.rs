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
    // Amazon Cognito and Keycloak write what it is into the claims; Keycloak's refresh tokens look like access tokens.
    let says = |claim, value: &str| evidence.claim(claim).and_then(|claim| claim.as_str()) == Some(value);
    if says("token_use", "access") {
        return Some(access_token("Its `token_use` is `access`.".to_owned()));
    }
    if says("typ", "Bearer") {
        return Some(access_token("It has a claim `typ`, and that is `Bearer`.".to_owned()));
    }
    for typ in ["Refresh", "Offline"] {
        if says("typ", typ) {
            let because = ["It has a claim `typ`, and that is `", typ, "`."].concat();
            return Some(Profile { id: "refresh-token", name: "refresh token", because: vec![because] });
        }
    }
    // RFC 9068 section 2.2.3.1, and what Entra and Auth0 put into access tokens alone.
    let is_for_sign_in = ["nonce", "at_hash", "c_hash"].iter().any(|name| evidence.has(name));
    let has_scope = ["scope", "scp"].iter().any(|name| evidence.has(name));
    let has_client = ["client_id", "azp", "cid", "appid"].iter().any(|name| evidence.has(name));
    let has_client_kind = ["azpacr", "appidacr", "gty"].iter().any(|name| evidence.has(name));
    if (has_scope || has_client_kind) && has_client && !is_for_sign_in {
        let names = ["scope", "scp", "client_id", "azp", "cid", "appid", "azpacr", "appidacr", "gty"];
        return evidence.having(&names).map(access_token);
    }
    None
}

pub(super) fn security_event(because: String) -> Profile {
    Profile { id: "security-event-token", name: "security event token", because: vec![because] }
}
