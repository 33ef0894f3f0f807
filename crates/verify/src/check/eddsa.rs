//! EdDSA: RFC 8032, RFC 8037 section 3.1.

use ed25519_dalek::Verifier;

use super::Mismatch;

pub(super) fn fits_ed25519(x: &[u8], input: &[u8], signature: &[u8]) -> Result<bool, Mismatch> {
    let key = ed25519_dalek::VerifyingKey::try_from(x).map_err(|_| Mismatch::NoKey)?;
    let Ok(signature) = ed25519_dalek::Signature::from_slice(signature) else { return Ok(false) };
    // A key of small order is a remark on the key: the mathematics alone decides here.
    Ok(key.verify(input, &signature).is_ok())
}

pub(super) fn fits_ed448(x: &[u8], input: &[u8], signature: &[u8]) -> Result<bool, Mismatch> {
    let bytes: [u8; 57] = x.try_into().map_err(|_| Mismatch::NoKey)?;
    let key = ed448_goldilocks::VerifyingKey::from_bytes(&bytes).map_err(|_| Mismatch::NoKey)?;
    let Ok(signature) = ed448_goldilocks::Signature::try_from(signature) else { return Ok(false) };
    Ok(key.verify_raw(&signature, input).is_ok())
}
