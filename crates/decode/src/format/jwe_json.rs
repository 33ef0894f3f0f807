//! The JWE JSON serialization: flattened with one recipient, general with several. RFC 7516 section 7.2.
//!
//! The parts come in the order in which people read them: the shared headers, the header and key of each recipient, then
//! the additional data, the initialization vector, the ciphertext and the tag.

use super::Format;
use super::json_object::JsonObject;
use crate::{Part, Role};

/// Whether the object has the members of an encrypted token.
pub(super) fn is_jwe(object: JsonObject) -> bool {
    let has_header_of_recipient =
        || object.elements("recipients").is_some_and(|mut all| all.any(JsonObject::has_header));
    object.has_string("ciphertext") && (object.has_header() || has_header_of_recipient())
}

pub(super) fn take_apart(object: JsonObject) -> (Format, Vec<Part>) {
    let (format, recipients) = match object.elements("recipients") {
        Some(recipients) => (Format::JweJsonGeneral, recipients.collect()),
        None => (Format::JweJsonFlattened, vec![object]),
    };
    let mut parts = Vec::new();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode;
    use crate::testing::{encode, only};

    #[test]
    fn flattened_and_general_have_their_parts_in_reading_order() {
        let enc = encode(r#"{"enc":"A128GCM"}"#);
        let flattened = only(&format!(
            r#"{{"tag":"AA","ciphertext":"AQ","iv":"Ag","aad":"WyJhIl0","encrypted_key":"Aw","header":{{"alg":"A128KW"}},"unprotected":{{"jku":"x"}},"protected":"{enc}"}}"#
        ));
        assert_eq!(flattened.format, Format::JweJsonFlattened);
        let roles =
            |token: &crate::Token| -> Vec<_> { token.parts.iter().map(|part| (part.role, part.group)).collect() };
        let around = [
            (Role::AdditionalData, None),
            (Role::InitializationVector, None),
            (Role::Ciphertext, None),
            (Role::AuthenticationTag, None),
        ];
        let own = |group| [(Role::UnprotectedHeader, Some(group)), (Role::EncryptedKey, Some(group))];
        let shared = [(Role::Header, None), (Role::SharedHeader, None)];
        assert_eq!(roles(&flattened), [&shared[..], &own(0), &around].concat());
        assert!(flattened.part(Role::AdditionalData).is_some_and(|part| part.value().is_some()), "its JSON is read");
        assert_eq!(flattened.parameter("alg").and_then(|alg| alg.as_str()), Some("A128KW"));
        assert_eq!(flattened.parameter("enc").and_then(|enc| enc.as_str()), Some("A128GCM"));

        let general = only(
            r#"{"unprotected":{"enc":"A128GCM"},"recipients":[{"header":{"alg":"dir"}},{"encrypted_key":"AA"}],"iv":"AA","ciphertext":"AA","tag":"AA"}"#,
        );
        assert_eq!(general.format, Format::JweJsonGeneral);
        assert_eq!(
            roles(&general),
            [
                (Role::SharedHeader, None),
                (Role::UnprotectedHeader, Some(0)),
                (Role::EncryptedKey, Some(1)),
                (Role::InitializationVector, None),
                (Role::Ciphertext, None),
                (Role::AuthenticationTag, None),
            ]
        );
    }

    #[test]
    fn other_objects_are_none() {
        for text in [
            r#"{"ciphertext":"AA","iv":"AA"}"#,
            r#"{"ciphertext":1,"protected":"e30"}"#,
            r#"{"ciphertext":"vault:v1:abc","header":{"x":1}}"#,
        ] {
            assert_eq!(decode(text).tokens, [], "{text}");
        }
    }
}
