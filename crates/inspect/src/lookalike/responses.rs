//! What authorization servers answer with: token responses, redirects with a code, configurations. RFC 6749, RFC 8414.

use super::known::known;
use super::{Lookalike, Subject, is_made_of};
use decode::json::{self, Kind, Value};

pub(super) fn recognise(subject: &Subject) -> Option<Lookalike> {
    let text = subject.beginning();
    known(if text.starts_with('{') { object(text)? } else { parameters(text)? })
}

fn object(text: &str) -> Option<&'static str> {
    let value = json::read(text.as_bytes()).value?;
    let has = |name: &str| value.member(name).and_then(Value::as_str).is_some_and(|text| !text.is_empty());
    Some(if has("access_token") || has("refresh_token") {
        "looks-like-token-response"
    } else if has("authorization_endpoint") || has("issuer") && has("jwks_uri") {
        "looks-like-server-metadata"
    } else if has("error") && (has("error_description") || has("error_uri")) {
        "looks-like-error-response"
    } else if matches!(value.member("active")?.kind, Kind::Bool(_)) {
        "looks-like-introspection-response"
    } else {
        return None;
    })
}

/// A link, or the parameters of one: either way one stretch without spaces.
fn parameters(text: &str) -> Option<&'static str> {
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
        return Some("looks-like-link-with-token");
    }
    if has("code", 12) && (has("state", 1) || has("iss", 1) || has("session_state", 1)) {
        return Some("looks-like-authorization-code");
    }
    let (scheme, rest) = text.split_once("://")?;
    let (user, _) = rest.split(['/', '?', '#']).next()?.rsplit_once('@')?;
    let (_, password) = user.split_once(':')?;
    (is_made_of(scheme, "b") && !password.is_empty()).then_some("looks-like-link-with-password")
}
