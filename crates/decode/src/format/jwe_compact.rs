//! The JWE compact serialization: header, encrypted key, initialization vector, ciphertext, tag. RFC 7516 section 7.1.

use super::Format;
use super::segments::parts;
use crate::{Part, Role, Span};

const ROLES: [Role; 5] =
    [Role::Header, Role::EncryptedKey, Role::InitializationVector, Role::Ciphertext, Role::AuthenticationTag];

/// A JWE has five segments. With fewer, a token whose header has `enc` is a JWE that is cut off. RFC 7516 section 9.
pub(super) fn take_apart(token: &str, segments: &[Span]) -> Option<(Format, Vec<Part>)> {
    let header = Part::json(Role::Header, token, *segments.first()?);
    let has_enc = header.value().is_some_and(|value| value.member("enc").is_some());
    let is_encrypted = segments.len() == ROLES.len() || has_enc && segments.len() > 1;
    is_encrypted.then(|| (Format::JweCompact, parts(token, segments, &ROLES)))
}
