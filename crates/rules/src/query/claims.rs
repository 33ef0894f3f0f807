//! The claims of a token, for the rules about them.

use crate::evidence::LIMIT;
use crate::{Evaluation, Place};
use decode::format::Format;
use decode::json::{JsonKind, Member, Value};
use decode::{Coding, Part};
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;
use inspect::masked::MASK;

/// A claim by its name, if its value can be [judged](can_be_judged). If a name occurs several times, the last one
/// counts. That there is no such claim, [`lacks`] says.
pub(crate) fn claim<'s>(evaluation: &Evaluation<'s>, name: &str) -> Option<(&'s Part, &'s Member)> {
    let part = evaluation.token.payload()?;
    let member = part.last_member(name)?;
    can_be_judged(evaluation, &member.value).then_some((part, member))
}

/// Whether a value is the one that was written: it could be read to its end, and the sender of a link did not mask it.
pub(crate) fn can_be_judged(evaluation: &Evaluation, value: &Value) -> bool {
    let is_masked = evaluation.claims_redacted && value.as_str() == Some(MASK);
    !value.is_cut && !is_masked
}

/// Whether the token certainly has no such claim: all of its payload could be read, and no digest may stand for it.
pub(crate) fn lacks(evaluation: &Evaluation, name: &str) -> bool {
    let Some(payload) = evaluation.token.payload() else { return false };
    let may_be_hidden = evaluation.description.sd_jwt.as_ref().is_some_and(|sd_jwt| {
        let is_disclosed = sd_jwt.disclosures.iter().any(|disclosure| disclosure.name.as_deref() == Some(name));
        is_disclosed || sd_jwt.undisclosed > 0 || sd_jwt.hash.is_none()
    });
    let is_whole = payload.value().is_some_and(|claims| !claims.is_cut) && !evaluation.token.is_cut;
    is_whole && !may_be_hidden && payload.last_member(name).is_none()
}

/// The value of a claim.
pub(crate) fn value<'s>(evaluation: &Evaluation<'s>, name: &str) -> Option<&'s Value> {
    claim(evaluation, name).map(|(_, member)| &member.value)
}

/// The value of a claim that is a string.
pub(crate) fn text<'s>(evaluation: &Evaluation<'s>, name: &str) -> Option<&'s str> {
    value(evaluation, name)?.as_str()
}

/// The strings that a claim holds: its value, or the elements of its array.
pub(crate) fn texts<'s>(evaluation: &Evaluation<'s>, name: &str) -> impl Iterator<Item = &'s str> {
    value(evaluation, name).map_or(&[][..], one_or_many).iter().filter_map(Value::as_str)
}

/// Whether a claim is this string, or an array that holds it.
pub(crate) fn is_text(evaluation: &Evaluation, name: &str, wanted: &str) -> bool {
    texts(evaluation, name).any(|text| text == wanted)
}

/// The first elements of an array, or the one value that is not an array.
pub(crate) fn one_or_many(value: &Value) -> &[Value] {
    match &value.kind {
        JsonKind::Array(values) => values.get(..LIMIT).unwrap_or(values),
        _ => std::slice::from_ref(value),
    }
}

/// Whether there are any claims.
pub(crate) fn has_any(evaluation: &Evaluation) -> bool {
    evaluation.token.payload().is_some_and(|payload| !payload.members().is_empty())
}

/// Where a claim stands, or all claims where there is no such claim.
pub(crate) fn place(evaluation: &Evaluation, name: &str) -> Place {
    let payload = evaluation.token.payload();
    payload.map_or_else(Place::default, |payload| Place::of(evaluation.token, payload, name))
}

/// Where the claims stand.
pub(crate) fn set_place(evaluation: &Evaluation) -> Place {
    evaluation.token.payload().map_or_else(Place::default, |payload| Place::at(evaluation.token, payload))
}

/// The claims set of a JWT, if all of it could be read: a claim that is not in it is missing from the token.
pub(crate) fn whole_set<'s>(evaluation: &Evaluation<'s>) -> Option<&'s Part> {
    let payload = evaluation.token.payload()?;
    let is_set = payload.value().is_some_and(|value| matches!(value.kind, JsonKind::Object(_)));
    let is_whole = payload.error().is_none() && evaluation.token.format != Format::Segment;
    (is_set && is_whole && !is_other_message(evaluation)).then_some(payload)
}

/// Whether this is a signed message that is not a JWT. RFC 7519 section 1 and RFC 7797 section 7: a JWT has neither a
/// JSON serialization nor an unencoded payload, although some issuers write such JWTs.
pub(crate) fn is_other_message(evaluation: &Evaluation) -> bool {
    let token = evaluation.token;
    let typ = || token.parameter("typ").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase();
    let is_plain = token.payload().is_some_and(|payload| payload.coding == Coding::Plain);
    (token.format.is_json() || is_plain) && !typ().ends_with("jwt")
}

/// Whether there is such a claim. An `aud` of null counts as missing: devise-jwt writes that for no audience.
pub(crate) fn has(payload: &Part, name: &str) -> bool {
    let mut claims = payload.members().iter();
    claims.any(|claim| claim.name.text == name && (name != "aud" || claim.value.kind != JsonKind::Null))
}

/// The well-known issuer that the token says it comes from.
pub(crate) fn issuer(evaluation: &Evaluation) -> Option<KnownIssuer> {
    evaluation.description.profile.known_issuer()
}

/// Whether it is a bearer token: a kind that gives access to its sender.
pub(crate) fn is_bearer(evaluation: &Evaluation) -> bool {
    const KINDS: [TokenKind; 15] = [
        TokenKind::AccessToken,
        TokenKind::ApiKey,
        TokenKind::EncryptedToken,
        TokenKind::Jwt,
        TokenKind::JwtSvid,
        TokenKind::OauthAccessToken,
        TokenKind::OidcIdToken,
        TokenKind::ProxyIdentity,
        TokenKind::RefreshToken,
        TokenKind::RegistryToken,
        TokenKind::SelfSignedApiToken,
        TokenKind::ServiceAccountToken,
        TokenKind::SessionToken,
        TokenKind::UnsecuredJwt,
        TokenKind::WorkloadIdentityToken,
    ];
    KINDS.contains(&evaluation.description.profile.kind)
}
