//! JWS JSON serialization, flattened with one signature or general with several. RFC 7515 section 7.2.
//!
//! Parts come in the order in which people read: all headers by signature, the payload, all signatures, then the
//! disclosures and the key binding JWT of an SD-JWT, which stand in an unprotected header (RFC 9901 section 8).

use super::members::Members;
use super::{Format, payload};
use crate::decode::find::anchor;
use crate::decode::{Part, Role};

/// Whether the members are those of a signed token: a signature with a header that it goes with, or a payload and a
/// protected header that lost theirs. A payload may be missing (RFC 7515 appendix F), but is never an object.
pub(super) fn is_one(object: Members) -> bool {
    let has_payload = object.has_string("payload");
    if object.member("payload").is_some() && !has_payload {
        return false;
    }
    let is_signature = |of: Members| of.has_string("signature") || of.has_string("protected");
    if let Some(mut signatures) = object.elements("signatures") {
        return signatures.any(|of| is_signature(of) && (has_payload || of.has_string("protected")));
    }
    let begins_like_header = || {
        let protected = object.member("protected").and_then(|protected| protected.value.as_str());
        protected.is_some_and(|text| anchor::is_object_start(text.as_bytes()))
    };
    match object.has_string("signature") {
        true => object.has_string("protected") || has_payload && object.has_object("header"),
        false => has_payload && begins_like_header(),
    }
}

pub(super) fn take_apart(object: Members) -> (Format, Vec<Part>) {
    let (format, groups) = match object.elements("signatures") {
        Some(signatures) => (Format::JwsJsonGeneral, signatures.collect()),
        None => (Format::JwsJsonFlattened, vec![object]),
    };
    let mut parts: Vec<Part> = Vec::new();
    for (position, group) in groups.iter().enumerate() {
        let headers = [group.json(Role::Header, "protected"), group.value(Role::UnprotectedHeader, "header")];
        parts.extend(headers.into_iter().flatten().map(|part| part.in_group(position)));
    }
    // RFC 7797 section 3: either all signatures have `b64`, or none.
    let is_unencoded = parts.iter().any(|part| part.role == Role::Header && payload::is_unencoded(part));
    parts.extend(match is_unencoded {
        true => object.plain(Role::Payload, "payload").map(Part::read_as_json),
        false => object.binary(Role::Payload, "payload").map(payload::read_unless_empty),
    });
    for (position, group) in groups.iter().enumerate() {
        parts.extend(group.binary(Role::Signature, "signature").map(|part| part.in_group(position)));
    }
    for header in groups.iter().filter_map(|group| group.member("header")) {
        let disclosures = header.elements("disclosures").into_iter().flatten();
        parts.extend(disclosures.filter_map(|of| of.string(Role::Disclosure)).map(Part::read_as_json));
        parts.extend(header.plain(Role::KeyBinding, "kb_jwt"));
    }
    (format, parts)
}
