//! Each explanation has a token that needs it, and a near miss that must not raise it.

mod asymmetric;
mod inputs;
mod key_sources;
mod secrets;

use decode::base64url::encode;
use test_tokens::token_of;

use crate::check::{Sha2, hmac};
use crate::key::{self, KeyRing};
use crate::{Checker, SignatureCheck, SignatureVerdict};

const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;
const CLAIMS: &str = r#"{"sub":"ann","url":"https://a.example/b","n":1.0,"name":"Zoë"}"#;

/// The text of a token that is signed with these bytes by HS256.
fn signed_with(secret: &[u8]) -> String {
    signed_over(&format!("{}.{}", encode(HEADER.as_bytes()), encode(CLAIMS.as_bytes())), secret)
}

/// A token whose signing input is its text.
fn signed_over(input: &str, secret: &[u8]) -> String {
    format!("{input}.{}", encode(&hmac(Sha2::Sha256, secret, input.as_bytes())))
}

fn check(token: &str, keys: &KeyRing) -> SignatureCheck {
    Checker::new(&token_of(token), keys).finish().remove(0)
}

fn with_secret(token: &str, secret: &str) -> SignatureCheck {
    check(token, &ring(secret.as_bytes()))
}

/// One secret as it is, whatever the reader of keys would make of it.
fn ring(secret: &[u8]) -> KeyRing {
    let mut ring = key::read("x");
    ring.keys[0].material = key::KeyMaterial::Secret(secret.to_vec());
    ring
}

fn ids(check: &SignatureCheck) -> Vec<&'static str> {
    check.explanations.iter().map(|explanation| explanation.id).collect()
}

/// The only explanation is this one.
#[track_caller]
fn assert_explained(check: &SignatureCheck, id: &str) {
    assert_eq!((check.signature, ids(check)), (SignatureVerdict::DoesNotFit, vec![id]));
}

#[track_caller]
fn assert_unexplained(check: &SignatureCheck) {
    assert_eq!((check.signature, ids(check)), (SignatureVerdict::DoesNotFit, vec![]));
}
