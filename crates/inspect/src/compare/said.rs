//! What a token says under a name, and whether it is known to say nothing.

use super::{NamedSide, SideName};
use crate::masked::MASK;
use decode::Token;
use decode::json::{JsonKind, Value};

/// A claim that is text: not empty, not masked, and read letter for letter.
pub(super) fn claim<'t>(token: &'t Token, name: &str) -> Option<&'t str> {
    text(token.payload()?.value()?.member(name)?)
}

pub(super) fn text(value: &Value) -> Option<&str> {
    match &value.kind {
        JsonKind::String(text) if !text.text.is_empty() && text.lone_surrogates.is_empty() => {
            Some(&*text.text).filter(|text| *text != MASK)
        }
        _ => None,
    }
}

/// "After: Y · Before: X."
pub(super) fn each(name: SideName, one: &str, other_name: SideName, other: &str) -> String {
    format!("{}: {other} · {}: {one}.", other_name.label(), name.label())
}

pub(super) fn is_mask(value: &Value) -> bool {
    value.as_str() == Some(MASK)
}

/// Whether all its claims stand there to be read, and none has this name. What is encrypted, cut, disclosed one by one
/// or masked may well hold it.
pub(super) fn lacks(side: NamedSide, name: &str) -> bool {
    let is_whole = side.description.sd_jwt.is_none();
    let payload = side.token.payload().filter(|payload| is_whole && payload.error().is_none());
    let of_object =
        payload.and_then(|payload| payload.value()).filter(|value| matches!(value.kind, JsonKind::Object(_)));
    of_object.is_some_and(|value| !value.members().iter().any(|it| it.name.text == name || it.name.text == MASK))
}
