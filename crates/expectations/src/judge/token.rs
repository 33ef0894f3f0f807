//! What every service demands of a signed JWT, whatever else it expects. Nothing is said where all of it is met.

mod encrypted;
mod form;
mod repeated;
mod signing;

use decode::Token;
use decode::format::Format;

use super::critical;
use super::held_claims::HeldClaims;
use super::judged_line::{JudgedLine, Refusal};
use crate::{ExpectationKind, Expectations, KnownSignature};

pub(super) use encrypted::{ENCRYPTED, is_encrypted};
pub(super) use repeated::judged as repeated;
pub(super) use signing::{LEFT_OUT, MISSING, is_left_out, is_missing, missing, says_none};

/// One line for each thing that is not met or not known.
pub(super) fn judged(
    token: &Token,
    claims: &HeldClaims,
    expectations: &Expectations,
    signature: KnownSignature,
) -> Vec<JudgedLine> {
    if token.format == Format::Segment {
        return std::iter::once(unknown("Only a part of a token is here.")).chain(critical::judged(token)).collect();
    }
    let form = match is_encrypted(token) {
        true => encrypted::judged(token, expectations),
        false => form::judged(token, claims),
    };
    form.into_iter().chain(signing::judged(token, expectations, signature)).chain(critical::judged(token)).collect()
}

/// No service takes it.
fn refused(clause: impl Into<String>, sentence: impl Into<String>) -> JudgedLine {
    JudgedLine::not_met(ExpectationKind::Token, Refusal::Because(clause.into()), sentence)
}

/// Some services take it.
pub(super) fn doubted(clause: impl Into<String>, sentence: impl Into<String>) -> JudgedLine {
    unknown(sentence).cautioning(clause)
}

fn unknown(sentence: impl Into<String>) -> JudgedLine {
    JudgedLine::not_checked(ExpectationKind::Token, sentence)
}
