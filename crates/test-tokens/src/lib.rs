//! Tokens for tests, made from their header parameters and claims.

mod heavy;

pub use heavy::{HEAVY_TEXTS, HeavyText};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use decode::{Token, decode};

/// The instant at which tests judge, in seconds since 1970-01-01T00:00:00Z.
pub const NOW: i64 = 1_700_000_000;

/// Base64url without padding.
pub fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The first token of a text.
#[track_caller]
pub fn token_of(text: &str) -> Token {
    decode(text).tokens.into_iter().next().unwrap_or_else(|| panic!("no token in {text}"))
}

/// An HS256 token with these claims and some signature.
#[track_caller]
pub fn token_with(claims: &str) -> Token {
    token_from(r#"{"alg":"HS256","typ":"JWT"}"#, claims)
}

/// A token with some signature that has the length its algorithm demands, or 32 bytes where that is not known.
#[track_caller]
pub fn token_from(header: &str, payload: &str) -> Token {
    let unsigned = format!("{}.{}", encode(header), encode(payload));
    let read = decode(&unsigned).tokens;
    let alg = read.first().and_then(|token| token.parameter("alg")?.as_str());
    let signature: Vec<u8> = (0..signature_length(alg)).map(|at| (at % 33 * 7 + 1) as u8).collect();
    token_of(&format!("{unsigned}.{}", encode(signature)))
}

/// In bytes. For RSA that of a key of 2,048 bits.
fn signature_length(alg: Option<&str>) -> usize {
    match alg.unwrap_or_default() {
        "HS1" => 20,
        "HS384" => 48,
        "HS512" | "ES256" | "ES256K" | "EdDSA" | "Ed25519" => 64,
        "ES384" => 96,
        "Ed448" => 114,
        "ES512" => 132,
        "RS1" | "RS256" | "RS384" | "RS512" | "PS256" | "PS384" | "PS512" => 256,
        "ML-DSA-44" => 2_420,
        "ML-DSA-65" => 3_309,
        "ML-DSA-87" => 4_627,
        _ => 32,
    }
}
