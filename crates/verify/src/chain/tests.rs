//! Chains that OpenSSL made (`tests/data/x5c`), whole, broken and cut.

mod apple;
mod broken;
mod pasted;
mod shapes;

use serde_json::Value;

use super::*;
use crate::{Checker, KeyOwner, SignatureCheck, SignatureVerdict};
use crate::{candidates, key};

/// 2026-11-28, when the chains were made, and a day in 2027 when the short-lived issuer has expired.
const NOW: i64 = 1_795_900_000;
const LATER: i64 = 1_800_000_000;

fn chains() -> Value {
    serde_json::from_str(include_str!("../../../../tests/data/x5c/chains.json")).expect("JSON")
}

fn certificates(name: &str) -> Vec<String> {
    let list = chains()[name]["x5c"].as_array().expect("a list").clone();
    list.iter().map(|text| text.as_str().expect("a string").to_owned()).collect()
}

fn token(name: &str) -> String {
    chains()[name]["token"].as_str().expect("a token").to_owned()
}

fn pem(certificate: &str) -> String {
    format!("-----BEGIN CERTIFICATE-----\n{certificate}\n-----END CERTIFICATE-----\n")
}

/// The chain of these certificates, beside what the reader pasted.
fn chain_of(certificates: &[String], pasted: &str) -> CheckedChain {
    let texts: Vec<Option<String>> = certificates.iter().take(LIMIT).cloned().map(Some).collect();
    let mut work =
        ChainWork::new(&texts, certificates.len().saturating_sub(LIMIT), &candidates::pasted(&key::read(pasted)));
    while work.step() {}
    work.conclude(Some(NOW))
}

fn check_at(token: &str, pasted: &str, now: i64) -> SignatureCheck {
    let decoded = decode::decode(token).tokens;
    let ring = key::read(pasted);
    let mut checks = Checker::new(&decoded[0], &ring).with_key_text(pasted).at(now).finish();
    assert_eq!(checks.len(), 1);
    checks.remove(0)
}

fn check(token: &str, pasted: &str) -> SignatureCheck {
    check_at(token, pasted, NOW)
}

fn ids(check: &SignatureCheck) -> Vec<&'static str> {
    check.remarks.iter().map(|remark| remark.id).collect()
}

fn signers(check: &ChainCheck) -> Vec<&'static str> {
    check.links.iter().map(|link| link.signer.id()).collect()
}
