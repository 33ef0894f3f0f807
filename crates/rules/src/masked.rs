//! Findings whose only cause is a masked claim.

use decode::json::{JsonKind, Value};
use decode::{Part, Role, Span, Token};
use inspect::masked::MASK;

use super::Place;

/// Whether the only cause of a finding is a masked claim: then it says nothing about the token.
///
/// Anybody can write a link that says that claims are masked. So findings on headers are always shown, and findings that
/// other values cause as well.
pub(super) fn is_of_masked(token: &Token, id: &str, place: &Place) -> bool {
    let (Some(Role::Payload), Some(span)) = (place.role, place.span) else { return false };
    let part = place.part.and_then(|part| token.parts.get(part)).or_else(|| token.payload());
    let value = part.and_then(Part::value);
    // A duplicate name is not caused by the mask, unless the names are masked.
    match id.starts_with("json-") {
        true => value.is_some_and(|value| is_named_mask(value, span)),
        false => value.is_some_and(|value| covers(value, value.span, span)),
    }
}

/// Whether these bytes are a member with a masked name.
fn is_named_mask(value: &Value, wanted: Span) -> bool {
    match &value.kind {
        JsonKind::Array(values) => values.iter().any(|value| is_named_mask(value, wanted)),
        JsonKind::Object(members) => members
            .iter()
            .any(|member| member.span == wanted && member.name.text == MASK || is_named_mask(&member.value, wanted)),
        _ => false,
    }
}

/// Whether these bytes lie within a masked value, or within the member of that value.
fn covers(value: &Value, around: Span, wanted: Span) -> bool {
    match &value.kind {
        JsonKind::String(text) => text.text == MASK && around.start <= wanted.start && wanted.end <= around.end,
        JsonKind::Array(values) => values.iter().any(|value| covers(value, value.span, wanted)),
        JsonKind::Object(members) => members.iter().any(|member| covers(&member.value, member.span, wanted)),
        _ => false,
    }
}
