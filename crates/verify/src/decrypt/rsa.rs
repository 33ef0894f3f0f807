//! Content keys encrypted with RSA: RFC 7518 sections 4.2 and 4.3, RFC 8017 section 7.

use ::rsa::traits::Decryptor;
use ::rsa::{BoxedUint, PrivateKey, oaep, pkcs1v15};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};

/// Keys of so many bits are used. With one of 4096 bits a page stands still for a tenth of a second, with one of 8192 for
/// most of a second, and longer with larger ones.
const BITS: std::ops::RangeInclusive<usize> = 512..=LARGEST_BITS;

pub(super) const LARGEST_BITS: usize = 8_192;

/// A padding, with the hash of OAEP and that of its mask where it is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RsaPadding {
    /// RSA1_5. A wrong key gives bytes like any other here: nothing tells that they are none.
    Pkcs1,
    /// RSA-OAEP.
    OaepSha1,
    OaepSha256,
    OaepSha384,
    OaepSha512,
    /// OAEP as Java's `OAEPWithSHA-256AndMGF1Padding` has it: SHA-256, but SHA-1 in the mask.
    OaepSha256MaskSha1,
}

impl RsaPadding {
    /// Its name as an `alg`, or in a sentence.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Pkcs1 => "RSA1_5",
            Self::OaepSha1 => "RSA-OAEP",
            Self::OaepSha256 => "RSA-OAEP-256",
            Self::OaepSha384 => "RSA-OAEP-384",
            Self::OaepSha512 => "RSA-OAEP-512",
            Self::OaepSha256MaskSha1 => "OAEP with SHA-256 whose mask is made with SHA-1",
        }
    }

    /// Those by which what was encrypted under this name may have been encrypted, beside it.
    pub(super) fn others(self) -> impl Iterator<Item = Self> {
        let all = [
            Self::OaepSha1,
            Self::OaepSha256,
            Self::OaepSha256MaskSha1,
            Self::OaepSha384,
            Self::OaepSha512,
            Self::Pkcs1,
        ];
        all.into_iter().filter(move |other| *other != self)
    }
}

/// A private key, or None where its numbers are none.
pub(super) fn private_key(
    modulus: &[u8],
    exponent: &[u8],
    d: &[u8],
    primes: Option<(&[u8], &[u8])>,
) -> Option<PrivateKey> {
    let [modulus, exponent, d] = [modulus, exponent, d].map(without_zeros);
    // Each is checked before the arithmetic, which takes it for granted.
    let is_in_range = BITS.contains(&(modulus.len() * 8))
        && exponent.len() <= 8
        && !d.is_empty()
        && (d.len(), d) < (modulus.len(), modulus);
    if !is_in_range {
        return None;
    }
    let number = |bytes: &[u8]| BoxedUint::from_be_slice_vartime(bytes);
    let primes = primes.map(|(p, q)| [p, q].map(without_zeros));
    let primes = primes.filter(|primes| primes.iter().all(|prime| prime.len() < modulus.len()));
    let primes = primes.map_or(Vec::new(), |primes| primes.map(number).to_vec());
    if primes.is_empty() && exponent.len() < 3 {
        return None;
    }
    PrivateKey::from_components(number(modulus), number(exponent), number(d), primes).ok()
}

/// What the key makes of the encrypted key. None where the padding does not fit, which RSA1_5 does not tell.
pub(super) fn decrypt(key: PrivateKey, padding: RsaPadding, encrypted: &[u8]) -> Option<Vec<u8>> {
    match padding {
        RsaPadding::Pkcs1 => pkcs1v15::DecryptingKey::new(key).decrypt(encrypted),
        RsaPadding::OaepSha1 => oaep::DecryptingKey::<Sha1, Sha1>::new(key).decrypt(encrypted),
        RsaPadding::OaepSha256 => oaep::DecryptingKey::<Sha256, Sha256>::new(key).decrypt(encrypted),
        RsaPadding::OaepSha384 => oaep::DecryptingKey::<Sha384, Sha384>::new(key).decrypt(encrypted),
        RsaPadding::OaepSha512 => oaep::DecryptingKey::<Sha512, Sha512>::new(key).decrypt(encrypted),
        RsaPadding::OaepSha256MaskSha1 => oaep::DecryptingKey::<Sha256, Sha1>::new(key).decrypt(encrypted),
    }
    .ok()
}

fn without_zeros(bytes: &[u8]) -> &[u8] {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    bytes.get(zeros..).unwrap_or_default()
}
