//! Findings that speak of a masked claim and of nothing else.

use decode::json::{Kind, Value};
use decode::{Part, Role, Span, Token};
use inspect::masked::MASK;

use super::Place;

/// Whether a finding speaks of a masked claim and of nothing else: then it says nothing about the token.
///
/// Anybody can write a link that says that claims are masked. So nothing about a header is held back, and nothing that
/// another value beside the masked one is the cause of.
pub(super) fn is_of_masked(token: &Token, id: &str, place: &Place) -> bool {
    let (Some(Role::Payload), Some(span)) = (place.role, place.span) else { return false };
    let part = place.part.and_then(|part| token.parts.get(part)).or_else(|| token.payload());
    // What stands twice is no fault of the mask.
    !id.starts_with("json-") && part.and_then(Part::value).is_some_and(|value| covers(value, value.span, span))
}

/// Whether a masked value, or the member that it is the value of, holds these bytes.
fn covers(value: &Value, around: Span, wanted: Span) -> bool {
    match &value.kind {
        Kind::String(text) => text.text == MASK && around.start <= wanted.start && wanted.end <= around.end,
        Kind::Array(values) => values.iter().any(|value| covers(value, value.span, wanted)),
        Kind::Object(members) => members.iter().any(|member| covers(&member.value, member.span, wanted)),
        _ => false,
    }
}
