//! What authorization servers answer with: token responses, redirects with a code, configurations. RFC 6749, RFC 8414.

use super::{ASK_ITS_ISSUER, Lookalike, NOTHING_TO_DO, SECRET, Subject};
use crate::decode::json::{self, Value};

pub(super) fn recognise(subject: &Subject) -> Option<Lookalike> {
    let text = subject.beginning();
    if text.starts_with('{') { object(text) } else { parameters(text) }
}

fn lookalike(id: &'static str, name: &'static str, message: &str, advice: &'static str) -> Option<Lookalike> {
    Some(Lookalike { id, name, message: message.to_owned(), advice, is_secret: advice == SECRET, inside: None })
}

fn object(text: &str) -> Option<Lookalike> {
    let value = json::read(text.as_bytes()).value?;
    let has = |name: &str| value.member(name).is_some();
    let has_text = |name: &str| value.member(name).and_then(Value::as_str).is_some_and(|text| !text.is_empty());
    if has_text("access_token") || has_text("refresh_token") {
        return lookalike(
            "looks-like-token-response",
            "a token response",
            "The tokens in it are opaque: they can be used, but not decoded.",
            SECRET,
        );
    }
    if has_text("authorization_endpoint") || has_text("issuer") && has_text("jwks_uri") {
        let message = "It says where an authorization server's endpoints and keys are.";
        return lookalike(
            "looks-like-server-metadata",
            "an authorization server's configuration",
            message,
            NOTHING_TO_DO,
        );
    }
    if has_text("error") && (has("error_description") || has("error_uri")) {
        let message = "It says why an authorization server refused a request; the reason stands in it.";
        return lookalike("looks-like-error-response", "an OAuth error response", message, NOTHING_TO_DO);
    }
    if value.member("active").is_some_and(|active| active.type_name() == "a boolean") {
        let message = "It says what an authorization server knows of a token, but is none.";
        return lookalike(
            "looks-like-introspection-response",
            "a token introspection response",
            message,
            NOTHING_TO_DO,
        );
    }
    None
}

/// A link, or the parameters of one.
fn parameters(text: &str) -> Option<Lookalike> {
    // The parameters of a link, or of a form: either way one stretch without spaces.
    if text.contains(char::is_whitespace) {
        return None;
    }
    let is_link = text.starts_with("https://") || text.starts_with("http://");
    let value_of = |wanted: &str| {
        text.split(['?', '&', '#']).skip(usize::from(is_link)).find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            (name == wanted).then_some(value)
        })
    };
    if ["access_token", "refresh_token"].iter().any(|name| value_of(name).is_some_and(|value| value.len() >= 8)) {
        let message = "The token in it is opaque: it can be used, but not decoded. Links stay in histories and logs.";
        return lookalike("looks-like-link-with-token", "a link with an access token", message, SECRET);
    }
    let has_code = value_of("code").is_some_and(|code| code.len() >= 12);
    if has_code && (value_of("state").is_some() || value_of("iss").is_some() || value_of("session_state").is_some()) {
        return lookalike(
            "looks-like-authorization-code",
            "a link with an authorization code",
            "The code is exchanged for tokens once, within minutes, by the client that asked for it.",
            ASK_ITS_ISSUER,
        )
        .map(|code| Lookalike { is_secret: true, ..code });
    }
    let authority = text.split_once("://").filter(|(scheme, _)| super::is_made_of(scheme, "w")).map(|(_, rest)| rest);
    let authority = authority.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let has_password =
        authority.rsplit_once('@').is_some_and(|(user, _)| user.split_once(':').is_some_and(|it| !it.1.is_empty()));
    if has_password {
        let message = "It holds a user name and a password in the clear. They are not shown here.";
        return lookalike("looks-like-link-with-password", "an address with a password in it", message, SECRET);
    }
    None
}
