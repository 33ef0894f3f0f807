//! Starting points: what services usually expect of the tokens of well-known issuers, and of kinds of token.

use decode::Token;

use crate::Expectations;

/// What the services of one issuer, or of one kind of token, expect.
#[derive(Debug)]
pub struct ServiceProfile {
    /// Stable, in kebab case.
    pub id: &'static str,
    /// "Microsoft Entra ID, v2.0".
    pub name: &'static str,
    /// Whose own documentation says so.
    pub reference: &'static str,
    /// What to fill in, and what this issuer is known for. Full sentences.
    pub note: &'static str,
    /// What is not known is left open: `<tenant>` stands for a text without a slash, which the reader fills in.
    pub expectations: fn(&Token) -> Expectations,
}

/// Every profile, in the order in which they are offered.
pub const PROFILES: &[ServiceProfile] = &[];

/// What this token itself would meet: a starting point to change.
pub fn from_token(_token: &Token) -> Expectations {
    Expectations::default()
}

/// The profile that this token looks like, if there is one.
pub fn likely(_token: &Token) -> Option<&'static ServiceProfile> {
    None
}
