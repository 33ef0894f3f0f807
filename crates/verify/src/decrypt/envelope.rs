//! A JWE as decrypting takes it: the bytes of its parts, and the parameters of each recipient. RFC 7516 section 5.2.

use decode::display::quoted;
use decode::json::JsonKind;
use decode::{Part, Role, Token, base64url, json};

use super::algorithm::KeyManagement;
use super::content::{ContentCipher, Sealed};
use crate::Explanation;
use crate::key::{EcCurve, KeyMaterial, OkpCurve};

/// How many recipients are tried.
const RECIPIENTS: usize = 100;

/// How many bytes are decrypted at most.
const LONGEST_CONTENT: usize = 20_000_000;

pub(super) struct Envelope {
    pub(super) cipher: ContentCipher,
    pub(super) enc: String,
    additional_data: Vec<u8>,
    iv: Vec<u8>,
    ciphertext: Vec<u8>,
    tag: Vec<u8>,
    /// The value of `zip`.
    pub(super) zip: Option<String>,
    pub(super) recipients: Vec<Recipient>,
}

/// One recipient, with the parameters that its header and those of all have.
pub(super) struct Recipient {
    /// Its position in a JSON serialization.
    pub(super) group: usize,
    pub(super) alg: Option<String>,
    pub(super) encrypted_key: Vec<u8>,
    pub(super) kid: Option<String>,
    pub(super) ephemeral: Option<KeyMaterial>,
    pub(super) party_u: Option<String>,
    pub(super) party_v: Option<String>,
    /// `iv` and `tag` of A*GCMKW.
    pub(super) key_iv: Vec<u8>,
    pub(super) key_tag: Vec<u8>,
    pub(super) salt: Option<Vec<u8>>,
    /// Some(None) where it is no number of the machine.
    pub(super) rounds: Option<Option<u64>>,
    pub(super) has_crit: bool,
}

impl Envelope {
    pub(super) fn of(token: &Token) -> Result<Self, Explanation> {
        let explained = |id, message: String| Err(Explanation { id, message });
        let bytes = |role| token.part(role).map(|part| part.bytes.as_slice());
        let (Some(iv), Some(ciphertext), Some(tag)) =
            (bytes(Role::InitializationVector), bytes(Role::Ciphertext), bytes(Role::AuthenticationTag))
        else {
            return match token.format {
                format if format.is_encrypted() => explained(
                    "jwe-incomplete",
                    "The token is not whole: its initialization vector, its ciphertext or its tag is missing."
                        .to_owned(),
                ),
                _ => explained("not-encrypted", "The token is not encrypted.".to_owned()),
            };
        };
        let roles = [Role::InitializationVector, Role::Ciphertext, Role::AuthenticationTag, Role::EncryptedKey];
        if let Some(part) = token.parts.iter().find(|part| roles.contains(&part.role) && part.error().is_some()) {
            let message = format!("The {} cannot be read to its end, so nothing can be decrypted.", part.role.name());
            return explained("jwe-unreadable", message);
        }
        let Some(enc) = text(token, 0, "enc") else {
            return explained(
                "enc-missing",
                "The header has no `enc`, which says how the content is encrypted.".to_owned(),
            );
        };
        let Some(cipher) = ContentCipher::named(&enc) else {
            let message = format!("`enc` is {}, which is not known here.", quoted(&enc, 40));
            return explained("enc-unknown", message);
        };
        if ciphertext.len() > LONGEST_CONTENT {
            let message =
                format!("The ciphertext has {} bytes; at most {LONGEST_CONTENT} are decrypted here.", ciphertext.len());
            return explained("ciphertext-too-long", message);
        }
        if iv.len() != cipher.iv_length() {
            let (has, wants) = (iv.len(), cipher.iv_length());
            return explained("iv-length", format!("The initialization vector has {has} bytes; {enc} needs {wants}."));
        }
        if tag.len() != cipher.tag_length() {
            let (has, wants) = (tag.len(), cipher.tag_length());
            let message = format!("The tag has {has} bytes; {enc} needs {wants}. The token may be cut off.");
            return explained("tag-length", message);
        }
        let groups = 0..token.group_count().clamp(1, RECIPIENTS);
        Ok(Self {
            cipher,
            additional_data: additional_data(token),
            iv: iv.to_vec(),
            ciphertext: ciphertext.to_vec(),
            tag: tag.to_vec(),
            zip: text(token, 0, "zip"),
            recipients: groups.map(|group| Recipient::of(token, group)).collect(),
            enc,
        })
    }

