//! The claims of a token, for the rules about them.

use crate::Evaluation;
use decode::format::Format;
use decode::json::{Kind, Member, Value};
use decode::{Coding, Part};

/// A claim. Of several with one name the last counts.
pub(crate) fn claim<'s>(evaluation: &Evaluation<'s>, name: &str) -> Option<(&'s Part, &'s Member)> {
    let part = evaluation.token.payload()?;
    Some((part, part.members().iter().rfind(|member| member.name.text == name)?))
}

/// The claims set of a JWT, read whole: what is not in it is missing.
pub(crate) fn whole_set<'s>(evaluation: &Evaluation<'s>) -> Option<&'s Part> {
    let payload = evaluation.token.payload()?;
    let is_set = payload.value().is_some_and(|value| matches!(value.kind, Kind::Object(_)));
    let is_whole = payload.error().is_none() && evaluation.token.format != Format::Segment;
    (is_set && is_whole && !is_other_message(evaluation)).then_some(payload)
}

/// RFC 7519 section 1 and RFC 7797 section 7: neither a JSON serialization nor an unencoded payload is a form of a
/// JWT, though some give it to one.
pub(crate) fn is_other_message(evaluation: &Evaluation) -> bool {
    let token = evaluation.token;
    let typ = || token.parameter("typ").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase();
    let is_plain = token.payload().is_some_and(|payload| payload.coding == Coding::Plain);
    (token.format.is_json() || is_plain) && !typ().ends_with("jwt")
}

/// Whether there is such a claim. No audience is what devise-jwt writes as null.
pub(crate) fn has(payload: &Part, name: &str) -> bool {
    let mut claims = payload.members().iter();
    claims.any(|claim| claim.name.text == name && (name != "aud" || claim.value.kind != Kind::Null))
}

/// The well-known issuer's id, empty where there is none.
pub(crate) fn issuer(evaluation: &Evaluation) -> &'static str {
    evaluation.description.profile.issuer_id()
}

/// Whether it is of a kind that lets in whoever sends it along.
pub(crate) fn is_bearer(evaluation: &Evaluation) -> bool {
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
    KINDS.contains(&evaluation.description.profile.id)
}
