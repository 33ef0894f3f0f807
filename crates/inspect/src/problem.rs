//! Something that is wrong with a thing inside a token: a key, a certificate, a disclosure.

use decode::Span;

use crate::Severity;

#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Stable, kebab-case.
    pub id: &'static str,
    pub severity: Severity,
    /// A full sentence or two, with the actual values.
    pub message: String,
    /// Bytes of the decoded part that the thing was read from.
    pub span: Span,
}

impl Problem {
    pub(super) fn new(id: &'static str, severity: Severity, span: Span, message: impl Into<String>) -> Self {
        Self { id, severity, message: message.into(), span }
    }
}
