//! A single segment: a header or a payload alone.

use super::Format;
use crate::{Part, Role, Span};

pub(super) fn take_apart(token: &str, segments: &[Span]) -> Option<(Format, Vec<Part>)> {
    let [only] = segments else { return None };
    let mut part = Part::json(Role::Payload, token, *only);
    let is_header = |name: &str| matches!(name, "alg" | "enc" | "typ" | "kid" | "jku" | "jwk" | "x5c" | "crit");
    if part.members().first().is_some_and(|member| is_header(&member.name.text))
        || part.value().is_some_and(|value| value.member("alg").is_some())
    {
        part.role = Role::Header;
    }
    Some((Format::Segment, vec![part]))
}
