//! The thumbprint of a key: a digest of the members that make it this key and no other. RFC 7638.

use crate::material::digest::{Hash, base64url};
use decode::json::Value;

/// RFC 7638 section 3.2, RFC 8037 section 2, RFC 9964 section 6: in lexicographic order, as they are hashed.
fn members_of(key_type: &str) -> Option<&'static [&'static str]> {
    Some(match key_type {
        "EC" => &["crv", "kty", "x", "y"],
        "RSA" => &["e", "kty", "n"],
        "oct" => &["k", "kty"],
        "OKP" => &["crv", "kty", "x"],
        "AKP" => &["alg", "kty", "pub"],
        _ => return None,
    })
}

/// RFC 7638 section 3: the SHA-256 in base64url of a JSON text of those members alone, without white space.
pub(super) fn thumbprint(key: &Value, key_type: &str) -> Option<String> {
    let mut text = String::new();
    for name in members_of(key_type)? {
        let value = key.member(name)?.as_str().filter(|value| stands_for_itself(value))?;
        text.push_str(if text.is_empty() { "{\"" } else { ",\"" });
        for piece in [name, "\":\"", value, "\""] {
            text.push_str(piece);
        }
    }
    text.push('}');
    Some(base64url(&Hash::Sha256.digest(text.as_bytes())))
}

/// RFC 7638 section 3.3: characters that JSON would have to escape make the text ambiguous, and no key needs them.
fn stands_for_itself(value: &str) -> bool {
    !value.contains(|character: char| character.is_control() || matches!(character, '"' | '\\' | '\u{FFFD}'))
}
