//! Tokens that others encrypted, with their keys: see `tests/data/rfc-vectors.json` and `tests/data/jwe/`.

mod failures;
mod laws;
mod vectors;

use decode::{Span, Token, base64url, decode};
use serde_json::Value;

use super::{Decrypted, Decrypter, Decryption, DecryptionOutcome};
use crate::key::{CandidateKey, EcCurve, KeyForm, KeyMaterial, KeyRing, OkpCurve, PrivateMaterial};

/// A private key as a JWK has it, a `password`, or a `secret`.
fn key(jwk: &Value) -> CandidateKey {
    let text = |name: &str| jwk[name].as_str().map(str::to_owned);
    let bytes = |name: &str| text(name).map(|text| base64url::decode(&text).bytes);
    let scalar = bytes("d").map(PrivateMaterial::Scalar);
    let (material, private) = match (text("kty").as_deref(), text("crv").as_deref()) {
        (None, _) => (KeyMaterial::Secret(text("password").or(text("secret")).unwrap().into_bytes()), None),
        (Some("oct"), _) => (KeyMaterial::Secret(bytes("k").unwrap()), None),
        (Some("RSA"), _) => (
            KeyMaterial::Rsa { modulus: bytes("n").unwrap(), exponent: bytes("e").unwrap() },
            bytes("d").map(|d| PrivateMaterial::Rsa { d, p: bytes("p"), q: bytes("q") }),
        ),
        (Some("EC"), Some(crv)) => {
            let curve = match crv {
                "P-256" => EcCurve::P256,
                "P-384" => EcCurve::P384,
                _ => EcCurve::P521,
            };
            (KeyMaterial::Ec { curve, x: bytes("x").unwrap(), y: bytes("y").unwrap() }, scalar)
        }
        (Some("OKP"), crv) => {
            let curve = if crv == Some("X25519") { OkpCurve::X25519 } else { OkpCurve::X448 };
            (KeyMaterial::Okp { curve, x: bytes("x").unwrap() }, scalar)
        }
        other => panic!("{other:?}"),
    };
    let form = if jwk["kty"].is_string() { KeyForm::Jwk } else { KeyForm::Secret };
    CandidateKey {
        material,
        private,
        kid: text("kid"),
        alg: text("alg"),
        public_use: text("use"),
        key_ops: Vec::new(),
        form,
        span: Span::new(0, 0),
        not_after: None,
        certificate: None,
        remarks: Vec::new(),
    }
}

fn secret(bytes: &[u8]) -> CandidateKey {
    let mut key = key(&serde_json::json!({ "secret": "" }));
    key.material = KeyMaterial::Secret(bytes.to_vec());
    key
}

fn ring(keys: impl IntoIterator<Item = CandidateKey>) -> KeyRing {
    KeyRing { keys: keys.into_iter().collect(), remarks: Vec::new() }
}

#[track_caller]
fn token(text: &str) -> Token {
    let mut tokens = decode(text).tokens;
    assert_eq!(tokens.len(), 1, "{text}");
    tokens.swap_remove(0)
}

/// In one slice.
#[track_caller]
fn decrypt(text: &str, keys: impl IntoIterator<Item = CandidateKey>) -> Decryption {
    let mut decrypter = Decrypter::new(&token(text), &ring(keys));
    decrypter.advance(u64::MAX).unwrap()
}

#[track_caller]
fn decrypted(decryption: Decryption) -> Decrypted {
    match decryption.outcome {
        DecryptionOutcome::Decrypted(decrypted) => *decrypted,
        DecryptionOutcome::Failed(reasons) => panic!("{reasons:#?}"),
    }
}

fn ids(explanations: &[crate::Explanation]) -> Vec<&'static str> {
    explanations.iter().map(|explanation| explanation.id).collect()
}

/// The ids of why it failed.
#[track_caller]
fn failure(decryption: Decryption) -> Vec<&'static str> {
    match decryption.outcome {
        DecryptionOutcome::Failed(reasons) => ids(&reasons),
        DecryptionOutcome::Decrypted(decrypted) => panic!("{decrypted:#?}"),
    }
}

/// What `tests/data/jwe/make.mjs` wrote.
struct Made(Value);

impl Made {
    fn read() -> Self {
        Self(serde_json::from_str(include_str!("../../../../../tests/data/jwe/vectors.json")).unwrap())
    }

    fn tokens(&self) -> &[Value] {
        self.0["tokens"].as_array().unwrap()
    }

    fn key(&self, name: &str) -> CandidateKey {
        key(&self.0["keys"][name])
    }

    /// The token of this name, and its key.
    #[track_caller]
    fn token(&self, name: &str) -> (String, CandidateKey) {
        let found = self.tokens().iter().find(|token| token["name"] == name).unwrap();
        (found["token"].as_str().unwrap().to_owned(), self.key(found["key"].as_str().unwrap()))
    }
}
