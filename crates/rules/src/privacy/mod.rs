//! What the token lets its reader see.

pub(crate) mod personal_data;
pub(crate) mod secret_in_payload;
