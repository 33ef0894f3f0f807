//! The corpus of realistic tokens, read for the tests that use it.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::{URL_SAFE, URL_SAFE_NO_PAD};
use serde_json::Value;

/// Name and text of every file of `tests/corpus`, sorted by name. With a token that a `.json` file describes comes an
/// instant at which it is active, in seconds since 1970; a `.txt` file is a paste and has none.
pub fn corpus() -> Vec<(String, String, Option<i64>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut corpus = Vec::new();
    for entry in fs::read_dir(folder).expect("tests/corpus") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let content = fs::read_to_string(&path).expect("a file is UTF-8");
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        corpus.push(if is_json {
            let described = serde_json::from_str(&content).expect("JSON");
            (name, token(&described), Some(active_at(&described["payload"])))
        } else {
            (name, content, None)
        });
    }
    corpus.sort();
    corpus
}

/// Names, texts and instants of the healthy tokens: all of the corpus but pastes and near misses, and what the RFCs
/// print with a good signature.
pub fn healthy() -> Vec<(String, String, i64)> {
    let is_healthy = |(name, text, now): (String, String, Option<i64>)| {
        now.filter(|_| !name.contains("near-miss")).map(|now| (name, text, now))
    };
    let mut healthy: Vec<_> = corpus().into_iter().filter_map(is_healthy).collect();
    let vectors: Vec<Value> = serde_json::from_str(include_str!("../data/rfc-vectors.json")).expect("JSON");
    healthy.extend(vectors.iter().filter(|vector| vector["valid"] == true).map(|vector| {
        let text = vector["token"].as_str().map_or_else(|| vector["token"].to_string(), str::to_owned);
        (vector["id"].as_str().expect("an id").to_owned(), text, active_at(&vector["payload"]))
    }));
    healthy
}

/// The token that a `.json` file describes.
fn token(described: &Value) -> String {
    let encode = |bytes: &[u8]| match described["padding"].as_bool() {
        // As AWS load balancers write it.
        Some(true) => URL_SAFE.encode(bytes),
        _ => URL_SAFE_NO_PAD.encode(bytes),
    };
    let payload = match &described["rawPayload"] {
        Value::String(encoded) => encoded.clone(),
        _ => encode(described["payload"].to_string().as_bytes()),
    };
    let length = described["signatureBytes"].as_u64().expect("a number of bytes");
    let signature: Vec<u8> = (0..length).map(|at| (at * 151 % 251) as u8).collect();
    let header = encode(described["header"].to_string().as_bytes());
    [&header, ".", &payload, ".", &encode(&signature), described["behind"].as_str().unwrap_or_default()].concat()
}

/// When a token with these claims is active, in seconds since 1970.
pub fn active_at(claims: &Value) -> i64 {
    let time = |name: &str, shift: i64| claims[name].as_f64().map(|seconds| seconds as i64 + shift);
    let begins = [time("iat", 1), time("nbf", 1)].into_iter().flatten().max();
    begins.or_else(|| time("exp", -1)).unwrap_or(1_700_000_000)
}
