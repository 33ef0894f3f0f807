//! Tokens and views of them for the tests of this crate.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::{Role, Token, decode};

pub(super) const HS256: &str = "eyJhbGciOiJIUzI1NiJ9";

pub(super) fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A compact token with some signature.
pub(super) fn signed(header: &str, payload: impl AsRef<[u8]>) -> String {
    format!("{}.{}.{}", encode(header), encode(payload), encode([7; 32]))
}

/// The only token of a text.
#[track_caller]
pub(super) fn only(text: &str) -> Token {
    let mut tokens = decode(text).tokens;
    assert_eq!(tokens.len(), 1, "tokens in {text}");
    tokens.swap_remove(0)
}

/// Role, group and decoded text of each part.
pub(super) fn outline(token: &Token) -> Vec<(Role, Option<usize>, String)> {
    token.parts.iter().map(|part| (part.role, part.group, part.text().into_owned())).collect()
}

/// Path, label and text of each nested token.
pub(super) fn inside(token: &Token) -> Vec<(&str, &str, &str)> {
    token.nested.iter().map(|nested| (&*nested.path, &*nested.token.label, &*nested.token.text)).collect()
}
