//! Values that web frameworks sign or encrypt: sessions of Flask, Django, Rails, Laravel, ASP.NET Core, Express.

use super::known::TextKind;
use super::{
    CharacterClass, PastedText, RecognisedText, beginning_of, behind_name, bytes_of, is_made_of, readable, unescaped,
};
use decode::json::{self, JsonKind, Value};

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    // `bare` has lost the text before a colon, which may be part of the value.
    let named = std::iter::successors(Some(subject.whole), |text| behind_name(text)).take(3);
    let found = std::iter::once(subject.bare).chain(named).find_map(|text| {
        let text = unescaped(beginning_of(text));
        asp_net(&text)
            .or_else(|| flask(&text))
            .or_else(|| django(&text))
            .or_else(|| rails(&text))
            .or_else(|| laravel(&text))
            .or_else(|| express(&text))
    });
    let (id, inside) = found?;
    Some(id.recognised().showing(inside))
}

/// An id and what is inside.
type Cookie = Option<(TextKind, Option<String>)>;

/// All protected payloads begin with the same magic number: 09 F0 C9 F0.
fn asp_net(text: &str) -> Cookie {
    let is_protected = text.starts_with("CfDJ8") && text.len() >= 60 && is_made_of(text, CharacterClass::AnyBase64);
    is_protected.then_some((TextKind::AspnetDataProtection, None))
}

/// `data.time.signature` of itsdangerous; the data begins with a dot where it is compressed.
fn flask(text: &str) -> Cookie {
    let rest = text.strip_prefix('.').unwrap_or(text);
    let mut parts = rest.split('.');
    let (data, time, signature) = (bytes_of(parts.next()?)?, bytes_of(parts.next()?)?, parts.next()?);
    let is_signed =
        matches!(time.len(), 4..=6) && matches!(signature.len(), 27 | 43 | 64 | 86) && parts.next().is_none();
    let has_data = || {
        let value = json::read(&data).value;
        value.is_some_and(|value| matches!(value.kind, JsonKind::Object(_)) && value.member("alg").is_none())
    };
    let is_session = is_signed && if rest.len() < text.len() { is_zlib(&data) } else { has_data() };
    is_session.then(|| (TextKind::FlaskSession, readable(&data)))
}

/// RFC 1950: the first two bytes, read as a number, are a multiple of 31.
pub(super) fn is_zlib(bytes: &[u8]) -> bool {
    matches!(bytes, [0x78, second, ..] if (0x7800 + u16::from(*second)) % 31 == 0)
}

/// `data:time:signature`, the time in base 62.
fn django(text: &str) -> Cookie {
    let mut parts = text.rsplitn(3, ':');
    let (signature, time, data) = (parts.next()?, parts.next()?, parts.next()?);
    let bare = data.strip_prefix('.').unwrap_or(data);
    let is_signed = matches!(signature.len(), 27 | 43)
        && matches!(time.len(), 5..=7)
        && is_made_of(time, CharacterClass::Alphanumeric)
        && !bare.is_empty()
        && is_made_of(bare, CharacterClass::Base64url)
        && is_made_of(signature, CharacterClass::Base64url);
    let inside = || bytes_of(data).and_then(|bytes| readable(&bytes)).filter(|text| text.starts_with(['{', '[', '"']));
    is_signed.then(|| (TextKind::DjangoSigned, inside()))
}

/// `data--signature`, or `ciphertext--initialization vector--tag`.
fn rails(text: &str) -> Cookie {
    let (data, rest) = text.split_once("--")?;
    let bytes = bytes_of(data).filter(|bytes| bytes.len() >= 6)?;
    let Some((vector, tag)) = rest.split_once("--") else {
        let is_signed = matches!(rest.len(), 40 | 64) && is_made_of(rest, CharacterClass::HexDigits);
        return is_signed.then(|| (TextKind::RailsSigned, readable(&bytes)));
    };
    let is_encrypted = bytes_of(vector)?.len() == 12 && bytes_of(tag)?.len() == 16 && !tag.contains("--");
    is_encrypted.then_some((TextKind::RailsEncrypted, None))
}

/// Base64 of a JSON object with `iv`, `value` and `mac`.
fn laravel(text: &str) -> Cookie {
    let value = json::read(&bytes_of(text)?).value?;
    let has_text = |name: &str| value.member(name).and_then(Value::as_str).is_some();
    ["iv", "value", "mac"].into_iter().all(has_text).then_some((TextKind::LaravelCookie, None))
}

/// `s:value.signature`, the signature 32 bytes in base64 without padding.
fn express(text: &str) -> Cookie {
    let (value, signature) = text.strip_prefix("s:")?.rsplit_once('.')?;
    let is_signed =
        value.len() >= 8 && is_made_of(value, CharacterClass::Base64url) && bytes_of(signature)?.len() == 32;
    is_signed.then_some((TextKind::ExpressCookie, None))
}
