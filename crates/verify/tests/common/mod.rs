//! Tokens that are signed here, and what is told of them.

use decode::base64url::encode;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::Value;
use test_tokens::{NOW, token_of};
use verify::check::{Sha2, hmac};
use verify::key;
use verify::{Checker, SignatureCheck};

/// A key file that OpenSSL or OpenSSH wrote: `tests/data/keys/README.md`. The RSA key is that of RFC 7515 appendix A.2, and
/// the one on P-256 that of appendix A.3.
#[macro_export]
macro_rules! key_file {
    ($name:literal) => {
        include_str!(concat!("../../../../tests/data/keys/", $name))
    };
}

pub const HS256: &str = r#"{"alg":"HS256","typ":"JWT"}"#;
pub const CLAIMS: &str = r#"{"sub":"ann"}"#;

pub fn segments(header: &str, claims: &str) -> String {
    format!("{}.{}", encode(header.as_bytes()), encode(claims.as_bytes()))
}

/// A text with a signature by HS256 over another one.
pub fn hs256_over(shown: &str, signed: &str, secret: &[u8]) -> String {
    format!("{shown}.{}", encode(&hmac(Sha2::Sha256, secret, signed.as_bytes())))
}

pub fn hs256(header: &str, claims: &str, secret: &[u8]) -> String {
    let input = segments(header, claims);
    hs256_over(&input, &input, secret)
}

/// A text with a signature by the key of RFC 7515 appendix A.3 over another one.
pub fn es256_over(shown: &str, signed: &str) -> String {
    let d = decode::base64url::decode(vector_key("rfc7515-a3-es256")["d"].as_str().expect("text")).bytes;
    let signature: Signature = SigningKey::from_slice(&d).expect("a key").sign(signed.as_bytes());
    format!("{shown}.{}", encode(&signature.to_bytes()))
}

pub fn es256(header: &str, claims: &str) -> String {
    let input = segments(header, claims);
    es256_over(&input, &input)
}

/// A token whose signature is made up.
pub fn unsigned(header: &str, claims: &str) -> String {
    test_tokens::token_from(header, claims).text.to_string()
}

/// What is told of a token with keys as they were pasted.
pub fn check(token: &str, keys: &str) -> SignatureCheck {
    Checker::new(&token_of(token), &key::read(keys)).with_key_text(keys).at(NOW).finish().remove(0)
}

fn vectors(text: &str) -> Vec<Value> {
    serde_json::from_str(text).expect("JSON")
}

/// The token and the key of an RFC's example.
pub fn vector(id: &str) -> Value {
    let all = vectors(include_str!("../../../../tests/data/rfc-vectors.json"));
    all.into_iter().find(|vector| vector["id"] == id).expect("a vector")
}

pub fn vector_key(id: &str) -> Value {
    vector(id)["key"].take()
}

/// The public part of the key of RFC 7515 appendix A.3, or of another example, with more members.
pub fn public_jwk(id: &str, more: &[(&str, &str)]) -> Value {
    let mut key = vector_key(id);
    let members = key.as_object_mut().expect("an object");
    members.retain(|name, _| ["kty", "crv", "x", "y", "n", "e"].contains(&name.as_str()));
    members.extend(more.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))));
    key
}

/// The token that OpenSSL signed of this explanation, and its key: the first, second and so on of it.
pub fn openssl(id: &str, number: usize) -> (String, String) {
    let all = vectors(include_str!("../../../../tests/data/explain/asymmetric.json"));
    let found = all.into_iter().filter(|vector| vector["id"] == id).nth(number).expect("a vector");
    (found["token"].as_str().expect("text").to_owned(), found["key"].to_string())
}
