//! Claims of any kind of token.

pub(crate) mod audience;
pub(crate) mod claim_form;
pub(crate) mod claims_in_header;
pub(crate) mod claims_missing;
pub(crate) mod code_in_claim;
pub(crate) mod delegated;
pub(crate) mod distributed_claims;
pub(crate) mod email_not_verified;
pub(crate) mod invisible_characters;
pub(crate) mod issuer_address;
pub(crate) mod mixed_script;
pub(crate) mod privileges;
pub(crate) mod revocable_status;
pub(crate) mod sender_constrained;
pub(crate) mod size;
pub(crate) mod stringified_json;
