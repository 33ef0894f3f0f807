//! The claims of a token, for the rules about them.

use super::Subject;
use crate::decode::format::Format;
use crate::decode::json::{Kind, Member, Value};
use crate::decode::{Coding, Part};

/// A claim. Of several with one name the last counts.
pub(super) fn claim<'s>(subject: &Subject<'s>, name: &str) -> Option<(&'s Part, &'s Member)> {
    let part = subject.token.payload()?;
    Some((part, part.members().iter().rfind(|member| member.name.text == name)?))
}

/// The claims set of a JWT, read whole: what is not in it is missing.
pub(super) fn whole_set<'s>(subject: &Subject<'s>) -> Option<&'s Part> {
    let payload = subject.token.payload()?;
    let is_set = payload.value().is_some_and(|value| matches!(value.kind, Kind::Object(_)));
    let is_whole = payload.error().is_none() && subject.token.format != Format::Segment;
    (is_set && is_whole && !is_other_message(subject)).then_some(payload)
}

/// RFC 7519 section 1 and RFC 7797 section 7: neither a JSON serialization nor an unencoded payload is a form of a
/// JWT, though some give it to one.
pub(super) fn is_other_message(subject: &Subject) -> bool {
    let token = subject.token;
    let typ = || token.parameter("typ").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase();
    let is_plain = token.payload().is_some_and(|payload| payload.coding == Coding::Plain);
    (token.format.is_json() || is_plain) && !typ().ends_with("jwt")
}

/// Whether there is such a claim. No audience is what devise-jwt writes as null.
pub(super) fn has(payload: &Part, name: &str) -> bool {
    let mut claims = payload.members().iter();
    claims.any(|claim| claim.name.text == name && (name != "aud" || claim.value.kind != Kind::Null))
}

/// The well-known issuer's id, empty where there is none.
pub(super) fn issuer(subject: &Subject) -> &'static str {
    subject.description.profile.issuer_id()
}

/// Whether it is of a kind that lets in whoever sends it along.
pub(super) fn is_bearer(subject: &Subject) -> bool {
    const KINDS: [&str; 15] = [
        "access-token",
        "api-key",
        "encrypted-token",
        "jwt",
        "jwt-svid",
        "oauth-access-token",
        "oidc-id-token",
        "proxy-identity",
        "refresh-token",
        "registry-token",
        "self-signed-api-token",
        "service-account-token",
        "session-token",
        "unsecured-jwt",
        "workload-identity-token",
    ];
    KINDS.contains(&subject.description.profile.id)
}
