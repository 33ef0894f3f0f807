//! Token formats other than JOSE's: PASETO, Fernet, macaroons, and those of bots.

use super::encoded::is_one_stretch;
use super::known::TextKind;
use super::{CharacterClass, PastedText, RecognisedText, bytes_of, is_made_of, readable};
use crate::time::{instants, numeric_date};
use decode::json::{self, Value};

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    if let Some(request) = signed_request(subject) {
        return Some(request);
    }
    if let Some(found) = firebase(subject.whole.trim_matches(['"', '\''])) {
        return Some(found);
    }
    let paseto = if subject.bare.starts_with('v') && is_one_stretch(subject.bare) {
        paseto(&subject.bare.split_ascii_whitespace().collect::<String>())
    } else {
        None
    };
    let named = paseto.or_else(|| part_of_health_card(subject.whole)).or_else(|| discord(subject.bare));
    named.or_else(|| telegram(subject.whole)).or_else(|| {
        let bytes = bytes_of(subject.bare)?;
        fernet(&bytes).or_else(|| macaroon(&bytes))
    })
}

/// `v4.public.…` with a payload that can be read, `v4.local.…` with one that is encrypted; perhaps a footer.
pub(super) fn paseto(text: &str) -> Option<RecognisedText> {
    let mut parts = text.split('.');
    // The length of a signature in bytes: RSA with 2048 bits, Ed25519, ECDSA with P-384, Ed25519.
    let signature = match parts.next()? {
        "v1" => 256,
        "v2" | "v4" => 64,
        "v3" => 96,
        _ => return None,
    };
    let (id, is_public) = match parts.next()? {
        "public" => (TextKind::PasetoPublic, true),
        "local" => (TextKind::PasetoLocal, false),
        _ => return None,
    };
    let (body, footer) = (parts.next()?, parts.next());
    let is_base64url = |text: &str| is_made_of(text, CharacterClass::Base64url);
    if parts.next().is_some() || !is_base64url(body) || !footer.is_none_or(is_base64url) {
        return None;
    }
    let bytes = bytes_of(body).unwrap_or_default();
    let payload = bytes.get(..bytes.len().saturating_sub(signature)).filter(|_| is_public).and_then(readable);
    let mut found = id.recognised();
    // Its payload is a JSON object. What is JSON without a signature behind it is the header of something else.
    if is_public && body.starts_with("eyJ") && !payload.as_ref().is_some_and(|payload| payload.ends_with('}')) {
        return (!bytes.ends_with(b"}")).then(|| found.saying("It is damaged or cut off."));
    }
    if bytes.len() <= if is_public { signature } else { 32 } {
        return None;
    }
    let footer = footer.and_then(bytes_of).and_then(|bytes| readable(&bytes));
    found.inside = match (payload, footer) {
        (Some(payload), Some(footer)) => Some(format!("{payload} (footer: {footer})")),
        (Some(payload), None) => Some(payload),
        (None, footer) => {
            found.readable_part = "Its footer";
            footer
        }
    };
    Some(found)
}

/// 11 or 22 characters, a colon, and what begins with `APA91b`. The keys of servers begin with `AAAA`.
pub(super) fn firebase(text: &str) -> Option<RecognisedText> {
    let (instance, rest) = text.split_once(':')?;
    let is_firebase = matches!(instance.len(), 11 | 22)
        && rest.starts_with("APA91b")
        && (100..=400).contains(&rest.len())
        && [instance, rest].iter().all(|part| is_made_of(part, CharacterClass::Base64url));
    let kind = match instance.len() == 11 && instance.starts_with("AAAA") {
        true => TextKind::FcmServerKey,
        false => TextKind::FcmRegistrationToken,
    };
    is_firebase.then(|| kind.recognised())
}

