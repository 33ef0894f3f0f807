//! What to change where an issuer is known for a difference.

use decode::Token;
use inspect::jose::issuers::KnownIssuer;

use crate::ExpectationKind;

/// What is known of a line that is not met.
#[derive(Debug)]
#[allow(dead_code, reason = "read as soon as hints are given")]
pub(crate) struct HintInput<'a> {
    pub token: &'a Token,
    pub issuer: Option<KnownIssuer>,
    pub kind: &'a ExpectationKind,
    /// What is expected, one of these.
    pub expected: &'a [String],
    /// What the token says, as it stands there; the first element of an array. None where it says nothing.
    pub said: Option<&'a str>,
}

/// A full sentence.
pub(crate) fn fix(_input: &HintInput) -> Option<String> {
    None
}