    pub(super) fn sealed(&self) -> Sealed<'_> {
        Sealed { iv: &self.iv, additional_data: &self.additional_data, ciphertext: &self.ciphertext, tag: &self.tag }
    }
}

impl Recipient {
    fn of(token: &Token, group: usize) -> Self {
        let own = || token.parts_of(group).map(|(_, part)| part).find(|part| part.role == Role::EncryptedKey);
        let encrypted_key = if token.group_count() == 0 { token.part(Role::EncryptedKey) } else { own() };
        let text = |name| text(token, group, name);
        let bytes = |name| text(name).map(|text| base64url::decode(&text).bytes);
        Self {
            group,
            alg: text("alg"),
            encrypted_key: encrypted_key.map(|part| part.bytes.clone()).unwrap_or_default(),
            kid: text("kid"),
            ephemeral: token.parameter_of(group, "epk").and_then(public_key),
            party_u: text("apu"),
            party_v: text("apv"),
            key_iv: bytes("iv").unwrap_or_default(),
            key_tag: bytes("tag").unwrap_or_default(),
            salt: bytes("p2s"),
            rounds: number(token, group, "p2c"),
            has_crit: token.parameter_of(group, "crit").is_some(),
        }
    }

    pub(super) fn algorithm(&self) -> Option<KeyManagement> {
        KeyManagement::named(self.alg.as_deref()?)
    }
}

/// RFC 7516 section 5.1, step 14: the protected header as it is encoded, and the member `aad` as it is encoded.
fn additional_data(token: &Token) -> Vec<u8> {
    let protected = token.header().filter(|part| part.group.is_none()).map(|part| encoded(token, part));
    let mut data = protected.unwrap_or_default();
    if let Some(part) = token.part(Role::AdditionalData) {
        data.push('.');
        data.push_str(&encoded(token, part));
    }
    data.into_bytes()
}

/// The characters of a part, without the escapes of a JSON string.
fn encoded(token: &Token, part: &Part) -> String {
    let characters = part.span.in_str(&token.text);
    let unescaped = || {
        let document = json::read(format!("\"{characters}\"").as_bytes());
        document.value.and_then(|value| value.as_str().map(str::to_owned))
    };
    part.is_escaped.then(unescaped).flatten().unwrap_or_else(|| characters.to_owned())
}

fn text(token: &Token, group: usize, name: &str) -> Option<String> {
    token.parameter_of(group, name)?.as_str().map(str::to_owned)
}

/// A count, from the digits as they are written.
fn number(token: &Token, group: usize, name: &str) -> Option<Option<u64>> {
    token.headers_of(group).find_map(|part| {
        let value = part.value()?.member(name)?;
        Some(matches!(value.kind, JsonKind::Number).then(|| part.source(value.span).parse().ok()).flatten())
    })
}

/// A public key for key agreement, as the header's `epk` has it.
fn public_key(jwk: &json::Value) -> Option<KeyMaterial> {
    let text = |name| jwk.member(name).and_then(json::Value::as_str);
    let bytes = |name| text(name).map(|text| base64url::decode(text).bytes);
    Some(match (text("kty")?, text("crv")?) {
        ("EC", crv) => {
            let curve = match crv {
                "P-256" => EcCurve::P256,
                "P-384" => EcCurve::P384,
                "P-521" => EcCurve::P521,
                _ => return None,
            };
            KeyMaterial::Ec { curve, x: bytes("x")?, y: bytes("y")? }
        }
        ("OKP", "X25519") => KeyMaterial::Okp { curve: OkpCurve::X25519, x: bytes("x")? },
        ("OKP", "X448") => KeyMaterial::Okp { curve: OkpCurve::X448, x: bytes("x")? },
        _ => return None,
    })
}
