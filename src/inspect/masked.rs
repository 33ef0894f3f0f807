//! What stands in the place of a value that the sender of a link has masked.

use crate::decode::Token;
use crate::decode::json::{Kind, Value};

use super::rules::Place;

/// Readable for whoever decodes the token elsewhere.
pub const MASK: &str = "redacted by the sender";

/// Whether a place is in a member that holds something masked: what is found there says nothing about the token.
pub(super) fn is_in_masked(token: &Token, place: &Place) -> bool {
    let (Some(role), Some(name)) = (place.role, &place.member) else { return false };
    let part = place.part.and_then(|part| token.parts.get(part)).or_else(|| token.part(role));
    part.is_some_and(|part| {
        part.members().iter().any(|member| member.name.text == *name && (holds_mask(&member.value) || *name == MASK))
    })
}

/// How many values of a token are masked.
pub fn count(token: &Token) -> usize {
    token.parts.iter().filter_map(|part| part.value()).map(masks).sum()
}

fn holds_mask(value: &Value) -> bool {
    masks(value) > 0
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
