//! Decodes tokens: takes a pasted text and returns every JSON Web Token in it, taken apart.
//!
//! # What is found
//!
//! - JWS and JWE in their compact serializations (RFC 7515 section 7.1, RFC 7516 section 7.1), SD-JWT (RFC 9901), and
//!   both JSON serializations (RFC 7515 section 7.2, RFC 7516 section 7.2),
//! - alone or anywhere in other text: header fields, cookies, logs, HAR files, source code, other JSON,
//! - wrapped over lines, percent-encoded, with JSON or HTML escapes, or encoded in base64 once more; every such
//!   [`Repair`] is recorded,
//! - inside other tokens: a payload, the value of a claim, a disclosure, a key binding JWT ([`Nested`]),
//! - and what is left of a token: cut off at its end, without its first characters, or a single segment.
//!
//! # How the modules relate
//!
//! A text goes through the modules in this order, and no module knows one that comes later:
//!
//! 1. [`base64url`] and [`json`] decode a segment and locate each [`Fault`](error::Fault). [`inflate`] does the same for a
//!    compressed payload. [`limits`] says how much is read at most.
//! 2. [`mod@format`] takes one token apart into [`Part`]s, with one file for each format.
//! 3. [`find`] finds the tokens in a text, with their labels and repairs.
//! 4. [`nested`] finds the tokens inside the parts of a token.
//! 5. [`decode`] does all of this for a whole text, and [`Reader`] for one stretch of it after the other.
//!
//! [`display`] stands beside them: it quotes what comes from a text in the sentences of repairs and notes.
//!
//! # What never happens
//!
//! - Decoding never fails. What cannot be read is a [`Fault`](error::Fault): a kind and a place. Everything else is read.
//! - Decoding never verifies a signature and never depends on the value of a claim. The header parameters `alg`, `enc`,
//!   `b64`, `crit`, `zip` and `typ` only help to tell where a token ends and how its parts are encoded.
//! - Nothing is lost: members keep their order and their duplicates, numbers stay as they are written, and every value
//!   has the span of its source.
//! - Nothing here knows the time, the network, files or the page, and nothing panics.
//! - No text takes more than linear time; [`limits`] bounds what is nested or compressed.
//!
//! # Spans
//!
//! A [`Span`] counts bytes: that of a token and of its repairs bytes of the pasted text, that of a part bytes of the
//! token's text, that of a JSON value bytes of the decoded part. [`Token::characters_of`] leads from a decoded part to
//! the token's text, and [`Token::in_paste`] from there to the pasted text.

pub mod base64url;
pub mod display;
pub mod error;
pub mod find;
pub mod format;
mod groups;
pub mod har;
pub mod inflate;
pub mod json;
pub mod limits;
mod mask;
pub mod nested;
mod part;
mod reader;
mod signature;
pub mod slices;
mod span;
mod token;

#[cfg(test)]
mod testing;

pub use part::{Coding, Content, Part, Role};
pub use reader::{Decoded, Note, Reader, decode};
pub use signature::signature_lengths;
pub use span::{Piece, Span};
pub use token::{Nested, Repair, Token};
