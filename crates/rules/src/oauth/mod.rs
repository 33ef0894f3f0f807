//! Tokens of OAuth and OpenID Connect.

pub(crate) mod oauth_claims;
