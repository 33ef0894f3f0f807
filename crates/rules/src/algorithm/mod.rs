//! What `alg` says.

pub(crate) mod alg_eddsa_polymorphic;
pub(crate) mod alg_hmac;
pub(crate) mod alg_hmac_key_confusion;
pub(crate) mod alg_missing;
pub(crate) mod alg_none;
pub(crate) mod alg_none_variant;
pub(crate) mod alg_none_with_signature;
pub(crate) mod alg_post_quantum;
pub(crate) mod alg_prohibited;
pub(crate) mod alg_rs_pkcs1;
pub(crate) mod alg_unknown;
pub(crate) mod alg_wrong_family;
