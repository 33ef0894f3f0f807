//! How the segments are written and joined.

pub(crate) mod b64;
pub(crate) mod base64_invalid_length;
pub(crate) mod base64_noncanonical;
pub(crate) mod base64_padding;
pub(crate) mod base64_standard_alphabet;
pub(crate) mod beginning_missing;
pub(crate) mod deflate;
pub(crate) mod illegal_character;
pub(crate) mod nested_encoding;
pub(crate) mod part_masked;
pub(crate) mod payload_detached;
pub(crate) mod payload_not_json;
pub(crate) mod truncated_token;
pub(crate) mod url_encoded_token;
pub(crate) mod whitespace_in_token;
pub(crate) mod wrong_segment_count;
pub(crate) mod zip;
