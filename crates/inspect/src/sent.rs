//! The requests of a HAR file in which a token was sent: when, in what, and how they were answered.

use decode::har::{Carrier, Exchange};

use crate::time::{date_text, numeric_date};

/// A request in which a token was sent where credentials are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentIn<'e> {
    pub exchange: &'e Exchange,
    pub carrier: Carrier,
    /// By the clock of the client, in seconds since 1970-01-01T00:00:00Z. None where the file does not tell the instant.
    pub at: Option<i64>,
}

impl SentIn<'_> {
    /// Whether the service said that it lets nobody in with this. RFC 9110 sections 15.5.2 and 15.5.4.
    pub fn is_refused(&self) -> bool {
        is_refused(self.exchange)
    }
}

/// Whether a request was answered 401 or 403.
pub fn is_refused(exchange: &Exchange) -> bool {
    matches!(exchange.status, Some(401 | 403))
}

/// When a request was sent by the clock of the client, in seconds since 1970-01-01T00:00:00Z. HTTP Archive 1.2 demands a
/// zone; without one it is not known.
pub fn instant(exchange: &Exchange) -> Option<i64> {
    date_text::instant(&exchange.started).filter(|seconds| numeric_date::is_sensible(*seconds))
}
