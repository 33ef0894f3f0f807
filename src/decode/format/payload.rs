//! How a payload is to be read, which three header parameters may say otherwise than base64url of JSON.

use crate::decode::error::Fault;
use crate::decode::inflate::inflate;
use crate::decode::json::{self, Kind, Value};
use crate::decode::{Coding, Part, Role};

/// RFC 7797 section 3: the payload stands in the token as it is. Only with `b64` in `crit` (section 6), for a reader
/// that does not know the parameter would read base64url where it is not critical.
pub(super) fn is_unencoded(header: &Part) -> bool {
    header.value().is_some_and(says_unencoded)
}

/// The same of the header's value.
pub(in crate::decode) fn says_unencoded(header: &Value) -> bool {
    let is_critical = |value: &Value| match &value.kind {
        Kind::Array(names) => names.iter().any(|name| name.as_str() == Some("b64")),
        _ => false,
    };
    header.member("b64").is_some_and(|value| value.kind == Kind::Bool(false))
        && header.member("crit").is_some_and(is_critical)
}

/// An empty payload is the empty message, not broken JSON.
pub(super) fn read_unless_empty(mut payload: Part) -> Part {
    if payload.span.is_empty() {
        payload.leave_unread();
        return payload;
    }
    payload.read_as_json()
}

/// Inflates the payload of a signed token whose header has `zip`, unless it is plain JSON after all. What it takes
/// of the bytes that may still come out of compressed payloads is subtracted from `inflatable`.
pub(super) fn inflated(parts: &mut [Part], inflatable: &mut usize) {
    let is_zipped = |part: &Part| {
        part.role == Role::Header && part.value().and_then(|value| value.member("zip")?.as_str()) == Some("DEF")
    };
    if !parts.iter().any(is_zipped) {
        return;
    }
    let Some(payload) = parts.iter_mut().find(|part| part.role == Role::Payload) else { return };
    if payload.coding != Coding::Base64url || payload.bytes.is_empty() || payload.error().is_none() {
        return;
    }
    let (bytes, ended) = inflate(&payload.bytes, *inflatable);
    if ended.is_some() && payload.bytes.starts_with(b"{") && json::read(&bytes).value.is_none() {
        return;
    }
    *inflatable -= bytes.len().min(*inflatable);
    payload.faults.retain(|fault| fault.kind.is_of_encoding());
    payload.faults.extend(ended.map(|kind| Fault { kind, span: payload.span, place: None }));
    payload.coding = Coding::Deflated { compressed: payload.bytes.len() };
    payload.bytes = bytes;
    payload.read();
}
