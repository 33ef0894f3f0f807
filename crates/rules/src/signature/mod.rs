//! What the bytes of the signature show.

pub(crate) mod ecdsa_der;
pub(crate) mod ecdsa_malleable;
pub(crate) mod ecdsa_out_of_range;
pub(crate) mod ecdsa_psychic;
pub(crate) mod rsa;
pub(crate) mod signature_all_zero;
pub(crate) mod signature_hex;
pub(crate) mod signature_is_text;
pub(crate) mod signature_left_out;
pub(crate) mod signature_length_mismatch;
pub(crate) mod signature_missing;
