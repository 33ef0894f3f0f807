//! What a token carries beside its claims: keys, certificates, disclosures and encrypted parts.

pub mod certificate;
pub mod digest;
pub mod enclosed;
pub mod jwe;
pub mod key;
pub mod sd_jwt;
pub mod status_list;
