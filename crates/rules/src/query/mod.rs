//! Questions that several rules ask about a token.

pub(crate) mod algorithms;
pub(crate) mod claims;
pub(crate) mod events;
pub(crate) mod headers;
pub(crate) mod key_address;
pub(crate) mod kinds;
pub(crate) mod requests;
pub(crate) mod sensitive;
pub(crate) mod signature_shape;
pub(crate) mod times;
pub(crate) mod values;
