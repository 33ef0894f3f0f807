//! Findings on secrets and personal data, and the claims that should not be handed on to everybody.

pub(crate) mod personal_data;
pub(crate) mod secret_in_payload;
mod sensitive_claims;

pub use sensitive_claims::sensitive_claims;
