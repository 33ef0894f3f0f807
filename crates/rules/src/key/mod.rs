//! Keys, key IDs, key addresses and certificates in the header.

pub(crate) mod jwk_broken;
pub(crate) mod jwk_embedded;
pub(crate) mod jwk_private;
pub(crate) mod key_url;
pub(crate) mod key_wrong_type;
pub(crate) mod kid_injection;
pub(crate) mod kid_odd;
pub(crate) mod x5c_malformed;
pub(crate) mod x5c_present;
