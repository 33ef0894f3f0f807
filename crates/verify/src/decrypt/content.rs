//! Content encryption: the `enc` of RFC 7518 section 5.

use aes::cipher::block_padding::Pkcs7;
use aes::cipher::{BlockModeDecrypt, KeyInit, KeyIvInit};
use aes::{Aes128, Aes192, Aes256};
use aes_gcm::aead::consts::U12;
use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{AesGcm, Nonce};

use crate::check::{Sha2, hmac};

/// An `enc` value as this crate computes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ContentCipher {
    /// AES in Galois/Counter Mode. Section 5.3.
    Gcm { key_length: usize },
    /// AES in Cipher Block Chaining mode and an HMAC, each with one half of the key. Section 5.2.
    CbcHmac { half_length: usize, hash: Sha2 },
}

/// What is decrypted, apart from its key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sealed<'a> {
    pub(super) iv: &'a [u8],
    pub(super) additional_data: &'a [u8],
    pub(super) ciphertext: &'a [u8],
    pub(super) tag: &'a [u8],
}

/// In which order a key of A*CBC-HS* has its halves. RFC 7518 section 5.2.2.1 puts that of the HMAC first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Halves {
    HmacFirst,
    AesFirst,
}

impl ContentCipher {
    /// None for a value that is not known here.
    pub(super) fn named(enc: &str) -> Option<Self> {
        Some(match enc {
            "A128GCM" => Self::Gcm { key_length: 16 },
            "A192GCM" => Self::Gcm { key_length: 24 },
            "A256GCM" => Self::Gcm { key_length: 32 },
            "A128CBC-HS256" => Self::CbcHmac { half_length: 16, hash: Sha2::Sha256 },
            "A192CBC-HS384" => Self::CbcHmac { half_length: 24, hash: Sha2::Sha384 },
            "A256CBC-HS512" => Self::CbcHmac { half_length: 32, hash: Sha2::Sha512 },
            _ => return None,
        })
    }

    pub(super) fn key_length(self) -> usize {
        match self {
            Self::Gcm { key_length } => key_length,
            Self::CbcHmac { half_length, .. } => 2 * half_length,
        }
    }

    pub(super) fn iv_length(self) -> usize {
        match self {
            Self::Gcm { .. } => 12,
            Self::CbcHmac { .. } => 16,
        }
    }

    pub(super) fn tag_length(self) -> usize {
        match self {
            Self::Gcm { .. } => 16,
            Self::CbcHmac { half_length, .. } => half_length,
        }
    }

    /// The plaintext, or None where the tag does not fit.
    pub(super) fn open(self, key: &[u8], halves: Halves, sealed: Sealed) -> Option<Vec<u8>> {
        match self {
            Self::Gcm { .. } => open_gcm(key, sealed),
            Self::CbcHmac { half_length, hash } => {
                let (first, second) = key.split_at_checked(half_length)?;
                let (mac_key, aes_key) = match halves {
                    Halves::HmacFirst => (first, second),
                    Halves::AesFirst => (second, first),
                };
                let fits = cbc_hmac_tag(hash, mac_key, sealed).get(..half_length)? == sealed.tag;
                fits.then(|| open_cbc(aes_key, sealed.iv, sealed.ciphertext))?
            }
        }
    }
}

/// AES-GCM with a tag of 16 bytes, also for the content keys of A*GCMKW.
pub(super) fn open_gcm(key: &[u8], sealed: Sealed) -> Option<Vec<u8>> {
    if sealed.tag.len() != 16 {
        return None;
    }
    let nonce = <&Nonce<U12>>::try_from(sealed.iv).ok()?;
    let message = [sealed.ciphertext, sealed.tag].concat();
    let payload = Payload { msg: &message, aad: sealed.additional_data };
    match key.len() {
        16 => AesGcm::<Aes128, U12>::new_from_slice(key).ok()?.decrypt(nonce, payload),
        24 => AesGcm::<Aes192, U12>::new_from_slice(key).ok()?.decrypt(nonce, payload),
        32 => AesGcm::<Aes256, U12>::new_from_slice(key).ok()?.decrypt(nonce, payload),
        _ => return None,
    }
    .ok()
}

/// The whole HMAC, of which the tag is the first half. RFC 7518 section 5.2.2.1.
fn cbc_hmac_tag(hash: Sha2, key: &[u8], sealed: Sealed) -> Vec<u8> {
    let bits = (sealed.additional_data.len() as u64).saturating_mul(8).to_be_bytes();
    hmac(hash, key, &[sealed.additional_data, sealed.iv, sealed.ciphertext, &bits].concat())
}

fn open_cbc(key: &[u8], iv: &[u8], ciphertext: &[u8]) -> Option<Vec<u8>> {
    match key.len() {
        16 => cbc::Decryptor::<Aes128>::new_from_slices(key, iv).ok()?.decrypt_padded_vec::<Pkcs7>(ciphertext),
        24 => cbc::Decryptor::<Aes192>::new_from_slices(key, iv).ok()?.decrypt_padded_vec::<Pkcs7>(ciphertext),
        32 => cbc::Decryptor::<Aes256>::new_from_slices(key, iv).ok()?.decrypt_padded_vec::<Pkcs7>(ciphertext),
        _ => return None,
    }
    .ok()
}
