//! All expected scopes are in `scope` or `scp`: RFC 9068 section 2.2.3, RFC 6749 section 3.3.

use decode::json::{JsonKind, Value};
use inspect::display::{listed, quoted};

use super::difference;
use super::held_claims::{FoundClaim, HeldClaims};
use super::judged_line::{JudgedLine, Refusal};
use crate::{ExpectationKind, ExpectationOutcome};

/// The most characters of a scope in a sentence.
const SCOPE: usize = 60;

/// Where scopes stand: in the first by RFC 9068, in the second in tokens of Entra ID and Okta.
const SCOPES: [&str; 2] = ["scope", "scp"];
/// Where other permissions stand, which are taken for scopes.
const PERMISSIONS: [&str; 4] = ["roles", "permissions", "groups", "authorities"];

pub(super) fn judged(claims: &HeldClaims, expected: &[String]) -> JudgedLine {
    let kind = ExpectationKind::Scope;
    let mut granted: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    let mut unknown = None;
    if let FoundClaim::NoObject = claims.find("scope") {
        return JudgedLine::no_claims(kind, "scope").expecting(expected);
    }
    for name in SCOPES {
        match claims.find(name) {
            FoundClaim::Value { value, .. } => {
                granted.extend(words(value));
                found.push((name, value));
            }
            FoundClaim::Unknown(why) => unknown = Some(why),
            FoundClaim::Absent | FoundClaim::NoObject => {}
        }
    }
    let missing: Vec<&str> = expected.iter().map(String::as_str).filter(|scope| !granted.contains(scope)).collect();
    let line = match (&*missing, unknown) {
        ([], _) => JudgedLine::met(kind).because_if(found.first().and_then(|(name, value)| odd_form(name, value))),
        (_, Some(why)) => JudgedLine::not_checked(kind, why),
        (missing, None) => {
            let remark = expected.iter().filter(|scope| missing.contains(&scope.as_str())).cloned().collect::<Vec<_>>();
            let remark = difference::remark(&granted, &remark, &kind);
            let reason = match remark {
                Some(remark) => format!("{} {remark}", said(&found, &granted)),
                None => reason(claims, &found, &granted, missing),
            };
            JudgedLine::not_met(kind, Refusal::Missing(in_words(missing)), reason)
        }
    };
    let line = match found.first() {
        Some((_, value)) => line.saying(claims, value),
        None if line.outcome == ExpectationOutcome::NotMet => line.saying_nothing("scope"),
        None => line,
    };
    line.expecting(expected)
}

/// The scopes of a text with spaces, or of an array. A comma is no separator in RFC 6749, but some write one.
fn words(value: &Value) -> Vec<&str> {
    match &value.kind {
        JsonKind::String(text) => separated(&text.text).collect(),
        JsonKind::Array(values) => values.iter().filter_map(Value::as_str).flat_map(separated).collect(),
        _ => Vec::new(),
    }
}

/// RFC 6749 section 3.3: by spaces, and by nothing else.
fn separated(scopes: &str) -> impl Iterator<Item = &str> {
    scopes.split(' ').filter(|scope| !scope.is_empty())
}

/// "the scope `a`", "the scopes `a` and `b`"
fn in_words(scopes: &[&str]) -> String {
    let names: Vec<String> = scopes.iter().map(|scope| quoted(scope, SCOPE)).collect();
    format!("the scope{} {}", if names.len() == 1 { "" } else { "s" }, listed(&names, " and "))
}

fn odd_form(name: &str, value: &Value) -> Option<String> {
    let is_array = matches!(value.kind, JsonKind::Array(_));
    (is_array && name == "scope").then(|| {
        "`scope` is an array. By RFC 9068 it is one string with spaces, and some libraries read only that.".to_owned()
    })
}

/// "`scope` says `a` and `b`."
fn said(found: &[(&str, &Value)], granted: &[&str]) -> String {
    match found {
        [] => "It has neither `scope` nor `scp`.".to_owned(),
        [(name, value), ..] if granted.is_empty() => match value.kind {
            JsonKind::String(_) | JsonKind::Array(_) => format!("`{name}` is empty."),
            _ => format!("`{name}` is {}, neither a string nor an array.", value.type_name()),
        },
        _ => {
            let names: Vec<String> = found.iter().map(|(name, _)| format!("`{name}`")).collect();
            let verb = if names.len() == 1 { "says" } else { "say" };
            format!("{} {verb} {}.", listed(&names, " and "), difference::some_of(granted))
        }
    }
}

fn reason(claims: &HeldClaims, found: &[(&str, &Value)], granted: &[&str], missing: &[&str]) -> String {
    let said = said(found, granted);
    let Some(first) = missing.first() else { return said };
    if granted.iter().any(|granted| granted.split([',', ';']).any(|piece| piece != *granted && piece == *first)) {
        return format!("{said} A comma does not separate scopes, a space does (RFC 6749 section 3.3).");
    }
    let near = granted.iter().find_map(|granted| Some((granted, difference::of(granted, first)?)));
    match near {
        Some((_, words)) if granted.len() == 1 => return format!("{said} It {words}."),
        Some((near, words)) => return format!("{said} {} {words}.", quoted(near, SCOPE)),
        None => {}
    }
    let holds = |name: &&str| match claims.find(name) {
        FoundClaim::Value { value, .. } => words(value).contains(first),
        _ => false,
    };
    match PERMISSIONS.into_iter().find(holds) {
        Some(name) => format!("{said} {} stands in `{name}`.", quoted(first, SCOPE)),
        None => said,
    }
}
