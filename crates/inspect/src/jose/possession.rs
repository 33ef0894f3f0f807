//! Whether the holder of a copy of a token can use it.

use super::keeping::Keeping;

/// Who can use a copy of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Possession {
    /// Whoever holds a copy can use it (RFC 6750 section 1.2), so it must be kept well.
    Bearer(&'static Keeping),
    /// A copy alone opens nothing: a statement, a message, a proof for one request, or part of a token.
    NotBearer,
    /// It is published by design, so it cannot leak.
    Published,
    /// It has no signature, so nobody should accept it at all.
    Unprotected,
}
