//! What a token is by its form alone.

use super::Recognised;
use super::token_members::TokenMembers;
use crate::jose::REGISTERED_CLAIMS;
use crate::jose::kinds::TokenKind;
use decode::Role;
use decode::format::Format;

pub(super) fn recognise(members: &TokenMembers) -> Recognised {
    let alg = || members.token.parameter("alg")?.as_str();
    let (kind, because) = if members.is_encrypted() {
        (TokenKind::EncryptedToken, "It has the parts of an encrypted token.")
    } else if members.is_disclosable() {
        (TokenKind::SdJwt, "Disclosures follow it, joined by `~`.")
    } else if members.is_segment() && members.token.part(Role::Header).is_some() {
        (TokenKind::JoseHeader, "It is a single segment with header parameters.")
    } else if members.is_segment() && REGISTERED_CLAIMS.iter().any(|name| members.claim(name).is_some()) {
        (TokenKind::JwtClaims, "It is a single segment with a JSON object that has registered claims.")
    } else if members.is_segment() && members.has_claims() {
        (TokenKind::EncodedJson, "It is a single segment with a JSON object that has none of the registered claims.")
    } else if members.is_segment() {
        (TokenKind::Segment, "It is a single segment.")
    } else if members.has_claims() && alg() == Some("none") {
        // RFC 7519 section 6.
        (TokenKind::UnsecuredJwt, "Its `alg` is `none`.")
    } else if members.has_claims() {
        (TokenKind::Jwt, "Its payload is a set of claims.")
    } else if members.token.is_detached() {
        // RFC 7515 appendix F; RFC 8225 section 7 leaves the header out as well.
        (TokenKind::Jws, "It has a signature, and its payload is left out.")
    } else if members.is_unreadable() {
        (TokenKind::Unreadable, "Neither its header nor its payload is JSON.")
    } else {
        (TokenKind::Jws, "Its payload is no JSON object.")
    };
    Recognised { kind, because: vec![because.to_owned()] }
}

/// A cookie signed by itsdangerous, as Flask writes its sessions. It has three parts: the data, the time when it was
/// made, and a signature. The first part would be the header of a JWT but names no algorithm, and the second is too
/// short for claims.
pub(super) fn signed_cookie(members: &TokenMembers) -> Option<Recognised> {
    let time = members.token.part(Role::Payload)?;
    let is_cookie = members.token.format == Format::JwsCompact
        && members.has_header()
        && members.header_parameter("alg").is_none()
        && matches!(time.bytes.len(), 4..=6)
        && !members.has_claims()
        && members.token.part(Role::Signature).is_some();
    let because = [
        "Its first part is JSON, but names no `alg`.".to_owned(),
        format!("Its second part is {} bytes: room for a time, not for claims.", time.bytes.len()),
    ];
    is_cookie.then(|| Recognised { kind: TokenKind::FlaskSession, because: because.to_vec() })
}
