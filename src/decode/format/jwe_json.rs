//! JWE JSON serialization, flattened with one recipient or general with several. RFC 7516 section 7.2.
//!
//! Parts come in the order in which people read: the headers that all share, each recipient's header and key, then
//! what is encrypted and what comes with it.

use super::Format;
use super::members::Members;
use crate::decode::{Part, Role};

/// Whether the members are those of an encrypted token.
pub(super) fn is_one(object: Members) -> bool {
    object.has_string("ciphertext")
        && (object.has_string("protected")
            || object.has_object("unprotected")
            || object.has_object("header")
            || object.elements("recipients").is_some())
}

pub(super) fn take_apart(object: Members) -> (Format, Vec<Part>) {
    let (format, recipients) = match object.elements("recipients") {
        Some(recipients) => (Format::JweJsonGeneral, recipients.collect()),
        None => (Format::JweJsonFlattened, vec![object]),
    };
    let mut parts: Vec<Part> = Vec::new();
    parts.extend(object.json(Role::Header, "protected"));
    parts.extend(object.value(Role::SharedHeader, "unprotected"));
    for (position, recipient) in recipients.iter().enumerate() {
        let own =
            [recipient.value(Role::UnprotectedHeader, "header"), recipient.binary(Role::EncryptedKey, "encrypted_key")];
        parts.extend(own.into_iter().flatten().map(|part| part.in_group(position)));
    }
    parts.extend(object.binary(Role::AdditionalData, "aad").map(Part::read_if_json));
    parts.extend(object.binary(Role::InitializationVector, "iv"));
    parts.extend(object.binary(Role::Ciphertext, "ciphertext"));
    parts.extend(object.binary(Role::AuthenticationTag, "tag"));
    (format, parts)
}
