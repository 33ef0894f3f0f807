//! Who signed it: a token and the reader's own keys in, what fits and why the rest does not out.
//!
//! Pure and total: any key text and any token give an answer. No clock and no randomness come in here. Three facts are
//! kept apart and never become one: whether a signature fits a key, what is odd about that key, and whose key it is.

mod candidates;
mod chain;
pub mod check;
mod checker;
pub mod decrypt;
pub mod explain;
mod hexadecimal;
pub mod key;
mod named_value;
mod public_secrets;
mod remarks;
mod signed_message;
pub mod steps;
mod verdict;

pub use chain::{CertificateValidity, ChainCheck, ChainEnd, ChainLink, ChainSigner};
pub use checker::Checker;
pub use explain::{KeySourceHint, where_keys_are};
pub use verdict::{Explanation, FittingKey, KeyOwner, Remark, SignatureCheck, SignatureVerdict};
