//! The same secret in another encoding of characters, and hashes of it.

use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use inspect::normalization::{composed, decomposed};
use sha2::Digest;

use super::secret_texts::{SecretReading, of_all};
use super::{Case, Tries};
use crate::check::{self, Sha2};

pub(super) fn tries(case: &Rc<Case>) -> Tries {
    of_all(case, |secret| {
        let mut found = Vec::new();
        if let Ok(text) = std::str::from_utf8(secret) {
            found.extend(encodings(text));
            found.extend(digests(text.trim().as_bytes()));
        }
        found.extend(digests(secret));
        found
    })
}

fn encodings(text: &str) -> Vec<SecretReading> {
    let named = |name: &str, bytes: Vec<u8>| {
        let message = format!(
            "It fits with the secret in {name}, where UTF-8 is usual. Give both programs the same encoding, or a secret of ASCII characters alone."
        );
        SecretReading::new("secret-other-encoding", bytes, message)
    };
    let single = |byte_of: fn(char) -> Option<u8>| text.chars().map(byte_of).collect::<Option<Vec<u8>>>();
    let latin1 = single(|character| u8::try_from(u32::from(character)).ok());
    // .NET's ASCII encoding.
    let ascii = single(|character| Some(if character.is_ascii() { character as u8 } else { b'?' }));
    let [little, big]: [Vec<u8>; 2] =
        [u16::to_le_bytes, u16::to_be_bytes].map(|bytes_of| text.encode_utf16().flat_map(bytes_of).collect());
    // UTF-8 that was taken for ISO 8859-1 and encoded again.
    let twice: String = text.bytes().map(char::from).collect();
    let mut found: Vec<SecretReading> = latin1.into_iter().map(|bytes| named("ISO 8859-1 (Latin-1)", bytes)).collect();
    found.extend(ascii.map(|bytes| named("ASCII, with `?` for every other character", bytes)));
    found.push(named("UTF-16, little-endian", little.clone()));
    found.push(named("UTF-16, big-endian", big.clone()));
    found.push(named("UTF-16 with a byte-order mark", [&[0xFF, 0xFE], little.as_slice()].concat()));
    found.push(named("UTF-16 with a byte-order mark", [&[0xFE, 0xFF], big.as_slice()].concat()));
    found.push(named("UTF-8 with a byte-order mark in front", [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat()));
    found.push(named("UTF-8 encoded twice", twice.into_bytes()));
    for (form, bytes) in [("composed (NFC)", composed(text)), ("decomposed (NFD)", decomposed(text))] {
        let message = format!(
            "It fits with the accented letters of the secret {form}: one letter can be written as one character, or as the bare letter with its accent behind it, and the two look the same. Normalize the secret in both programs, or use one of ASCII characters alone."
        );
        found.push(SecretReading::new("secret-other-encoding", bytes, message));
    }
    found
}

/// Each hash as bytes, as hexadecimal digits and as base64.
fn digests(secret: &[u8]) -> Vec<SecretReading> {
    let hashes = [
        ("SHA-256", check::digest(Sha2::Sha256, secret)),
        ("SHA-512", check::digest(Sha2::Sha512, secret)),
        ("SHA-384", check::digest(Sha2::Sha384, secret)),
        ("SHA-1", sha1::Sha1::digest(secret).to_vec()),
        ("MD5", md5::Md5::digest(secret).to_vec()),
    ];
    let mut found = Vec::new();
    for (name, hash) in hashes {
        let hex = inspect::material::digest::hex(&hash);
        let forms = [
            ("as bytes", hash.clone()),
            ("in hexadecimal digits", hex.clone().into_bytes()),
            ("in capital hexadecimal digits", hex.to_ascii_uppercase().into_bytes()),
            ("in base64", STANDARD.encode(&hash).into_bytes()),
            ("in base64url", URL_SAFE_NO_PAD.encode(&hash).into_bytes()),
        ];
        found.extend(forms.map(|(form, bytes)| {
            let message = format!("It fits the {name} hash of the secret, {form}: the program that signs hashes its secret first. Do the same in the verifier, or hand the hash to it as the secret.");
            SecretReading::new("secret-digest", bytes, message)
        }));
    }
    found
}
