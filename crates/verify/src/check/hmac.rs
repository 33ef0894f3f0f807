//! HMAC with SHA-2: RFC 2104, RFC 7518 section 3.2. Any secret is taken, the empty one too.

use ::hmac::{Hmac, KeyInit, Mac};

use super::Sha2;

pub(super) fn fits(hash: Sha2, secret: &[u8], input: &[u8], signature: &[u8]) -> bool {
    hmac(hash, secret, input) == signature
}

/// The whole tag.
pub fn hmac(hash: Sha2, secret: &[u8], input: &[u8]) -> Vec<u8> {
    match hash {
        Sha2::Sha256 => tag::<Hmac<sha2::Sha256>>(secret, input),
        Sha2::Sha384 => tag::<Hmac<sha2::Sha384>>(secret, input),
        Sha2::Sha512 => tag::<Hmac<sha2::Sha512>>(secret, input),
    }
}

fn tag<M: Mac + KeyInit>(secret: &[u8], input: &[u8]) -> Vec<u8> {
    // HMAC takes a key of any length, so there is none that could be refused.
    let Ok(mut mac) = <M as KeyInit>::new_from_slice(secret) else { return Vec::new() };
    mac.update(input);
    mac.finalize().into_bytes().to_vec()
}
