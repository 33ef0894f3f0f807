//! `iss` is one of the expected issuers: RFC 7519 section 4.1.1.

use decode::json::Value;

use super::difference;
use super::held_claims::{FoundClaim, HeldClaims};
use super::judged_line::{JudgedLine, Refusal};
use super::text_fit::{TextFit, fit};
use crate::ExpectationKind;

/// Both are Google's: its documentation of OpenID Connect names them.
const GOOGLE: [&str; 2] = ["accounts.google.com", "https://accounts.google.com"];

pub(super) fn judged(claims: &HeldClaims, expected: &[String]) -> JudgedLine {
    let kind = ExpectationKind::Issuer;
    let missing = || Refusal::Missing("the issuer".to_owned());
    let line = match claims.find("iss") {
        FoundClaim::Value { value, earlier } => of_value(claims, value, &earlier, expected),
        FoundClaim::Unknown(why) => JudgedLine::not_checked(kind, why),
        FoundClaim::NoObject => JudgedLine::no_claims(kind, "iss"),
        FoundClaim::Absent => {
            JudgedLine::not_met(kind, missing(), super::claim::absent(claims, "iss")).saying_nothing("iss")
        }
    };
    line.expecting(expected)
}

fn of_value(claims: &HeldClaims, value: &Value, earlier: &[&Value], expected: &[String]) -> JudgedLine {
    let kind = ExpectationKind::Issuer;
    let differs = || Refusal::Differs("the issuer".to_owned());
    let Some(said) = value.as_str() else {
        let reason = format!("`iss` is {}, not a string.", value.type_name());
        return JudgedLine::not_met(kind, differs(), reason).saying(claims, value);
    };
    let line = match fit(said, expected) {
        TextFit::Fits => JudgedLine::met(kind),
        TextFit::Unfilled(sentence) => JudgedLine::not_checked(kind, sentence),
        TextFit::Differs => {
            let is_google = GOOGLE.contains(&said) && expected.iter().any(|text| GOOGLE.contains(&text.as_str()));
            let mut reason = difference::sentence(said, expected, &kind);
            if is_google {
                reason.push_str(" Google writes it in both ways.");
            }
            JudgedLine::not_met(kind, differs(), reason)
        }
    };
    let is_met = |value: &Value| value.as_str().is_some_and(|text| matches!(fit(text, expected), TextFit::Fits));
    let is_disputed = earlier.iter().any(|earlier| is_met(earlier) != is_met(value));
    let line = if is_disputed { line.repeating("iss") } else { line };
    line.saying_text(said)
}
