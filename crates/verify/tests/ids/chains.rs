//! What is told of the certificates that a token brings along: OpenSSL made those of `tests/data/x5c`.

use serde_json::{Value, json};
use test_tokens::token_of;
use verify::Checker;
use verify::key;

use super::common::{CLAIMS, unsigned};
use super::{IdCase, Told, case, of_check};

/// 2026-11-28, when they were made.
const NOW: i64 = 1_795_900_000;

fn chain(name: &str) -> Value {
    let chains: Value = serde_json::from_str(include_str!("../../../../tests/data/x5c/chains.json")).expect("JSON");
    chains[name].clone()
}

fn told(token: &str, pasted: &str, now: i64) -> Told {
    of_check(Checker::new(&token_of(token), &key::read(pasted)).at(now).finish().remove(0))
}

/// Of the token with these certificates, where nothing was pasted.
fn alone(name: &str) -> Told {
    told(chain(name)["token"].as_str().expect("a token"), "", NOW)
}

fn root_of(name: &str) -> String {
    let root = chain(name)["x5c"].as_array().expect("a list").last().cloned().expect("a root");
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", root.as_str().expect("text"))
}

/// Where the last certificate of these was pasted.
fn with_root(name: &str, root: &str, now: i64) -> Told {
    told(chain(name)["token"].as_str().expect("a token"), &root_of(root), now)
}

/// Of a token with the same certificate so many times.
fn with_many(count: usize) -> Told {
    let certificates = vec![chain("ec")["x5c"][2].clone(); count];
    told(&unsigned(&json!({ "alg": "ES384", "x5c": certificates }).to_string(), CLAIMS), "", NOW)
}

pub const CASES: &[IdCase] = &[
    case("x5c-chain-to-pasted-root", || with_root("ec", "ec", NOW), || with_root("ec", "ec-same-names", NOW)),
    case("x5c-chain-whole", || alone("ec"), || alone("ec-issuer-missing")),
    case("x5c-chain-broken", || alone("ec-wrong-order"), || alone("ec-without-root")),
    case("x5c-chain-not-checked", || alone("sha1"), || alone("rsa")),
    case(
        "x5c-not-authority",
        || with_root("version-1-root", "version-1-root", NOW),
        || with_root("ec-same-names", "ec-same-names", NOW),
    ),
    case("x5c-long", || with_many(21), || with_many(20)),
    // In 1970.
    case("key-certificate-not-yet-valid", || with_root("ec", "ec", 0), || with_root("ec", "ec", NOW)),
];
