//! CBOR (RFC 8949) in base64 or hexadecimal: mdocs, messages signed with COSE, and health certificates.

mod item;

use super::known::TextKind;
use super::{CharacterClass, PastedText, RecognisedText, bytes_of, is_made_of};
use crate::display;
use crate::time::date_text::{self, DateText};
use crate::time::{instants, numeric_date};
use decode::inflate::inflate_zlib;
use item::Item;

/// Shorter ones may be anything else, in bytes.
const SHORTEST: usize = 24;

/// How much a health certificate may inflate to, in bytes.
const LARGEST_CERTIFICATE: usize = 64 * 1024;

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    if let Some(certificate) = subject.bare.strip_prefix("HC1:").or_else(|| subject.whole.strip_prefix("HC1:")) {
        return health_certificate(certificate);
    }
    let text = subject.bare;
    let joined: String = text.split_ascii_whitespace().collect();
    if text.contains([' ', '\t']) || joined.len() < SHORTEST {
        return None;
    }
    let bytes = match is_made_of(&joined, CharacterClass::HexDigits) {
        true => from_hex(joined.get(..super::BEGINNING).unwrap_or(&joined)),
        false => bytes_of(&joined)?,
    };
    named(&bytes)
}

fn from_hex(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks_exact(2).map(|pair| std::str::from_utf8(pair).unwrap_or_default());
    pairs.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}

fn named(bytes: &[u8]) -> Option<RecognisedText> {
    if bytes.len() < SHORTEST {
        return None;
    }
    // A long text is cut where it is no longer looked at, so it need not end there.
    let is_whole = bytes.len() < super::BEGINNING / 4 * 3 - 3;
    let item = item::read(bytes, is_whole)?;
    if let Some(types) = document_types(&item, bytes) {
        let listed: Vec<String> = types.iter().map(|name| format!("`{}`", display::capped(name, 80))).collect();
        let found = TextKind::Mdoc.recognised().saying(&format!("Its type is {}.", listed.join(", ")));
        return Some(with_validity(found, bytes));
    }
    if let Some(payload) = item.signed() {
        return Some(with_times(TextKind::Cose.recognised(), payload));
    }
    item.has_names().then(|| TextKind::Cbor.recognised())
}

/// The `docType` of an mdoc: in a DeviceResponse, in its documents, or in the mobile security object of an issuer.
fn document_types(item: &Item, bytes: &[u8]) -> Option<Vec<String>> {
    let is_mdoc = ["documents", "docType", "issuerAuth"].iter().any(|name| item.member(name).is_some());
    let mut types: Vec<String> = Vec::new();
    for value in texts_named(b"\x67docType", bytes).filter(|_| is_mdoc) {
        if !types.iter().any(|known| known == value) {
            types.push(value.to_owned());
        }
    }
    (!types.is_empty()).then_some(types)
}

/// Adds until when the first document is valid. ISO/IEC 18013-5, `validityInfo`.
fn with_validity(found: RecognisedText, bytes: &[u8]) -> RecognisedText {
    let until = texts_named(b"\x6AvalidUntil", bytes).next().and_then(date_text::read_text);
    let Some(DateText::Date(until)) = until else { return found };
    found.saying(&format!("Valid until {}.", instants::utc(until))).expiring(Some(until))
}

/// The texts behind an encoded name. Security objects stand in byte strings, so the name is looked for in the bytes.
fn texts_named<'b>(name: &'static [u8], bytes: &'b [u8]) -> impl Iterator<Item = &'b str> {
    let starts = bytes.windows(name.len()).enumerate().filter(move |(_, window)| *window == name);
    starts.take(20).filter_map(move |(at, _)| item::text(bytes.get(at + name.len()..)?))
}

/// Adds the times of a CBOR Web Token. RFC 8392 section 3.1.
fn with_times(found: RecognisedText, payload: &[u8]) -> RecognisedText {
    let Some(claims) = item::read(payload, true) else { return found };
    let time = |key: u64| claims.at(key).and_then(Item::seconds).filter(|seconds| numeric_date::is_sensible(*seconds));
    let (expires_at, issued_at) = (time(4), time(6));
    let said = match (issued_at, expires_at) {
        (Some(issued), Some(expires)) => {
            format!("Issued on {}; expires on {}.", instants::utc(issued), instants::utc(expires))
        }
        (None, Some(expires)) => format!("Expires on {}.", instants::utc(expires)),
        (Some(issued), None) => format!("Issued on {}.", instants::utc(issued)),
        (None, None) => return found,
    };
    found.saying(&said).expiring(expires_at)
}

/// Base 45 (RFC 9285) of a zlib stream of COSE.
fn health_certificate(text: &str) -> Option<RecognisedText> {
    let compressed = from_base_45(text.trim().get(..4096).unwrap_or(text.trim()))?;
    let found = TextKind::HealthCertificate.recognised();
    let (bytes, _) = inflate_zlib(&compressed, LARGEST_CERTIFICATE);
    let payload = item::read(&bytes, true).and_then(|item| item.signed().map(<[u8]>::to_vec));
    Some(match payload {
        Some(payload) => with_times(found, &payload),
        None => found.saying("It is damaged or cut off."),
    })
}

fn from_base_45(text: &str) -> Option<Vec<u8>> {
    const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let digit = |byte: &u8| ALPHABET.iter().position(|letter| letter == byte);
    let digits: Vec<usize> = text.as_bytes().iter().map(digit).collect::<Option<_>>()?;
    let mut bytes = Vec::new();
    for group in digits.chunks(3) {
        match group {
            [a, b, c] => bytes.extend(u16::try_from(a + b * 45 + c * 45 * 45).ok()?.to_be_bytes()),
            [a, b] => bytes.push(u8::try_from(a + b * 45).ok()?),
            _ => return None,
        }
    }
    (bytes.len() >= SHORTEST).then_some(bytes)
}
