//! The official tokens: each signature fits its key, and no longer does once one bit of anything is changed.

// What Clippy lets off in test functions, it does not in what they call.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, clippy::panic)]

use decode::Token;
use serde_json::Value;
use test_tokens::token_of;
use verify::key::{self, KeyRing};
use verify::{Checker, KeyOwner, SignatureCheck, SignatureVerdict};

struct Vector {
    id: String,
    token: Token,
    keys: KeyRing,
}

/// The signed ones with a key, whose payload is in the token.
fn vectors() -> Vec<Vector> {
    let all: Value = serde_json::from_str(include_str!("../../../tests/data/rfc-vectors.json")).expect("JSON");
    let is_meant = |vector: &&Value| {
        let kind = vector["kind"].as_str().unwrap_or_default();
        vector["valid"] == true && !vector["key"].is_null() && !kind.starts_with("jwe") && !kind.ends_with("detached")
    };
    let read = |vector: &Value| {
        let text = vector["token"].as_str().map_or_else(|| vector["token"].to_string(), str::to_owned);
        let keys = match &vector["key"] {
            Value::Array(keys) => serde_json::json!({ "keys": keys }).to_string(),
            key => key.to_string(),
        };
        Vector { id: vector["id"].as_str().expect("an id").to_owned(), token: token_of(&text), keys: key::read(&keys) }
    };
    all.as_array().expect("a list").iter().filter(is_meant).map(read).collect()
}

fn check(token: &Token, keys: &KeyRing) -> Vec<SignatureCheck> {
    Checker::new(token, keys).finish()
}

#[test]
fn every_signature_fits_its_key() {
    let vectors = vectors();
    assert!(vectors.len() >= 60, "{} vectors", vectors.len());
    for Vector { id, token, keys } in vectors {
        let checks = check(&token, &keys);
        let fitting = checks.iter().filter(|check| check.signature == SignatureVerdict::Fits);
        assert!(fitting.clone().all(|check| check.whose == Some(KeyOwner::Pasted)), "{id}");
        // One of several signatures may be by a key that the document does not print.
        let wanted = if keys.keys.len() == 1 { 1 } else { checks.len() };
        assert!(fitting.count() >= wanted, "{id}: {checks:?}");
    }
}

#[test]
fn no_signature_fits_once_a_bit_is_changed() {
    for Vector { id, token, keys } in vectors() {
        for role in [decode::Role::Payload, decode::Role::Signature] {
            let Some(part) = token.part(role).filter(|part| !part.span.is_empty() && !part.is_escaped) else {
                continue;
            };
            let mut text = token.text.clone();
            // A character in the middle, which another one of the alphabet replaces.
            let middle = (part.span.start + part.span.end) / 2;
            let other = if &text[middle..=middle] == "A" { "B" } else { "A" };
            text.replace_range(middle..=middle, other);
            let changed = token_of(&text);
            let check = &check(&changed, &keys)[0];
            assert_eq!((check.signature, check.whose), (SignatureVerdict::DoesNotFit, None), "{id} {role:?}");
        }
    }
}

#[test]
fn key_binding_is_checked_with_the_key_that_the_token_names() {
    let mut count = 0;
    for Vector { id, token, .. } in vectors() {
        for nested in token.nested.iter().filter(|nested| nested.path == "/keyBinding") {
            count += 1;
            let check = &Checker::of_nested(&token, nested, &KeyRing::default()).finish()[0];
            assert_eq!((check.signature, check.whose), (SignatureVerdict::Fits, Some(KeyOwner::Token)), "{id}");
            assert!(check.remarks.iter().any(|remark| remark.id == "key-binding"), "{id}");
        }
    }
    assert!(count >= 5, "{count} key binding JWTs");
}

#[test]
fn without_a_payload_or_a_signature_there_is_nothing_to_check() {
    let all: Value = serde_json::from_str(include_str!("../../../tests/data/rfc-vectors.json")).expect("JSON");
    for vector in all.as_array().expect("a list") {
        let kind = vector["kind"].as_str().unwrap_or_default();
        let text = vector["token"].as_str().map_or_else(|| vector["token"].to_string(), str::to_owned);
        let verdict = if kind.starts_with("jwe") || kind.ends_with("detached") {
            SignatureVerdict::CannotBeChecked
        } else if kind == "jws-compact-unsecured" {
            SignatureVerdict::Unsigned
        } else {
            continue;
        };
        let keys = key::read(&vector["key"].to_string());
        for check in check(&token_of(&text), &keys) {
            assert_eq!(check.signature, verdict, "{}", vector["id"]);
            assert_eq!(check.reason.is_some(), verdict == SignatureVerdict::CannotBeChecked, "{}", vector["id"]);
        }
    }
}

#[test]
fn comes_in_steps() {
    let Vector { token, keys, .. } = vectors().remove(0);
    let mut checker = Checker::new(&token, &keys);
    assert!(checker.advance(1).is_none_or(|checks| checks[0].signature == SignatureVerdict::Fits));
    let other = key::read("another secret of more than enough bytes");
    let mut checker = Checker::new(&token, &other);
    let mut steps = 0;
    let stepwise = loop {
        steps += 1;
        if let Some(checks) = checker.advance(10) {
            break checks;
        }
    };
    assert_eq!(stepwise, check(&token, &other));
    assert!(steps > stepwise[0].tried / 11, "{steps} steps for {}", stepwise[0].tried);
}
