//! The bytes that a pasted secret can stand for.

use sha2::{Digest, Sha256, Sha384, Sha512};

use super::twist::Twist;

/// Longer secrets are taken only as they are.
const LONGEST_TEXT: usize = 10_000;

/// As it is first, then every other way to read it.
pub(super) fn readings(secret: &[u8]) -> Vec<(Vec<u8>, Option<Twist>)> {
    let mut readings = vec![(secret.to_vec(), None)];
    let Some(text) = std::str::from_utf8(secret).ok().filter(|text| text.len() <= LONGEST_TEXT) else {
        return readings;
    };
    let mut add = |bytes: Vec<u8>, twist| {
        if readings.iter().all(|(known, _)| *known != bytes) {
            readings.push((bytes, Some(twist)));
        }
    };
    let trimmed = text.trim();
    let unquoted = unquoted(trimmed).unwrap_or(trimmed);
    add(trimmed.as_bytes().to_vec(), Twist::SecretTrimmed);
    add(unquoted.as_bytes().to_vec(), Twist::SecretUnquoted);
    if let Some(bytes) = from_hex(unquoted) {
        add(bytes, Twist::SecretHex);
    }
    if let Some(bytes) = from_base64(unquoted) {
        add(bytes, Twist::SecretBase64);
    }
    readings
}

/// Keys of a length wanted: the readings that have it, then the digests of the text that have it.
pub(super) fn keys_of_length(secret: &[u8], length: usize) -> Vec<(Vec<u8>, Option<Twist>)> {
    let mut keys = readings(secret);
    let texts: Vec<Vec<u8>> = keys.iter().take(2).map(|(bytes, _)| bytes.clone()).collect();
    keys.retain(|(bytes, _)| bytes.len() == length);
    for text in texts {
        let digest = match length {
            32 => Sha256::digest(&text).to_vec(),
            48 => Sha384::digest(&text).to_vec(),
            64 => Sha512::digest(&text).to_vec(),
            _ => continue,
        };
        keys.push((digest, Some(Twist::SecretDigest { bits: length * 8 })));
    }
    keys
}

/// Passwords, which have any length: the readings, and the text with the line end that `echo` adds.
pub(super) fn passwords(secret: &[u8]) -> Vec<(Vec<u8>, Option<Twist>)> {
    let mut passwords = readings(secret);
    if !secret.ends_with(b"\n") {
        passwords.push(([secret, b"\n"].concat(), Some(Twist::SecretTrailingNewline)));
    }
    passwords
}

fn unquoted(text: &str) -> Option<&str> {
    ['"', '\'', '`'].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote))
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
    fn check(secret: &str, expected: &[(&[u8], Option<Twist>)]) {
        let readings = readings(secret.as_bytes());
        let read: Vec<_> = readings.iter().map(|(bytes, twist)| (bytes.as_slice(), twist.clone())).collect();
        assert_eq!(read, expected, "{secret:?}");
    }

    #[test]
    fn a_secret_has_its_readings_once_each() {
        check("a b", &[(b"a b", None)]);
        check("a b\n", &[(b"a b\n", None), (b"a b", Some(Twist::SecretTrimmed))]);
        check("\"a b\"", &[(b"\"a b\"", None), (b"a b", Some(Twist::SecretUnquoted))]);
        check(
            "0xff",
            &[(b"0xff", None), (&[0xff], Some(Twist::SecretHex)), (&[0xd3, 0x17, 0xdf], Some(Twist::SecretBase64))],
        );
        check("base64:/-8=", &[(b"base64:/-8=", None), (&[0xff, 0xef], Some(Twist::SecretBase64))]);
        check("", &[(b"", None)]);
        assert_eq!(super::readings(&[0xff, 0xfe]), [(vec![0xff, 0xfe], None)]);
    }

    #[test]
    fn keys_have_the_length_wanted() {
        let keys = keys_of_length(b"0123456789abcdef", 16);
        assert_eq!(keys, [(b"0123456789abcdef".to_vec(), None)]);
        let keys = keys_of_length(b"secret", 32);
        assert!(keys.iter().all(|(key, twist)| key.len() == 32 && matches!(twist, Some(Twist::SecretDigest { .. }))));
        assert_eq!(keys_of_length(b"secret", 24), []);
    }
}
