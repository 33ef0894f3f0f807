//! `aud` is or lists one of the expected audiences: RFC 7519 section 4.1.3.

use decode::json::{JsonKind, Value};
use inspect::display::quoted_short;

use super::claim::absent;
use super::difference;
use super::held_claims::{FoundClaim, HeldClaims};
use super::judged_line::{JudgedLine, Refusal};
use super::text_fit::{TextFit, fit};
use crate::ExpectationKind;

/// Claims that name the client, and that are taken for the audience.
const OF_CLIENT: [&str; 4] = ["azp", "client_id", "appid", "cid"];

pub(super) fn judged(claims: &HeldClaims, expected: &[String]) -> JudgedLine {
    let kind = ExpectationKind::Audience;
    let missing = || Refusal::Missing("the audience".to_owned());
    let line = match claims.find("aud") {
        FoundClaim::Value { value, earlier } => of_value(claims, value, &earlier, expected),
        FoundClaim::Unknown(why) => JudgedLine::not_checked(kind, why),
        FoundClaim::NoObject => JudgedLine::no_claims(kind, "aud"),
        FoundClaim::Absent => {
            let reason = with_client(absent(claims, "aud"), claims, expected);
            JudgedLine::not_met(kind, missing(), reason).saying_nothing("aud")
        }
    };
    line.expecting(expected)
}

fn of_value(claims: &HeldClaims, value: &Value, earlier: &[&Value], expected: &[String]) -> JudgedLine {
    let kind = ExpectationKind::Audience;
    let differs = || Refusal::Differs("the audience".to_owned());
    let audiences = texts(value);
    let line = match best_fit(&audiences, expected) {
        TextFit::Fits => JudgedLine::met(kind).because_if(
            (audiences.len() > 1).then(|| format!("It is one of the {} audiences in `aud`.", audiences.len())),
        ),
        TextFit::Unfilled(sentence) => JudgedLine::not_checked(kind, sentence),
        TextFit::Differs => {
            let reason = with_client(reason(value, &audiences, expected), claims, expected);
            JudgedLine::not_met(kind, differs(), reason)
        }
    };
    let is_met = |value: &Value| matches!(best_fit(&texts(value), expected), TextFit::Fits);
    let is_disputed = earlier.iter().any(|earlier| is_met(earlier) != is_met(value));
    let line = if is_disputed { line.repeating("aud") } else { line };
    line.saying(claims, value)
}

/// Of a text, itself; of an array, its texts.
pub(super) fn texts(value: &Value) -> Vec<&str> {
    match &value.kind {
        JsonKind::String(text) => vec![&text.text],
        JsonKind::Array(values) => values.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// What fits goes before what would fit.
fn best_fit(said: &[&str], expected: &[String]) -> TextFit {
    let mut best = TextFit::Differs;
    for text in said {
        match fit(text, expected) {
            TextFit::Fits => return TextFit::Fits,
            unfilled @ TextFit::Unfilled(_) => best = unfilled,
            TextFit::Differs => {}
        }
    }
    best
}

fn reason(value: &Value, audiences: &[&str], expected: &[String]) -> String {
    match (&value.kind, audiences) {
        (JsonKind::String(_), [said]) => match holds_several(said, expected) {
            Some(found) => format!(
                "`aud` is one string, which holds {} among others. Several audiences are an array (RFC 7519 section 4.1.3).",
                quoted_short(found)
            ),
            None => difference::sentence(said, expected, &ExpectationKind::Audience),
        },
        (JsonKind::Array(values), []) if values.is_empty() => "`aud` is an empty array.".to_owned(),
        (JsonKind::Array(_), []) => "`aud` is an array without strings.".to_owned(),
        (JsonKind::Array(_), [said]) => difference::sentence(said, expected, &ExpectationKind::Audience),
        (JsonKind::Array(_), said) => {
            difference::sentence_of_several("says", said, expected, &ExpectationKind::Audience)
        }
        _ => format!("`aud` is {}, neither a string nor an array of strings.", value.type_name()),
    }
}

/// An expected audience in a text that lists several: with spaces, with commas, or as JSON.
fn holds_several<'e>(said: &str, expected: &'e [String]) -> Option<&'e String> {
    let is_between =
        |character: char| character.is_whitespace() || matches!(character, ',' | ';' | '"' | '\'' | '[' | ']');
    let pieces = || said.split(is_between).filter(|piece| !piece.is_empty());
    expected.iter().find(|expected| pieces().count() > 1 && pieces().any(|piece| piece == expected.as_str()))
}

/// The expected audience may stand in the claim that names the client.
fn with_client(reason: String, claims: &HeldClaims, expected: &[String]) -> String {
    let is_expected = |name: &&str| claims.text_of(name).is_some_and(|client| expected.iter().any(|it| it == client));
    match OF_CLIENT.into_iter().find(is_expected) {
        Some(name) => format!(
            "{reason} `{name}` has what you expect, but it names the client that got the token, not the audience."
        ),
        None => reason,
    }
}
