//! Tokens of well-known issuers.

pub(crate) mod auth0_opaque;
pub(crate) mod known_tokens;
pub(crate) mod platform_claims;
pub(crate) mod sample_token;
