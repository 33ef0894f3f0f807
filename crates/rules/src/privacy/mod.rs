//! Findings on secrets and personal data.

pub(crate) mod personal_data;
pub(crate) mod secret_in_payload;
