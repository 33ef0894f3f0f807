//! Findings on how a token was sent in the requests of a HAR file, and how they were answered.

pub(crate) mod sent_expired;
pub(crate) mod sent_id_token;
pub(crate) mod sent_not_yet_valid;
pub(crate) mod sent_to_other_host;
