//! RSASSA-PKCS1-v1_5 and RSASSA-PSS: RFC 8017 section 8, RFC 7518 sections 3.3 and 3.5.

use ::rsa::signature::hazmat::PrehashVerifier;
use ::rsa::{BoxedUint, PublicKey, pkcs1v15, pss};
use inspect::material::key::bit_length;

use super::{Mismatch, Sha2, digest};
use crate::key::LARGEST_RSA_BITS;

/// Keys of so many bits are checked: small ones get a remark.
const BITS: std::ops::RangeInclusive<usize> = 256..=LARGEST_RSA_BITS;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Salt {
    AsLongAsHash,
    /// In bytes.
    Of(usize),
    Any,
}

fn public_key(modulus: &[u8], exponent: &[u8]) -> Result<PublicKey, Mismatch> {
    if bit_length(modulus) > LARGEST_RSA_BITS {
        return Err(Mismatch::TooLarge);
    }
    let number = |bytes: &[u8]| BoxedUint::from_be_slice_vartime(bytes);
    PublicKey::new_with_size_limits(number(modulus), number(exponent), BITS).map_err(|_| Mismatch::NoKey)
}

pub(super) fn fits_pkcs1(
    hash: Sha2,
    modulus: &[u8],
    exponent: &[u8],
    input: &[u8],
    signature: &[u8],
) -> Result<bool, Mismatch> {
    let key = public_key(modulus, exponent)?;
    // RFC 8017 section 8.2.2: the signature is as long as the modulus.
    if signature.len() != modulus.len() {
        return Ok(false);
    }
    let Ok(signature) = pkcs1v15::Signature::try_from(signature) else { return Ok(false) };
    let digest = digest(hash, input);
    Ok(match hash {
        Sha2::Sha256 => pkcs1v15::VerifyingKey::<sha2::Sha256>::new(key).verify_prehash(&digest, &signature),
        Sha2::Sha384 => pkcs1v15::VerifyingKey::<sha2::Sha384>::new(key).verify_prehash(&digest, &signature),
        Sha2::Sha512 => pkcs1v15::VerifyingKey::<sha2::Sha512>::new(key).verify_prehash(&digest, &signature),
    }
    .is_ok())
}

pub(super) fn fits_pss(
    hash: Sha2,
    modulus: &[u8],
    exponent: &[u8],
    input: &[u8],
    signature: &[u8],
    salt: Salt,
) -> Result<bool, Mismatch> {
    let key = public_key(modulus, exponent)?;
    if signature.len() != modulus.len() {
        return Ok(false);
    }
    let Ok(signature) = pss::Signature::try_from(signature) else { return Ok(false) };
    let digest = digest(hash, input);
    Ok(match hash {
        Sha2::Sha256 => pss_key::<sha2::Sha256>(key, salt).verify_prehash(&digest, &signature),
        Sha2::Sha384 => pss_key::<sha2::Sha384>(key, salt).verify_prehash(&digest, &signature),
        Sha2::Sha512 => pss_key::<sha2::Sha512>(key, salt).verify_prehash(&digest, &signature),
    }
    .is_ok())
}

fn pss_key<D: sha2::Digest>(key: PublicKey, salt: Salt) -> pss::VerifyingKey<D> {
    match salt {
        Salt::AsLongAsHash => pss::VerifyingKey::new(key),
        Salt::Of(length) => pss::VerifyingKey::new_with_salt_len(key, length),
        Salt::Any => pss::VerifyingKey::new_with_auto_salt_len(key),
    }
}
