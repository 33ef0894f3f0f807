//! Work is cut into steps: what takes long takes many, and none of them long.

use std::pin::pin;
use std::time::{Duration, Instant};

use serde_json::json;
use verify::decrypt::Decrypter;
use verify::key::{self, KeyRing};
use verify::{Checker, steps};

use super::{MEGABYTE, bytes, encode, modulus, sealed, unfit};

/// What one step may take without optimisation on a busy machine. In the page it is some ten times as fast: what it takes
/// there is measured by `tests/e2e/long_checks.test.mjs`.
const STEP: Duration = Duration::from_secs(2);

/// How many steps there are. Fails where one takes long.
#[track_caller]
fn count<T>(name: &str, mut step: impl FnMut() -> Option<T>) -> (usize, T) {
    let mut steps = 0;
    loop {
        steps += 1;
        let start = Instant::now();
        let done = step();
        assert!(start.elapsed() < STEP, "{name}: step {steps} took {:?}", start.elapsed());
        if let Some(done) = done {
            return (steps, done);
        }
    }
}

fn read_in_steps(name: &str, text: &str) -> (usize, KeyRing) {
    let mut reading = pin!(key::read_in_steps(text));
    count(name, || steps::step(reading.as_mut()))
}

fn private_keys(count: u8, key: impl Fn(u8) -> serde_json::Value) -> String {
    json!({ "keys": (0..count).map(key).collect::<Vec<_>>() }).to_string()
}

#[test]
fn keys_are_read_in_steps() {
    let p521 =
        private_keys(30, |at| json!({ "kty": "EC", "crv": "P-521", "d": encode(&[&[0, 1][..], &[at; 64]].concat()) }));
    let (steps, ring) = read_in_steps("private keys on P-521", &p521);
    assert!(steps >= 30 && ring.keys.len() == 30, "{steps} steps for {} keys", ring.keys.len());
    let seeds = private_keys(30, |at| json!({ "kty": "AKP", "alg": "ML-DSA-87", "priv": encode(&[at; 32]) }));
    let (steps, ring) = read_in_steps("seeds of ML-DSA-87", &seeds);
    assert!(steps >= 30 && ring.keys.len() == 30, "{steps} steps for {} keys", ring.keys.len());
    let public: Vec<_> = (0..1_000).map(|_| json!({ "kty": "RSA", "n": modulus(2048), "e": "AQAB" })).collect();
    let (steps, _) = read_in_steps("public keys", &json!(public).to_string());
    assert!(steps > 10, "{steps} steps");
    for piece in ["SECRET=abcdefgh\n", "a line of text\n", "{\"a\":1}"] {
        let (steps, _) = read_in_steps(piece, &piece.repeat(MEGABYTE / piece.len()));
        assert!(steps > 10, "{piece}: {steps} steps");
    }
    assert_eq!(read_in_steps("a secret", "a secret").0, 1, "what is short is read at once");
}

/// In steps or at once, the same keys are read.
#[test]
fn steps_change_nothing() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/keys");
    let mut all = String::new();
    for file in std::fs::read_dir(folder).expect("the key files") {
        all += &std::fs::read_to_string(file.expect("a file").path()).unwrap_or_default();
        assert_eq!(read_in_steps("key files", &all).1, key::read(&all));
    }
}

#[test]
fn signatures_are_checked_in_steps() {
    let payload = json!({ "a": "x".repeat(MEGABYTE) }).to_string();
    let rsa = |bits: usize| json!({ "kty": "RSA", "n": modulus(bits), "e": "AQAB" }).to_string();
    let private =
        private_keys(30, |at| json!({ "kty": "EC", "crv": "P-521", "d": encode(&[&[0, 1][..], &[at; 64]].concat()) }));
    let claims = format!(r#"{{"jwks":{private}}}"#);
    let ml_dsa = json!({ "kty": "AKP", "alg": "ML-DSA-87", "pub": encode(&bytes(2592)) }).to_string();
    for (name, token, keys) in [
        ("RSA 16384", unfit(r#"{"alg":"RS256"}"#, "{}", 2048), rsa(16_384)),
        ("ML-DSA-87", unfit(r#"{"alg":"ML-DSA-87"}"#, "{}", 4627), ml_dsa),
        ("a payload of a megabyte", unfit(r#"{"alg":"HS256"}"#, &payload, 32), "another secret".to_owned()),
        ("keys in the token", unfit(r#"{"alg":"ES512"}"#, &claims, 132), String::new()),
    ] {
        let (token, ring) = (test_tokens::token_of(&token), key::read(&keys));
        let mut checker = Checker::new(&token, &ring).with_key_text(&keys);
        let (steps, _) = count(name, || checker.advance(1));
        assert!(steps > 5, "{name}: {steps} steps");
    }
}

/// RFC 7518 section 4.8: as many rounds as password stores ask for.
#[test]
fn rounds_are_made_in_steps() {
    let header = r#"{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","p2s":"c2FsdHNhbHQ","p2c":60000}"#;
    let token = test_tokens::token_of(&sealed(header, 40, 16));
    let mut decrypter = Decrypter::new(&token, &key::read("password"));
    let (steps, _) = count("60,000 rounds", || decrypter.advance(2_000));
    assert!(steps >= 60, "{steps} steps");
}
