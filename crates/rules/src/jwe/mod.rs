//! Encrypted tokens.

pub(crate) mod jwe_alg_rsa1_5;
pub(crate) mod jwe_encrypted;
pub(crate) mod jwe_not_authenticated;
pub(crate) mod jwe_parts;
pub(crate) mod jwe_rsa_key_size;
pub(crate) mod p2c;
