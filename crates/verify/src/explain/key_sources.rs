//! Where the keys of well-known issuers are, and whose nobody publishes.

use decode::Token;
use decode::json::Value;
use inspect::jose::issuers::KnownIssuer;
use inspect::recognise;

use crate::Explanation;

/// Where the key is that a token is checked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySourceHint {
    /// Stable, in kebab case.
    pub id: &'static str,
    pub sentence: String,
    /// To copy: prints the keys, or the address where they are.
    pub command: Option<String>,
}

const NOT_PUBLISHED: &str = "keys-not-published";
const AT: &str = "keys-at";

/// What is known of the keys of an issuer, whose own name in the token may say where they are.
pub fn where_keys_are(token: &Token, issuer: Option<KnownIssuer>) -> Option<KeySourceHint> {
    let _ = issuer;
    let _ = token;
    None
}

/// As explanations.
pub(crate) fn sources_of_keys(token: &Token) -> Vec<Explanation> {
    let issuer = recognise::profile(token).known_issuer();
    let hint = where_keys_are(token, issuer);
    hint.into_iter().map(|hint| Explanation { id: hint.id, message: hint.sentence }).collect()
}
