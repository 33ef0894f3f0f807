//! What a token is by its form alone.

use super::Recognised;
use super::evidence::Evidence;
use crate::jose::kinds::TokenKind;
use decode::Role;
use decode::format::Format;

/// RFC 7519 section 4.1.
const REGISTERED: [&str; 7] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

pub(super) fn recognise(evidence: &Evidence) -> Recognised {
    let alg = || evidence.token.parameter("alg")?.as_str();
    let (kind, because) = if evidence.is_encrypted() {
        (TokenKind::EncryptedToken, "It has the parts of an encrypted token.")
    } else if evidence.is_disclosable() {
        (TokenKind::SdJwt, "Disclosures follow it, joined by `~`.")
    } else if evidence.is_segment() && evidence.token.part(Role::Header).is_some() {
        (TokenKind::JoseHeader, "It is a single segment with header parameters.")
    } else if evidence.is_segment() && REGISTERED.iter().any(|name| evidence.claim(name).is_some()) {
        (TokenKind::JwtClaims, "It is a single segment with a JSON object that has registered claims.")
    } else if evidence.is_segment() && evidence.has_claims() {
        (TokenKind::EncodedJson, "It is a single segment with a JSON object that has none of the registered claims.")
    } else if evidence.is_segment() {
        (TokenKind::Segment, "It is a single segment.")
    } else if evidence.has_claims() && alg() == Some("none") {
        // RFC 7519 section 6.
        (TokenKind::UnsecuredJwt, "Its `alg` is `none`.")
    } else if evidence.has_claims() {
        (TokenKind::Jwt, "Its payload is a set of claims.")
    } else if evidence.token.is_detached() {
        // RFC 7515 appendix F; RFC 8225 section 7 leaves the header out as well.
        (TokenKind::Jws, "It has a signature, and its payload is left out.")
    } else if evidence.is_unreadable() {
        (TokenKind::Unreadable, "Neither its header nor its payload is JSON.")
    } else {
        (TokenKind::Jws, "Its payload is no JSON object.")
    };
    Recognised { kind, because: vec![because.to_owned()] }
}

/// A cookie signed by itsdangerous, as Flask writes its sessions: the data, when it was made, a signature. What comes
/// first would be the header of a JWT, but names no algorithm; what comes second is too short for claims.
pub(super) fn signed_cookie(evidence: &Evidence) -> Option<Recognised> {
    let time = evidence.token.part(Role::Payload)?;
    let is_cookie = evidence.token.format == Format::JwsCompact
        && evidence.has_header()
        && evidence.header_parameter("alg").is_none()
        && matches!(time.bytes.len(), 4..=6)
        && !evidence.has_claims()
        && evidence.token.part(Role::Signature).is_some();
    let because = [
        "Its first part is JSON, but names no `alg`.".to_owned(),
        format!("Its second part is {} bytes: room for a time, not for claims.", time.bytes.len()),
    ];
    is_cookie.then(|| Recognised { kind: TokenKind::FlaskSession, because: because.to_vec() })
}
