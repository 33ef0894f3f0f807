//! A token at one instant, with everything that is known of it before anybody judges it.

use decode::Token;

use crate::describe::Description;
use crate::validity::Validity;

/// What is known beside the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Context {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// `now` is what a device's clock shows, and not an instant that somebody chose.
    pub is_clock: bool,
    /// The link that brought the token says that its sender left the signature out.
    pub signature_left_out: bool,
    /// The link that brought the token says that its sender masked some of the claims.
    pub claims_redacted: bool,
}

/// A token at one instant.
#[derive(Debug, Clone, Copy)]
pub struct Evaluation<'a> {
    pub token: &'a Token,
    pub description: &'a Description,
    pub validity: &'a Validity,
    pub context: Context,
}
