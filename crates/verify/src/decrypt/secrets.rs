//! The bytes that a pasted secret can stand for.

use sha2::{Digest, Sha256, Sha384, Sha512};

use super::twist::Twist;
use crate::named_value::{self, unquoted};

/// Longer secrets are taken only as they are.
const LONGEST_TEXT: usize = 10_000;

/// The bytes of a key, and what was done to the secret to have them.
pub(super) type KeyReading = (Vec<u8>, Vec<Twist>);

/// As it is first, then the other texts that may be meant by it.
pub(super) fn texts(secret: &[u8]) -> Vec<KeyReading> {
    let mut texts = vec![(secret.to_vec(), Vec::new())];
    let Some(text) = short_text(secret) else { return texts };
    let trimmed = text.trim();
    add(&mut texts, trimmed.into(), [Twist::SecretTrimmed]);
    if let Some(bare) = unquoted(trimmed) {
        add(&mut texts, bare.into(), [Twist::SecretUnquoted]);
    }
    for value in named_value::values(trimmed) {
        add(&mut texts, value.into(), [Twist::SecretNameRemoved]);
    }
    texts
}

/// Those texts, then the bytes that they encode.
pub(super) fn readings(secret: &[u8]) -> Vec<KeyReading> {
    let mut readings = texts(secret);
    let Some(text) = short_text(secret) else { return readings };
    let trimmed = text.trim();
    let bare = unquoted(trimmed).unwrap_or(trimmed);
    let unnamed = named_value::values(trimmed).into_iter().map(|value| (value, Some(Twist::SecretNameRemoved)));
    for (text, twist) in [(bare, None)].into_iter().chain(unnamed) {
        if let Some(bytes) = from_hex(text) {
            add(&mut readings, bytes, twist.clone().into_iter().chain([Twist::SecretHex]));
        }
        if let Some(bytes) = from_base64(text) {
            add(&mut readings, bytes, twist.into_iter().chain([Twist::SecretBase64]));
        }
    }
    readings
}

fn short_text(secret: &[u8]) -> Option<&str> {
    std::str::from_utf8(secret).ok().filter(|text| text.len() <= LONGEST_TEXT)
}

/// Each once.
fn add(readings: &mut Vec<KeyReading>, bytes: Vec<u8>, twists: impl IntoIterator<Item = Twist>) {
    if readings.iter().all(|(known, _)| *known != bytes) {
        readings.push((bytes, twists.into_iter().collect()));
    }
}

/// Keys of a length wanted: the readings that have it, then the digests of the texts that have it.
pub(super) fn keys_of_length(secret: &[u8], length: usize) -> Vec<KeyReading> {
    let mut keys = readings(secret);
    keys.retain(|(bytes, _)| bytes.len() == length);
    for (text, mut twists) in texts(secret) {
        let digest = match length {
            32 => Sha256::digest(&text).to_vec(),
            48 => Sha384::digest(&text).to_vec(),
            64 => Sha512::digest(&text).to_vec(),
            _ => continue,
        };
        twists.push(Twist::SecretDigest { bits: length * 8 });
        keys.push((digest, twists));
    }
    keys
}

/// Passwords, which have any length: the readings, and the text with the line end that `echo` adds.
pub(super) fn passwords(secret: &[u8]) -> Vec<KeyReading> {
    let mut passwords = readings(secret);
    if !secret.ends_with(b"\n") {
        add(&mut passwords, [secret, b"\n"].concat(), [Twist::SecretTrailingNewline]);
    }
    passwords
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let pairs = digits.as_bytes().chunks(2);
    let byte = |pair: &[u8]| {
        let [high, low] = pair else { return None };
        let value = |digit: u8| char::from(digit).to_digit(16);
        u8::try_from(value(*high)? * 16 + value(*low)?).ok()
    };
    if digits.is_empty() { None } else { pairs.map(byte).collect() }
}

/// Of either alphabet, with padding or without, as Laravel writes it too.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let decoded = decode::base64url::decode(text.strip_prefix("base64:").unwrap_or(text));
    let is_whole = !decoded.bytes.is_empty() && decoded.faults.iter().all(|fault| fault.kind.is_soft());
    is_whole.then_some(decoded.bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(secret: &str, expected: &[(&[u8], &[Twist])]) {
        let readings = readings(secret.as_bytes());
        let read: Vec<_> = readings.iter().map(|(bytes, twists)| (bytes.as_slice(), twists.as_slice())).collect();
        assert_eq!(read, expected, "{secret:?}");
    }

    #[test]
    fn a_secret_has_its_readings_once_each() {
        use Twist::{SecretBase64, SecretHex, SecretNameRemoved, SecretTrimmed, SecretUnquoted};
        check("a b", &[(b"a b", &[])]);
        check("a b\n", &[(b"a b\n", &[]), (b"a b", &[SecretTrimmed])]);
        check("\"a b\"", &[(b"\"a b\"", &[]), (b"a b", &[SecretUnquoted])]);
        check("0xff", &[(b"0xff", &[]), (&[0xff], &[SecretHex]), (&[0xd3, 0x17, 0xdf], &[SecretBase64])]);
        check(
            "base64:/-8=",
            &[(b"base64:/-8=", &[]), (b"/-8=", &[SecretNameRemoved]), (&[0xff, 0xef], &[SecretBase64])],
        );
        check("", &[(b"", &[])]);
        assert_eq!(super::readings(&[0xff, 0xfe]), [(vec![0xff, 0xfe], vec![])]);
    }

    #[test]
    fn the_value_of_a_named_secret_is_read() {
        use Twist::{SecretBase64, SecretNameRemoved};
        check(
            "A='b c'\n",
            &[
                (b"A='b c'\n", &[]),
                (b"A='b c'", &[Twist::SecretTrimmed]),
                (b"b c", &[SecretNameRemoved]),
                (b"'b c'", &[SecretNameRemoved]),
            ],
        );
        check(
            "KEY=/-8=",
            &[(b"KEY=/-8=", &[]), (b"/-8=", &[SecretNameRemoved]), (&[0xff, 0xef], &[SecretNameRemoved, SecretBase64])],
        );
        // No name: a blank in it, or nothing behind it.
        for secret in ["a b='c d'", "b c=", "YWI==", "A=\n"] {
            let texts = texts(secret.as_bytes());
            assert!(texts.iter().all(|(_, twists)| !twists.contains(&SecretNameRemoved)), "{texts:?}");
        }
    }

    #[test]
    fn keys_have_the_length_wanted() {
        let keys = keys_of_length(b"0123456789abcdef", 16);
        assert_eq!(keys, [(b"0123456789abcdef".to_vec(), vec![])]);
        let keys = keys_of_length(b"secret", 32);
        assert!(keys.iter().all(|(key, twists)| key.len() == 32 && matches!(twists[..], [Twist::SecretDigest { .. }])));
        let named = keys_of_length(b"A=secret", 32);
        assert_eq!(named[1], (keys[0].0.clone(), vec![Twist::SecretNameRemoved, Twist::SecretDigest { bits: 256 }]));
        assert_eq!(keys_of_length(b"secret", 24), []);
    }
}
