//! Token formats other than JOSE's: PASETO, Fernet, macaroons.

use super::{Lookalike, SECRET, Subject, bytes_of, is_made_of, readable};
use crate::inspect::calendar;

pub(super) fn recognise(subject: &Subject) -> Option<Lookalike> {
    paseto(subject.bare).or_else(|| fernet(subject.bare)).or_else(|| macaroon(subject.bare))
}

/// `v4.public.…` with a payload that can be read, `v4.local.…` with one that is encrypted; perhaps a footer.
fn paseto(text: &str) -> Option<Lookalike> {
    let mut parts = text.split('.');
    // The length of a signature in bytes: RSA with 2048 bits, Ed25519, ECDSA with P-384, Ed25519.
    let signature = match parts.next()? {
        "v1" => 256,
        "v2" | "v4" => 64,
        "v3" => 96,
        _ => return None,
    };
    let is_public = match parts.next()? {
        "public" => true,
        "local" => false,
        _ => return None,
    };
    let body = bytes_of(parts.next()?)?;
    let footer = parts.next();
    if parts.next().is_some() || body.len() <= if is_public { signature } else { 32 } {
        return None;
    }
    let payload = body.get(..body.len().saturating_sub(signature)).filter(|_| is_public).and_then(readable);
    let footer = footer.and_then(bytes_of).and_then(|bytes| readable(&bytes));
    let inside = match (payload, footer) {
        (Some(payload), Some(footer)) => Some([&payload, " (footer: ", &footer, ")"].concat()),
        (None, Some(footer)) => Some(["(footer) ", &footer].concat()),
        (payload, None) => payload,
    };
    let (name, message) = if is_public {
        ("a PASETO token, signed", "It is another format than JWT: its payload can be read, and is signed.")
    } else {
        ("a PASETO token, encrypted", "It is another format than JWT: its payload is encrypted with a shared key.")
    };
    Some(Lookalike {
        id: "looks-like-paseto",
        name,
        message: message.to_owned(),
        advice: SECRET,
        is_secret: true,
        inside,
    })
}

/// A version byte 0x80, a time, an initialization vector, blocks of AES-CBC and a SHA-256 HMAC.
fn fernet(text: &str) -> Option<Lookalike> {
    let bytes = bytes_of(text)?;
    let (head, blocks) = bytes.split_at_checked(25)?;
    let (version, rest) = head.split_first()?;
    let time = rest.get(..8).and_then(|time| time.try_into().ok()).map(u64::from_be_bytes)?;
    let is_fernet = *version == 0x80 && blocks.len() >= 48 && blocks.len() % 16 == 0 && time < 1 << 34;
    let written = calendar::utc(i64::try_from(time).ok()?);
    is_fernet.then(|| Lookalike {
        id: "looks-like-fernet",
        name: "a Fernet token",
        message: ["It is encrypted with a shared key, and says that it was made on ", &written, "."].concat(),
        advice: SECRET,
        is_secret: true,
        inside: None,
    })
}

/// Version 1 begins with the length of a packet in four hexadecimal digits and the packet's name, version 2 with a 2
/// and the first field's type and length.
fn macaroon(text: &str) -> Option<Lookalike> {
    let bytes = bytes_of(text)?;
    let is_first_version =
        bytes.get(..4).and_then(|it| std::str::from_utf8(it).ok()).is_some_and(|it| is_made_of(it, "x"))
            && bytes.get(4..).is_some_and(|rest| rest.starts_with(b"location ") || rest.starts_with(b"identifier "));
    let is_second_version = match bytes.as_slice() {
        [2, 1 | 2, length @ 1..=127, rest @ ..] => {
            let field = rest.get(..usize::from(*length));
            bytes.len() >= 48 && field.is_some_and(|field| field.iter().all(u8::is_ascii_graphic))
        }
        _ => false,
    };
    (is_first_version || is_second_version).then(|| Lookalike {
        id: "looks-like-macaroon",
        name: "a macaroon",
        message: "It is a token whose holder can narrow it by adding caveats. Its caveats can be read; this page does \
                  not decode them."
            .to_owned(),
        advice: SECRET,
        is_secret: true,
        inside: None,
    })
}
