//! The signature fits the reader's key.

use decode::Token;
use decode::format::Format;

use super::judged_line::{JudgedLine, Refusal};
use super::token::{LEFT_OUT, MISSING, is_encrypted, is_left_out, is_missing, missing, says_none};
use crate::{ExpectationKind, KnownSignature};

pub(super) fn judged(token: &Token, known: KnownSignature) -> JudgedLine {
    let kind = ExpectationKind::Signature;
    match known {
        KnownSignature::FitsPastedKey => JudgedLine::met(kind),
        KnownSignature::DoesNotFit => {
            let refusal = Refusal::Because("the signature does not fit".to_owned());
            JudgedLine::not_met(kind, refusal, "It fits none of the keys that were tried.")
        }
        _ if is_left_out(token, known) => JudgedLine::not_checked(kind, why_not_checked(token, known)),
        _ if is_missing(token, known) && !says_none(token) => {
            JudgedLine::not_met(kind, Refusal::Because(MISSING.to_owned()), missing(token))
        }
        _ if is_unsigned(token, known) => {
            let refusal = Refusal::Because("it is not signed".to_owned());
            JudgedLine::not_met(kind, refusal, "It is not signed: anyone can have written it.")
        }
        _ => JudgedLine::not_checked(kind, why_not_checked(token, known)),
    }
}

/// An encrypted token may hold a signed one, and a part alone may have had a signature.
pub(super) fn is_unsigned(token: &Token, known: KnownSignature) -> bool {
    let is_whole = !is_encrypted(token) && token.format != Format::Segment;
    is_whole && (known == KnownSignature::Unsigned || says_none(token))
}

/// A full sentence.
pub(super) fn why_not_checked(token: &Token, known: KnownSignature) -> &'static str {
    match known {
        _ if is_encrypted(token) => "It is encrypted. A signature would be inside.",
        _ if token.format == Format::Segment => "Only a part of a token is here.",
        _ if is_left_out(token, known) => LEFT_OUT,
        _ if token.signature().is_some_and(|signature| signature.mask().is_some()) => "Its signature is masked here.",
        KnownSignature::FitsOtherKey => {
            "It fits a key that stands in the token or is published, which does not tell who signed. Give the key of the service."
        }
        KnownSignature::CannotBeChecked => "No key was given that can check it.",
        _ if !token.has_signature() => "The signature is missing here.",
        _ => "No key was given.",
    }
}
