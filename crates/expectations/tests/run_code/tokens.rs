//! Tokens that are really signed, with times that go by the clock.

use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use test_tokens::encode;

/// With HMAC and SHA-256: RFC 7518 section 3.2.
pub fn hs256(header: &str, claims: &str, secret: &[u8]) -> String {
    let signed = format!("{}.{}", encode(header), encode(claims));
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes a key of any length");
    mac.update(signed.as_bytes());
    format!("{signed}.{}", encode(mac.finalize().into_bytes()))
}

/// `NOW`, `NOW+60` and `NOW-60` become seconds since 1970.
pub fn with_times(claims: &str, now: i64) -> String {
    let mut pieces = claims.split("NOW");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_of_number = |character: char| character.is_ascii_digit() || "+-".contains(character);
        let (offset, rest) = piece.split_at(piece.find(|character| !is_of_number(character)).unwrap_or(piece.len()));
        let offset: i64 = if offset.is_empty() { 0 } else { offset.parse().expect("an offset in seconds") };
        text.push_str(&(now + offset).to_string());
        text.push_str(rest);
    }
    text
}

/// The token of an example of RFC 7515 by its id in `tests/data/rfc-vectors.json`.
pub fn of_rfc(id: &str) -> String {
    example(id)["token"].as_str().expect("a compact token").to_owned()
}

/// The public members of its key, as a JWK.
pub fn public_key_of_rfc(id: &str) -> Value {
    let key = &example(id)["key"];
    ["kty", "n", "e", "crv", "x", "y"]
        .iter()
        .filter_map(|name| Some((name.to_string(), key.get(name)?.clone())))
        .collect()
}

fn example(id: &str) -> Value {
    let examples: Value = serde_json::from_str(include_str!("../../../../tests/data/rfc-vectors.json")).expect("JSON");
    let examples = examples.as_array().expect("a list");
    examples.iter().find(|example| example["id"] == id).expect("an example of that id").clone()
}

#[test]
fn times_are_filled_in() {
    assert_eq!(with_times(r#"{"exp":NOW+60,"nbf":NOW-5,"iat":NOW}"#, 100), r#"{"exp":160,"nbf":95,"iat":100}"#);
}