/// A signature of 32 bytes, then JSON that names how it was made. Meta for Developers, "Signed requests".
fn signed_request(subject: &PastedText) -> Option<RecognisedText> {
    let parameter = subject.beginning().split_once("signed_request=").map(|(_, value)| value);
    let text = parameter.map_or(subject.bare, |value| value.split(['&', ' ', '"', '\'', '\n']).next().unwrap_or(value));
    let (signature, data) = text.split_once('.')?;
    let data = bytes_of(data).filter(|_| bytes_of(signature).is_some_and(|bytes| bytes.len() == 32))?;
    let value = json::read(&data).value?;
    let algorithm = value.member("algorithm").and_then(Value::as_str)?;
    if !algorithm.to_ascii_uppercase().starts_with("HMAC") {
        return None;
    }
    let made = value.member("issued_at").map(|time| String::from_utf8_lossy(time.span.of(&data)).into_owned());
    let made = made.and_then(|time| time.parse().ok()).filter(|time| numeric_date::is_sensible(*time));
    let mut found = TextKind::FacebookSignedRequest.recognised();
    if let Some(made) = made {
        found = found.saying(&format!("Made on {}.", instants::utc(made)));
    }
    Some(found.showing(readable(&data)))
}

/// A bot's number in base64, a time, a signature.
fn discord(text: &str) -> Option<RecognisedText> {
    let mut parts = text.split('.');
    let (number, time, signature) = (bytes_of(parts.next()?)?, parts.next()?, parts.next()?);
    let is_number = matches!(number.len(), 17..=20) && number.iter().all(u8::is_ascii_digit);
    let has_rest =
        time.len() == 6 && matches!(signature.len(), 27 | 38) && is_made_of(signature, CharacterClass::Base64url);
    (is_number && has_rest && parts.next().is_none()).then(|| TextKind::DiscordToken.recognised())
}

/// A bot's number, a colon, 35 characters or so.
fn telegram(text: &str) -> Option<RecognisedText> {
    let (number, secret) = text.rsplit_once([' ', '=', '"', '\'']).map_or(text, |(_, last)| last).split_once(':')?;
    let is_token =
        matches!(number.len(), 8..=10) && is_made_of(number, CharacterClass::Digits) && matches!(secret.len(), 34..=36);
    (is_token && secret.starts_with("AA") && is_made_of(secret, CharacterClass::Base64url))
        .then(|| TextKind::TelegramToken.recognised())
}

/// A version byte 0x80, a time, an initialization vector, blocks of AES-CBC and a SHA-256 HMAC.
fn fernet(bytes: &[u8]) -> Option<RecognisedText> {
    let (head, blocks) = bytes.split_at_checked(25)?;
    let (version, rest) = head.split_first()?;
    let time = i64::from_be_bytes(rest.get(..8)?.try_into().ok()?);
    let is_fernet = *version == 0x80 && blocks.len() >= 48 && blocks.len() % 16 == 0 && (0..1 << 34).contains(&time);
    let sentence = format!("Made on {}.", instants::utc(time));
    Some((is_fernet).then(|| TextKind::Fernet.recognised())?.saying(&sentence))
}

/// One of several QR codes. SMART Health Cards Framework, "Chunking larger SMART Health Cards".
fn part_of_health_card(text: &str) -> Option<RecognisedText> {
    let (number, rest) = text.strip_prefix("shc:/")?.split_once('/')?;
    let (count, digits) = rest.split_once('/')?;
    let is_part = [number, count, digits].iter().all(|it| !it.is_empty() && is_made_of(it, CharacterClass::Digits));
    (is_part && digits.len() > 100).then(|| TextKind::HealthCardPart.recognised())
}

/// Version 1 begins with the length of a packet in four hexadecimal digits and the packet's name, version 2 with a 2
/// and the first field's type and length.
fn macaroon(bytes: &[u8]) -> Option<RecognisedText> {
    let (length, rest) = bytes.split_at_checked(4)?;
    let is_first_version = std::str::from_utf8(length).is_ok_and(|it| is_made_of(it, CharacterClass::HexDigits))
        && (rest.starts_with(b"location ") || rest.starts_with(b"identifier "));
    let is_second_version = match bytes {
        [2, 1 | 2, length @ 1..=127, rest @ ..] => {
            let field = rest.get(..usize::from(*length));
            bytes.len() >= 48 && field.is_some_and(|field| field.iter().all(u8::is_ascii_graphic))
        }
        _ => false,
    };
    (is_first_version || is_second_version).then(|| TextKind::Macaroon.recognised())
}
