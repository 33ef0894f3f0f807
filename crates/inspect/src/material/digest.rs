//! Digests of bytes, and the texts in which thumbprints and digests are written.

use sha2::Digest;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hash {
    /// Only for comparing with thumbprints that a token brings (RFC 7515 section 4.1.7).
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// The hash function of this name in IANA's Named Information Hash Algorithm registry, as `_sd_alg` has it (RFC 9901 section 4.1.1).
    pub fn named(name: &str) -> Option<Self> {
        [Self::Sha256, Self::Sha384, Self::Sha512].into_iter().find(|hash| hash.name() == name)
    }

    /// The hash function that is meant by another spelling of its name: `sha256`, `SHA-256`, `sha_256`.
    pub fn meant(name: &str) -> Option<Self> {
        let letters = |name: &str| -> String {
            name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
        };
        let wanted = letters(name.get(..20).unwrap_or(name));
        [Self::Sha256, Self::Sha384, Self::Sha512].into_iter().find(|hash| letters(hash.name()) == wanted)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "sha-1",
            Self::Sha256 => "sha-256",
            Self::Sha384 => "sha-384",
            Self::Sha512 => "sha-512",
        }
    }

    /// The length of the digest in bytes.
    pub fn length(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    pub fn digest(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha1 => sha1::Sha1::digest(bytes).to_vec(),
            Self::Sha256 => sha2::Sha256::digest(bytes).to_vec(),
            Self::Sha384 => sha2::Sha384::digest(bytes).to_vec(),
            Self::Sha512 => sha2::Sha512::digest(bytes).to_vec(),
        }
    }
}

/// Bytes in base64url without padding: RFC 7515 section 2.
pub fn base64url(bytes: &[u8]) -> String {
    decode::base64url::encode(bytes)
}

/// Bytes in hexadecimal: two lower-case digits for each.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0xF)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of FIPS 180-4: the message "abc".
    #[test]
    fn digests_as_the_standard_does() {
        let abc = |hash: Hash| hex(&hash.digest(b"abc"));
        assert_eq!(abc(Hash::Sha1), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(abc(Hash::Sha256), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(
            abc(Hash::Sha384),
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
        );
        assert_eq!(
            abc(Hash::Sha512),
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
             2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        );
    }

    #[test]
    fn knows_its_names_and_lengths() {
        for hash in [Hash::Sha256, Hash::Sha384, Hash::Sha512] {
            assert_eq!(Hash::named(hash.name()), Some(hash));
        }
        for hash in [Hash::Sha1, Hash::Sha256, Hash::Sha384, Hash::Sha512] {
            assert_eq!(hash.digest(b"").len(), hash.length());
        }
        for name in ["sha-1", "SHA-256", "sha256", "sha3-256", ""] {
            assert_eq!(Hash::named(name), None);
        }
    }

    #[test]
    fn writes_bytes_as_text() {
        assert_eq!(base64url(&[0xfb, 0xff]), "-_8");
        assert_eq!(hex(&[0x00, 0x9f, 0xa0]), "009fa0");
    }
}
