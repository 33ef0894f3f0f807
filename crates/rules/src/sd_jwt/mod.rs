//! Findings on SD-JWTs.

pub(crate) mod disclosures;
pub(crate) mod key_binding;
