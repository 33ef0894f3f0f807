//! Every form of a key gives the same key.

mod broken;
mod forms;
mod json;
mod secrets;

use super::{CandidateKey, KeyMaterial, KeyRing, read};

/// A key file that OpenSSL or OpenSSH wrote: `tests/data/keys/README.md`.
macro_rules! key_file {
    ($name:literal) => {
        include_str!(concat!("../../../../../tests/data/keys/", $name))
    };
}
use key_file;

#[track_caller]
fn only(text: &str) -> CandidateKey {
    let mut ring = read(text);
    assert_eq!(ring.keys.len(), 1, "{text}\n{ring:?}");
    ring.keys.swap_remove(0)
}

#[track_caller]
fn same(text: &str, key: &KeyMaterial) -> CandidateKey {
    let found = only(text);
    assert_eq!(&found.material, key, "{text}");
    found
}

fn ids(key: &CandidateKey) -> Vec<&str> {
    key.remarks.iter().map(|remark| remark.id).collect()
}

fn ring_ids(ring: &KeyRing) -> Vec<&str> {
    ring.remarks.iter().map(|remark| remark.id).collect()
}

/// The key of an RFC's example, as JSON.
fn vector_key(id: &str) -> serde_json::Value {
    let vectors = include_str!("../../../../tests/data/rfc-vectors.json");
    let vectors: Vec<serde_json::Value> = serde_json::from_str(vectors).expect("JSON");
    vectors.into_iter().find(|vector| vector["id"] == id).expect("a vector")["key"].take()
}
