//! The claims of a token that somebody has decoded already, as JSON or as a programming language prints them.

use super::known::TextKind;
use super::loose_object;
use super::{PastedText, RecognisedText};
use crate::display::listed;
use crate::time::{instants, numeric_date};
use decode::json::{self, JsonKind, Value};

/// RFC 7519 section 4.1.
const REGISTERED: [&str; 7] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

/// Where libraries and tools put the claims beside the header.
const AROUND: [&str; 5] = ["payload", "claims", "body", "Payload", "Claims"];

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    let text = subject.beginning();
    let of_json = || json_objects(text).find_map(|source| claims_in(source.as_bytes()));
    let printed = || claims_in(loose_object::as_json(text)?.as_bytes());
    let assigned =
        || claims_in(loose_object::as_json(behind_title(text)?.trim_end().trim_end_matches(';'))?.as_bytes());
    of_json().or_else(printed).or_else(assigned)
}

/// The JSON objects that stand in a text one behind the other, such as a header and claims: the first few.
fn json_objects(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let next = move || {
        let source = behind_title(rest)?;
        let end = json::read(source.as_bytes()).value?.span.end;
        rest = source.get(end..)?;
        source.get(..end)
    };
    std::iter::from_fn(next).take(4)
}

/// A text from its first bracket on, where what stands before it is a title at most: `Token claims:`, `decoded =`.
fn behind_title(text: &str) -> Option<&str> {
    let is_title = |c: char| c.is_alphanumeric() || c.is_whitespace() || "-=:*#>_.&,".contains(c);
    let (title, source) = text.split_at_checked(text.find(['{', '[', '('])?)?;
    (title.len() <= 200 && title.chars().all(is_title)).then_some(source)
}

/// What is said of the claims in this JSON, if there are any.
fn claims_in(source: &[u8]) -> Option<RecognisedText> {
    let value = json::read(source).value?;
    let inner = AROUND.iter().filter_map(|name| value.member(name));
    let elements = match &value.kind {
        JsonKind::Array(elements) => elements.get(..3).unwrap_or(elements),
        _ => &[],
    };
    let claims = std::iter::once(&value).chain(inner).chain(elements).find(|value| are_claims(value))?;
    let mut times = Vec::new();
    let mut expires_at = None;
    for (name, what) in [("iat", "was issued on"), ("nbf", "is valid from"), ("exp", "expires on")] {
        let Some(seconds) = claims.member(name).and_then(|value| time(source, value)) else { continue };
        times.push(format!("{what} {} (`{name}`)", instants::utc(seconds)));
        if name == "exp" {
            expires_at = Some(seconds);
        }
    }
    let found = TextKind::DecodedClaims.recognised();
    let said = match times.as_slice() {
        [] => found,
        times => found.saying(&format!("By its claims it {}.", listed(times, " and "))),
    };
    Some(said.expiring(expires_at))
}

/// At least two registered claims, of which one says when, who or for whom. An endpoint or a key in it makes it
/// something else.
fn are_claims(value: &Value) -> bool {
    let is_there = |name: &&&str| value.member(name).is_some_and(|value| is_of_claim(name, value));
    let count = REGISTERED.iter().filter(is_there).count();
    count >= 2 && ["active", "issuer", "jwks_uri", "kty", "alg"].iter().all(|name| value.member(name).is_none())
}

/// Whether a value is of a type that the claim may have.
fn is_of_claim(name: &str, value: &Value) -> bool {
    match (name, &value.kind) {
        ("exp" | "nbf" | "iat", JsonKind::Number) | ("aud", JsonKind::Array(_)) => true,
        // As some languages print a time.
        ("exp" | "nbf" | "iat", JsonKind::String(text)) => text.text.starts_with(|c: char| c.is_ascii_digit()),
        (_, JsonKind::String(text)) => !text.text.is_empty(),
        ("sub" | "jti", JsonKind::Number) => true,
        _ => false,
    }
}

/// A time as a number or in digits, if it can be meant.
fn time(source: &[u8], value: &Value) -> Option<i64> {
    let digits = match value.as_str() {
        Some(text) => text.to_owned(),
        None => String::from_utf8_lossy(value.span.of(source)).into_owned(),
    };
    let date = numeric_date::parse(&digits).filter(|date| !date.out_of_range)?;
    numeric_date::is_sensible(date.seconds).then_some(date.seconds)
}
