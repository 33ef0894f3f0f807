//! Findings on claims of any kind of token.

pub(crate) mod aud;
pub(crate) mod claim_wrong_type;
pub(crate) mod claims_in_header;
pub(crate) mod claims_missing;
pub(crate) mod delegated;
pub(crate) mod distributed_claims;
pub(crate) mod email_not_verified;
pub(crate) mod invisible_characters;
pub(crate) mod iss;
pub(crate) mod markup_in_claim;
pub(crate) mod mixed_script;
pub(crate) mod privileged_role;
pub(crate) mod revocable_status;
pub(crate) mod sender_constrained;
pub(crate) mod size;
pub(crate) mod status_list_broken;
pub(crate) mod stringified_json;
