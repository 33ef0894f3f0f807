//! The JWE compact serialization: header, encrypted key, initialization vector, ciphertext, tag. RFC 7516 section 7.1.

use super::Format;
use super::segments::parts;
use crate::{Part, Role, Span};

const ROLES: [Role; 5] =
    [Role::Header, Role::EncryptedKey, Role::InitializationVector, Role::Ciphertext, Role::AuthenticationTag];

/// A JWE has five segments. With fewer, a token whose header has `enc` is a JWE that is cut off (RFC 7516 section 9). With
/// five, a token without `enc` whose second segment is a JSON object is a JWS with segments behind it: an encrypted key is
/// never one.
pub(super) fn take_apart(token: &str, segments: &[Span]) -> Option<(Format, Vec<Part>)> {
    let header = Part::json(Role::Header, token, *segments.first()?);
    let has_enc = header.value().is_some_and(|value| value.member("enc").is_some());
    let has_claims = || segments.get(1).is_some_and(|second| Part::json(Role::Payload, token, *second).is_object());
    let is_encrypted = if has_enc { segments.len() > 1 } else { segments.len() == ROLES.len() && !has_claims() };
    is_encrypted.then(|| (Format::JweCompact, parts(token, segments, &ROLES)))
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, take_apart};
    use crate::testing::{HS256, encode};

    #[test]
    fn five_segments_with_claims_are_a_signed_token() {
        let format = |token: &str| take_apart(token).0;
        let claims = encode(r#"{"sub":"u"}"#);
        assert_eq!(format(&format!("{HS256}.{claims}.AAAA.{HS256}.{claims}")), Format::JwsCompact);
        assert_eq!(format(&format!("eyJhbGci.{claims}.AAAA.AAAA.AAAA")), Format::JwsCompact);
        let encrypted = encode(r#"{"alg":"dir","enc":"A128GCM"}"#);
        assert_eq!(format(&format!("{encrypted}.{claims}.AAAA.AAAA.AAAA")), Format::JweCompact);
        assert_eq!(format(&format!("{HS256}.AAAA.AAAA.AAAA.AAAA")), Format::JweCompact);
        assert_eq!(format(&format!("{HS256}..AAAA.AAAA.AAAA")), Format::JweCompact);
    }
}
