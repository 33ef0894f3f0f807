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
