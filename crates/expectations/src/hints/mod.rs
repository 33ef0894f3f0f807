//! What to change where it is known why a line is not met: one file for each thing that is expected.

mod audience;
mod claims;
mod header;
mod issuer;

#[cfg(test)]
mod tests;

use decode::Token;
use decode::json::Value;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;
use inspect::recognise;

use crate::ExpectationKind;

/// What is known of a line that is not met.
#[derive(Debug)]
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
pub(crate) fn fix(input: &HintInput) -> Option<String> {
    let sentence = match input.kind {
        ExpectationKind::Audience => audience::fix(input),
        ExpectationKind::Issuer => issuer::fix(input),
        ExpectationKind::Algorithm => header::fix_of_algorithm(input),
        ExpectationKind::Type => header::fix_of_type(input),
        ExpectationKind::Claim(name) => claims::fix(input, name),
        ExpectationKind::Scope => claims::fix_of_scope(input),
        ExpectationKind::Time | ExpectationKind::Lifetime | ExpectationKind::Signature => None,
    };
    sentence.map(str::to_owned)
}

impl HintInput<'_> {
    fn is_expected(&self, is_so: impl Fn(&str) -> bool) -> bool {
        self.expected.iter().any(|text| is_so(text))
    }

    fn has_claim(&self, name: &str) -> bool {
        self.token.payload().and_then(|payload| payload.value()).and_then(|claims| claims.member(name)).is_some()
    }

    fn text_of(&self, name: &str) -> Option<&str> {
        self.token.payload()?.value()?.member(name).and_then(Value::as_str)
    }

    fn is_id_token(&self) -> bool {
        recognise::profile(self.token).kind == TokenKind::OidcIdToken
    }
}
