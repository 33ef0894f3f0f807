//! The segments of a compact serialization, which are joined by dots: RFC 7515 section 7.1, RFC 7516 section 7.1.

use crate::limits::SEGMENTS;
use crate::{Part, Role, Span};

/// The stretches between the dots of a span of the token, up to [`SEGMENTS`].
pub(super) fn segments(token: &str, span: Span) -> Vec<Span> {
    let mut start = span.start;
    span.in_str(token)
        .splitn(SEGMENTS, '.')
        .map(|segment| {
            let span = Span::new(start, start + segment.len());
            start = span.end + 1;
            span
        })
        .collect()
}

/// One part for each segment: in order those of `roles`, then extra ones. Headers and payloads are read as JSON.
pub(super) fn parts(token: &str, segments: &[Span], roles: &[Role]) -> Vec<Part> {
    let roles = roles.iter().copied().chain(std::iter::repeat(Role::Extra));
    segments
        .iter()
        .zip(roles)
        .map(|(span, role)| match role {
            Role::Header | Role::Payload => Part::json(role, token, *span),
            _ => Part::binary(role, token, *span),
        })
        .collect()
}
