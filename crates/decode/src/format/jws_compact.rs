//! The JWS compact serialization: header `.` payload `.` signature. RFC 7515 section 7.1.

use super::{payload, segments};
use crate::{Part, Role, Span};

/// One part for each segment; those after the third are extra.
pub(super) fn parts(token: &str, segments: &[Span]) -> Vec<Part> {
    let mut parts = segments::parts(token, segments, &[Role::Header, Role::Payload, Role::Signature]);
    let [header, content, rest @ ..] = parts.as_mut_slice() else { return parts };
    let is_signed = rest.first().is_some_and(|signature| !signature.span.is_empty());
    if payload::is_unencoded(header) {
        *content = Part::plain(Role::Payload, content.span.in_str(token), content.span).read_as_json();
    }
    if is_signed && content.span.is_empty() {
        // A detached payload: RFC 7515 appendix F. RFC 8225 section 7 leaves out the header as well.
        content.leave_unread();
        if header.span.is_empty() {
            header.leave_unread();
        }
    }
    parts
}
