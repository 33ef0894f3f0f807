//! Header parameters other than algorithms and keys.

pub(crate) mod crit;
pub(crate) mod cty;
pub(crate) mod cty_nested;
pub(crate) mod header_not_text;
pub(crate) mod header_private_params;
pub(crate) mod typ_mismatch;
