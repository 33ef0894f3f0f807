//! Holds expectations against a token at an instant.

use decode::Token;

use crate::{ExpectationAnswer, Expectations, ServiceVerdict};

/// What is known of the signature. Only a key of the reader's says something about who signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KnownSignature {
    #[default]
    NotChecked,
    FitsPastedKey,
    /// The key stands in the token itself or is published.
    FitsOtherKey,
    DoesNotFit,
    CannotBeChecked,
    Unsigned,
}

/// The answer for one token. `now` is in seconds since 1970-01-01T00:00:00Z.
pub fn judge(_token: &Token, _expectations: &Expectations, _signature: KnownSignature, _now: i64) -> ExpectationAnswer {
    ExpectationAnswer {
        lines: Vec::new(),
        verdict: ServiceVerdict::NothingAgainst,
        sentence: "Nothing here would make a service refuse it.".to_owned(),
        not_checked: Vec::new(),
    }
}
