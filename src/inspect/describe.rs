//! What the names and values of a token mean, whatever the time is.

use crate::decode::error::Fault;
use crate::decode::{Role, Span, Token};

use super::profile::Profile;

/// A token with every name explained.
#[derive(Debug, Clone, PartialEq)]
pub struct Description {
    pub profile: Profile,
    /// One for each part of the token, in the same order.
    pub parts: Vec<DescribedPart>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DescribedPart {
    pub role: Role,
    /// Empty unless the part holds a JSON object.
    pub members: Vec<DescribedMember>,
    /// The first thing that kept it from being read whole.
    pub error: Option<Fault>,
}

/// A top-level member of a part, in the order and as often as it stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct DescribedMember {
    /// As decoded, U+FFFD where it cannot be.
    pub name: String,
    /// The value's exact source text.
    pub raw: String,
    /// From the name's opening quote to the end of the value, in bytes of the decoded part.
    pub span: Span,
    /// The value alone.
    pub value_span: Span,
    /// From the registry; empty for a name that it does not have.
    pub title: &'static str,
    pub meaning: &'static str,
    pub reference: &'static str,
    /// What this very value means, where that can be said: an algorithm's full name, a date for a NumericDate in
    /// UTC, what a `typ` stands for.
    pub shown: Option<String>,
    /// For a claim that holds a time: the instant it says, in seconds since 1970, as written (RFC 7519 section 2).
    pub instant: Option<i64>,
}
