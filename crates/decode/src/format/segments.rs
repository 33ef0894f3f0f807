//! The segments of a compact serialization, which are joined by dots: RFC 7515 section 7.1, RFC 7516 section 7.1.

use crate::limits::SEGMENTS;
use crate::{Part, Role, Span, base64url};

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

/// One part for each segment: in order those of `roles`, then extra ones. Headers and payloads are read as JSON, and so are
/// extra ones that hold a JSON object without faults, as where two tokens are joined.
pub(super) fn parts(token: &str, segments: &[Span], roles: &[Role]) -> Vec<Part> {
    let roles = roles.iter().copied().chain(std::iter::repeat(Role::Extra));
    segments
        .iter()
        .zip(roles)
        .map(|(span, role)| match role {
            Role::Header | Role::Payload => Part::json(role, token, *span),
            Role::Extra if base64url::starts_object(span.of(token.as_bytes())) => Some(Part::json(role, token, *span))
                .filter(|part| part.is_object() && part.faults.is_empty())
                .unwrap_or_else(|| Part::binary(role, token, *span)),
            _ => Part::binary(role, token, *span),
        })
        .collect()
}
