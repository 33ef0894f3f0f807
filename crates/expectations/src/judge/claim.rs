//! A claim is there, and has the expected value where one is expected.

use decode::json::{JsonKind, Value};
use inspect::compare::is_same_number;
use inspect::display::quoted;

use super::audience::texts;
use super::difference;
use super::held_claims::{FoundClaim, HeldClaims, NAME};
use super::judged_line::{JudgedLine, Refusal};
use super::text_fit::{TextFit, fit};
use crate::{ClaimDemand, ExpectationKind, ExpectedValue};

/// The most characters of a value in a sentence.
const VALUE: usize = 60;

pub(super) const NO_OBJECT: &str = "Its payload is no JSON object, so it has no claims.";

pub(super) fn judged(claims: &HeldClaims, demand: &ClaimDemand) -> JudgedLine {
    let kind = ExpectationKind::Claim(demand.name.clone());
    let name = quoted(&demand.name, NAME);
    let missing = || Refusal::Missing(name.clone());
    let line = match claims.find(&demand.name) {
        FoundClaim::Value { value, earlier } => {
            let line = of_value(claims, value, demand);
            let is_met = |value| fits(claims, value, demand.value.as_ref());
            let is_disputed = earlier.into_iter().any(|earlier| is_met(earlier) != is_met(value));
            if is_disputed { line.repeating(&demand.name) } else { line }
        }
        FoundClaim::NoObject => JudgedLine::no_claims(kind, &demand.name),
        other => match (claims.find_inside(&demand.name), other) {
            (Some(FoundClaim::Value { value, .. }), _) => {
                let line = of_value(claims, value, demand);
                let reason = line.reason.as_ref().map_or_else(String::new, |reason| format!(" {reason}"));
                line.because(format!(
                    "No claim has the name {name}. As a path it leads to this value inside another claim.{reason}"
                ))
            }
            (Some(FoundClaim::Unknown(why)), _) | (_, FoundClaim::Unknown(why)) => JudgedLine::not_checked(kind, why),
            _ => JudgedLine::not_met(kind, missing(), absent(claims, &demand.name)).saying_nothing(&demand.name),
        },
    };
    line.expecting(&demand.value.iter().map(in_words).collect::<Vec<_>>())
}

/// "It has no `aud`."
pub(super) fn absent(claims: &HeldClaims, name: &str) -> String {
    let shown = quoted(name, NAME);
    if let Some(other) = claims.in_other_case(name) {
        return format!("It has no {shown}, but {}: upper and lower case count in names.", quoted(other, NAME));
    }
    match claims.names().find_map(|other| Some((other, difference::alike(other, name)?))) {
        Some((other, words)) => format!("It has no {shown}, but {}, which {words}.", quoted(other, NAME)),
        None => format!("It has no {shown}."),
    }
}

fn of_value(claims: &HeldClaims, value: &Value, demand: &ClaimDemand) -> JudgedLine {
    let kind = ExpectationKind::Claim(demand.name.clone());
    let name = quoted(&demand.name, NAME);
    let line = match &demand.value {
        None if value.kind == JsonKind::Null => {
            let sentence = format!("{name} is `null`, which some libraries take for missing.");
            JudgedLine::met(kind).because(sentence).cautioning(format!("{name} is `null`"))
        }
        expected if fits(claims, value, expected.as_ref()) => match no_string(value, demand) {
            Some(sentence) => JudgedLine::met(kind).because(sentence).cautioning(format!("{name} is not a string")),
            None => JudgedLine::met(kind),
        },
        None => JudgedLine::met(kind),
        Some(expected) => match unfilled(value, expected) {
            Some(sentence) => JudgedLine::not_checked(kind, sentence),
            None => {
                let reason = difference(claims, value, expected, &kind);
                JudgedLine::not_met(kind, Refusal::Differs(name), reason)
            }
        },
    };
    line.saying(claims, value)
}

