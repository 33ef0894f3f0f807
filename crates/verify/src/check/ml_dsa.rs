//! ML-DSA: FIPS 204, RFC 9964. The context is empty.

use ::ml_dsa::{EncodedVerifyingKey, MlDsa44, MlDsa65, MlDsa87, MlDsaParams, Signature, VerifyingKey};

use super::Mismatch;
use crate::key::MlDsaParameters;

pub(super) fn fits(
    parameters: MlDsaParameters,
    public: &[u8],
    input: &[u8],
    signature: &[u8],
) -> Result<bool, Mismatch> {
    match parameters {
        MlDsaParameters::MlDsa44 => verify::<MlDsa44>(public, input, signature),
        MlDsaParameters::MlDsa65 => verify::<MlDsa65>(public, input, signature),
        MlDsaParameters::MlDsa87 => verify::<MlDsa87>(public, input, signature),
    }
}

fn verify<P: MlDsaParams>(public: &[u8], input: &[u8], signature: &[u8]) -> Result<bool, Mismatch> {
    let encoded = EncodedVerifyingKey::<P>::try_from(public).map_err(|_| Mismatch::NoKey)?;
    let key = VerifyingKey::<P>::decode(&encoded);
    let Ok(signature) = Signature::<P>::try_from(signature) else { return Ok(false) };
    Ok(key.verify_with_context(input, &[], &signature))
}
