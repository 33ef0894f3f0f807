//! JWS compact serialization: header `.` payload `.` signature. RFC 7515 section 7.1.

use super::{Format, in_order};
use crate::decode::{Part, Role, Span};

pub(super) fn take_apart(token: &str, segments: &[Span]) -> Option<(Format, Vec<Part>)> {
    Some((Format::JwsCompact, parts(token, segments)))
}

/// Segments that are missing give no part, those beyond the third are extra.
pub(super) fn parts(token: &str, segments: &[Span]) -> Vec<Part> {
    in_order(token, segments, &[Role::Header, Role::Payload, Role::Signature])
}
