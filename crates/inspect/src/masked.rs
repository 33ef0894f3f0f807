//! The text that replaces a value which the sender of a link has masked.

use decode::Token;
use decode::json::{JsonKind, Value};

/// It can be read when the token is decoded elsewhere.
pub const MASK: &str = "redacted by the sender";

/// How many values of a token are masked.
pub fn count(token: &Token) -> usize {
    token.parts.iter().filter_map(|part| part.value()).map(masks).sum()
}

fn masks(value: &Value) -> usize {
    match &value.kind {
        JsonKind::String(text) => usize::from(text.text == MASK),
        JsonKind::Array(values) => values.iter().map(masks).sum(),
        JsonKind::Object(members) => {
            members.iter().map(|member| masks(&member.value) + usize::from(member.name.text == MASK)).sum()
        }
        _ => 0,
    }
}