/// Claims that are one string by RFC 7519: section 4.1.2, StringOrURI, and section 4.1.7.
const STRINGS: [(&str, &str); 2] = [("sub", "RFC 7519 section 4.1.2"), ("jti", "RFC 7519 section 4.1.7")];

/// What libraries make of a value that must be a string and is none. Some take it as it is, as they do any claim.
fn no_string(value: &Value, demand: &ClaimDemand) -> Option<String> {
    let (name, section) = STRINGS.iter().find(|(name, _)| *name == demand.name && value.as_str().is_none())?;
    let type_name = value.type_name();
    Some(format!("`{name}` is {type_name}, not a string ({section}): some libraries refuse it or take it for missing."))
}

/// An array meets an expected value by listing it.
fn fits(claims: &HeldClaims, value: &Value, expected: Option<&ExpectedValue>) -> bool {
    let Some(expected) = expected else { return true };
    match &value.kind {
        JsonKind::Array(values) => values.iter().any(|value| is_equal(claims, value, expected)),
        _ => is_equal(claims, value, expected),
    }
}

fn is_equal(claims: &HeldClaims, value: &Value, expected: &ExpectedValue) -> bool {
    match (&value.kind, expected) {
        (JsonKind::String(said), ExpectedValue::Text(expected)) => {
            matches!(fit(&said.text, std::slice::from_ref(expected)), TextFit::Fits)
        }
        (JsonKind::Number, ExpectedValue::Number(expected)) => is_same_number(&claims.source(value), expected),
        (JsonKind::Bool(said), ExpectedValue::Boolean(expected)) => said == expected,
        (JsonKind::Null, ExpectedValue::Null) => true,
        _ => false,
    }
}

fn unfilled(value: &Value, expected: &ExpectedValue) -> Option<String> {
    let ExpectedValue::Text(expected) = expected else { return None };
    texts(value).into_iter().find_map(|said| match fit(said, std::slice::from_ref(expected)) {
        TextFit::Unfilled(sentence) => Some(sentence),
        _ => None,
    })
}

/// As JSON writes it, but for the quotes of a text.
fn in_words(value: &ExpectedValue) -> String {
    match value {
        ExpectedValue::Text(text) => text.clone(),
        ExpectedValue::Number(number) => number.clone(),
        ExpectedValue::Boolean(is_so) => is_so.to_string(),
        ExpectedValue::Null => "null".to_owned(),
    }
}

fn type_name(value: &ExpectedValue) -> &'static str {
    match value {
        ExpectedValue::Text(_) => "a string",
        ExpectedValue::Number(_) => "a number",
        ExpectedValue::Boolean(_) => "a boolean",
        ExpectedValue::Null => "null",
    }
}

/// A full sentence or two.
fn difference(claims: &HeldClaims, value: &Value, expected: &ExpectedValue, kind: &ExpectationKind) -> String {
    let expected_words = in_words(expected);
    let source = claims.source(value);
    match (&value.kind, expected) {
        (JsonKind::String(said), ExpectedValue::Text(_)) => {
            difference::sentence(&said.text, std::slice::from_ref(&expected_words), kind)
        }
        (JsonKind::Array(values), _) if values.is_empty() => "The token says `[]`, an empty array.".to_owned(),
        (JsonKind::Array(_), ExpectedValue::Text(_)) if !texts(value).is_empty() => {
            difference::sentence_of_several("lists", &texts(value), std::slice::from_ref(&expected_words), kind)
        }
        (JsonKind::String(said), _) if said.text == expected_words => {
            format!("The token says {} as a string, not as {}.", quoted(&source, VALUE), type_name(expected))
        }
        (JsonKind::Number | JsonKind::Bool(_) | JsonKind::Null, ExpectedValue::Text(_)) if source == expected_words => {
            format!("The token says {} as {}, not as a string.", quoted(&source, VALUE), value.type_name())
        }
        _ => format!("The token says {}, not {}.", quoted(&source, VALUE), quoted(&expected_words, VALUE)),
    }
}
