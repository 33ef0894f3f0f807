//! Signed tokens made to cost: signatures without number, parts without end, keys in the token itself.

use serde_json::json;
use verify::SignatureVerdict;
use verify::check::{Sha2, hmac};

use super::{MEGABYTE, all_answers, bytes, encode, modulus, unfit};

const HS256: &str = r#"{"alg":"HS256"}"#;

fn many(count: usize, signature: &str) -> String {
    let one = json!({ "protected": encode(HS256.as_bytes()), "signature": signature });
    json!({ "payload": "e30", "signatures": vec![one; count] }).to_string()
}

#[test]
fn ten_thousand_signatures() {
    let fits = encode(&hmac(Sha2::Sha256, b"a secret of mine", format!("{}.e30", encode(HS256.as_bytes())).as_bytes()));
    let (_, checks, _) = all_answers(&many(10_000, &fits), "a secret of mine");
    let fitting = checks.iter().filter(|check| check.signature == SignatureVerdict::Fits).count();
    assert_eq!((checks.len(), fitting), (10_000, 100));
    let left_out = checks.last().and_then(|check| check.reason.as_deref()).unwrap_or_default();
    assert_eq!(left_out, "The token has 10000 signatures. Only the first 100 are checked here.");
    assert_eq!(
        all_answers(&many(100, &fits), "a secret of mine").1.iter().filter(|check| check.reason.is_some()).count(),
        0
    );
}

#[test]
fn ten_thousand_signatures_and_a_thousand_keys() {
    let keys: Vec<_> = (0..1_000).map(|at| json!({ "kty": "EC", "kid": at.to_string(), "crv": "P-256", "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM" })).collect();
    let (ring, checks, _) = all_answers(&many(10_000, &encode(&bytes(32))), &json!({ "keys": keys }).to_string());
    assert_eq!((ring.keys.len(), checks.len()), (1_000, 10_000));
}

#[test]
fn signatures_and_parts_without_end() {
    for alg in ["HS256", "RS256", "PS512", "ES256", "EdDSA", "ML-DSA-44", "none", "unheard of"] {
        let header = json!({ "alg": alg }).to_string();
        all_answers(&unfit(&header, "{}", MEGABYTE), "another secret");
        all_answers(&unfit(&header, &json!({ "a": "x".repeat(MEGABYTE) }).to_string(), 64), "another secret");
    }
    let hexadecimal = format!("{}.e30.{}", encode(HS256.as_bytes()), "ab".repeat(MEGABYTE / 2));
    all_answers(&hexadecimal, "another secret");
    let header = json!({ "alg": "HS256", "kid": "k".repeat(MEGABYTE), "crit": vec!["c"; 50_000], "nonce": "n".repeat(MEGABYTE) });
    let (_, checks, _) = all_answers(&unfit(&header.to_string(), "{}", 32), "another secret");
    assert!(checks[0].remarks.iter().all(|remark| remark.message.len() < 2_000));
}

/// A long input stands in memory a few times, and not once for each key and try.
#[test]
fn a_megabyte_with_a_hundred_keys() {
    let keys: Vec<_> = (0..100)
        .map(|at| json!({ "kty": "RSA", "kid": at.to_string(), "n": modulus(1024 + 8 * at), "e": "AQAB" }))
        .collect();
    let payload = json!({ "a": "x".repeat(MEGABYTE / 4) }).to_string();
    let header = json!({ "alg": "RS256", "nonce": "n" }).to_string();
    let (_, checks, _) = all_answers(&unfit(&header, &payload, 128), &json!({ "keys": keys }).to_string());
    assert_eq!(checks[0].signature, SignatureVerdict::DoesNotFit);
}

#[test]
fn keys_without_number_in_the_token() {
    let scalar = |at: u8| encode(&[&[0, 1][..], &[at; 64]].concat());
    let private: Vec<_> = (0..60).map(|at| json!({ "kty": "EC", "crv": "P-521", "d": scalar(at) })).collect();
    let claims = json!({ "iss": "a", "sub": "a", "jwks": { "keys": private } }).to_string();
    let (_, checks, _) = all_answers(&unfit(r#"{"alg":"ES512"}"#, &claims, 132), "");
    assert_eq!((checks[0].signature, checks[0].whose), (SignatureVerdict::DoesNotFit, None));
    let certificate = encode(&bytes(300_000)).replace(['-', '_'], "A");
    let header = json!({ "alg": "RS256", "x5c": vec![&certificate; 3], "jwk": { "kty": "RSA", "n": modulus(1_000_000), "e": "AQAB" } });
    let (_, checks, _) = all_answers(&unfit(&header.to_string(), "{}", 256), "");
    assert_eq!(checks[0].signature, SignatureVerdict::CannotBeChecked);
    assert!(checks[0].reason.as_deref().is_some_and(|reason| reason.contains("16384 bits")), "{:?}", checks[0].reason);
}
