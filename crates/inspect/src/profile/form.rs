//! What a token is by its form alone.

use super::Kind;
use super::evidence::Evidence;
use decode::Role;

/// RFC 7519 section 4.1.
const REGISTERED: [&str; 7] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

pub(super) fn recognise(evidence: &Evidence) -> Kind {
    let alg = || evidence.token.parameter("alg")?.as_str();
    let (id, because) = if evidence.is_encrypted() {
        ("encrypted-token", "It has the parts of an encrypted token.")
    } else if evidence.is_disclosable() {
        ("sd-jwt", "Disclosures follow it, joined by `~`.")
    } else if evidence.is_segment() && evidence.token.part(Role::Header).is_some() {
        ("jose-header", "It is a single segment with header parameters.")
    } else if evidence.is_segment() && REGISTERED.iter().any(|name| evidence.claim(name).is_some()) {
        ("jwt-claims", "It is a single segment with a JSON object that has registered claims.")
    } else if evidence.is_segment() && evidence.has_claims() {
        ("encoded-json", "It is a single segment with a JSON object that has none of the registered claims.")
    } else if evidence.is_segment() {
        ("segment", "It is a single segment.")
    } else if evidence.has_claims() && alg() == Some("none") {
        // RFC 7519 section 6.
        ("unsecured-jwt", "Its `alg` is `none`.")
    } else if evidence.has_claims() {
        ("jwt", "Its payload is a set of claims.")
    } else if evidence.token.is_detached() {
        // RFC 7515 appendix F; RFC 8225 section 7 leaves the header out as well.
        ("jws", "It has a signature, and its payload is left out.")
    } else if evidence.is_unreadable() {
        ("unreadable", "Neither its header nor its payload is JSON.")
    } else {
        ("jws", "Its payload is no JSON object.")
    };
    Kind { id, because: vec![because.to_owned()] }
}

/// A cookie signed by itsdangerous, as Flask writes its sessions: the data, when it was made, a signature. What comes
/// first would be the header of a JWT, but names no algorithm; what comes second is too short for claims.
pub(super) fn signed_cookie(evidence: &Evidence) -> Option<Kind> {
    let time = evidence.token.part(Role::Payload)?;
    let is_cookie = evidence.token.format.id() == "jws-compact"
        && evidence.has_header()
        && evidence.header_parameter("alg").is_none()
        && matches!(time.bytes.len(), 4..=6)
        && !evidence.has_claims()
        && evidence.token.part(Role::Signature).is_some();
    let because = [
        "Its first part is JSON, but names no `alg`.".to_owned(),
        ["Its second part is ", &time.bytes.len().to_string(), " bytes: room for a time, not for claims."].concat(),
    ];
    is_cookie.then(|| Kind { id: "flask-session", because: because.to_vec() })
}
