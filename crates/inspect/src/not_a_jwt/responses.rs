//! What authorization servers answer with: token responses, redirects with a code, configurations. RFC 6749, RFC 8414.

use super::known::TextKind;
use super::{CharacterClass, PastedText, RecognisedText, is_made_of};
use decode::json::{self, JsonKind, Value};

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    let text = subject.beginning();
    let kind = if text.starts_with('{') { object(text)? } else { parameters(text)? };
    Some(kind.recognised())
}

fn object(text: &str) -> Option<TextKind> {
    let value = json::read(text.as_bytes()).value?;
    let has = |name: &str| value.member(name).and_then(Value::as_str).is_some_and(|text| !text.is_empty());
    Some(if has("access_token") || has("refresh_token") {
        TextKind::TokenResponse
    } else if has("authorization_endpoint") || has("issuer") && has("jwks_uri") {
        TextKind::ServerMetadata
    } else if has("error") && (has("error_description") || has("error_uri")) {
        TextKind::ErrorResponse
    } else if matches!(value.member("active")?.kind, JsonKind::Bool(_)) {
        TextKind::IntrospectionResponse
    } else {
        return None;
    })
}

/// A link, or the parameters of one: either way one stretch without spaces.
fn parameters(text: &str) -> Option<TextKind> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    let has = |wanted: &str, shortest: usize| {
        text.split(['?', '&', '#']).any(|parameter| {
            let value = parameter.split_once('=').filter(|(name, _)| *name == wanted).map(|(_, value)| value);
            value.is_some_and(|value| value.len() >= shortest)
        })
    };
    if has("access_token", 8) || has("refresh_token", 8) {
        return Some(TextKind::LinkWithToken);
    }
    if has("code", 12) && (has("state", 1) || has("iss", 1) || has("session_state", 1)) {
        return Some(TextKind::AuthorizationCode);
    }
    let (scheme, rest) = text.split_once("://")?;
    let (user, _) = rest.split(['/', '?', '#']).next()?.rsplit_once('@')?;
    let (_, password) = user.split_once(':')?;
    (is_made_of(scheme, CharacterClass::AnyBase64) && !password.is_empty()).then_some(TextKind::LinkWithPassword)
}
