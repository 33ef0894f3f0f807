//! Encrypted tokens.

pub(crate) mod jwe_alg_rsa1_5;
pub(crate) mod jwe_anatomy;
pub(crate) mod jwe_password;
pub(crate) mod jwe_rsa_key_size;
