//! Scopes that a token lacks: spelled in another way, in another claim, or not asked for.

use decode::json::{JsonKind, Value};
use inspect::jose::kinds::TokenKind;

use super::{HintInput, shown};
use crate::{ExpectationKind, said};

/// Where scopes stand, and where other permissions do.
const SCOPES: [&str; 2] = ["scope", "scp"];
const PERMISSIONS: [&str; 4] = ["permissions", "roles", "groups", "authorities"];

pub(super) fn hint(input: &HintInput) -> Option<String> {
    if *input.kind != ExpectationKind::Scope {
        return None;
    }
    let missing = missing(input)?;
    if let Some(granted) = granted(input).find(|granted| granted.eq_ignore_ascii_case(missing)) {
        return Some(format!("Upper and lower case count: expect {}.", shown(granted)));
    }
    let stands_in =
        |name: &str| said::claim(input.token, name).is_some_and(|value| words(value).any(|it| it == missing));
    if let Some(name) = PERMISSIONS.into_iter().find(|name| stands_in(name)) {
        return Some(format!("Expect {} in `{name}`, as a claim of its own.", shown(missing)));
    }
    // RFC 6749 section 3.3: the client asks with the parameter `scope`, and the issuer decides.
    (input.profile.kind == TokenKind::OauthAccessToken).then(|| {
        format!("Let the client ask for {} too, in the parameter `scope` of its request for the token.", shown(missing))
    })
}

/// The first expected scope that the token does not have, unless it was not meant as one scope.
pub(super) fn missing<'a>(input: &HintInput<'a>) -> Option<&'a str> {
    let missing = input.expected.iter().find(|scope| !granted(input).any(|granted| granted == scope.as_str()))?;
    (!missing.contains([',', ';', '*', '[', ']', '{', '"'])).then_some(missing.as_str())
}

fn granted<'a>(input: &HintInput<'a>) -> impl Iterator<Item = &'a str> {
    let token = input.token;
    SCOPES.into_iter().filter_map(|name| said::claim(token, name)).flat_map(words)
}

/// Of a text with spaces, or of an array.
fn words(value: &Value) -> impl Iterator<Item = &str> {
    let texts = match &value.kind {
        JsonKind::Array(values) => values.as_slice(),
        _ => std::slice::from_ref(value),
    };
    texts.iter().filter_map(Value::as_str).flat_map(|text| text.split(' '))
}
