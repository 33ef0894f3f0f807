//! What stands in the place of a value that the sender of a link has masked.

use crate::decode::json::{Kind, Value};
use crate::decode::{Part, Role, Span, Token};

use super::rules::Place;

/// Readable for whoever decodes the token elsewhere.
pub const MASK: &str = "redacted by the sender";

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

/// How many values of a token are masked.
pub fn count(token: &Token) -> usize {
    token.parts.iter().filter_map(|part| part.value()).map(masks).sum()
}

fn masks(value: &Value) -> usize {
    match &value.kind {
        Kind::String(text) => usize::from(text.text == MASK),
        Kind::Array(values) => values.iter().map(masks).sum(),
        Kind::Object(members) => {
            members.iter().map(|member| masks(&member.value) + usize::from(member.name.text == MASK)).sum()
        }
        _ => 0,
    }
}
