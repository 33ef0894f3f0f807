//! How the JSON is written.

pub(crate) mod json_big_number;
pub(crate) mod json_bom;
pub(crate) mod json_case_variant_key;
pub(crate) mod json_deep;
pub(crate) mod json_duplicate_key;
pub(crate) mod json_escaped_name;
pub(crate) mod json_invalid;
pub(crate) mod json_invalid_utf8;
pub(crate) mod json_lone_surrogate;
pub(crate) mod json_not_object;
pub(crate) mod json_prototype_key;
pub(crate) mod json_serialization;
pub(crate) mod json_signature_compact;
pub(crate) mod json_whitespace;
pub(crate) mod json_wrong_encoding;
