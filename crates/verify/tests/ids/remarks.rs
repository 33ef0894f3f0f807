//! What is told beside a verdict: of the token, and of the key that fits.

use decode::base64url::encode;
use serde_json::json;
use test_tokens::token_of;
use verify::Checker;
use verify::key::{self, KeyRing};

use super::common::{CLAIMS, HS256, check, es256, hs256, hs256_over, public_jwk, segments, vector, vector_key};
use super::{IdCase, Told, case, of_check, with_secret};
use crate::key_file;

const SECRET: &str = "hunter-2-hunter-2-hunter-2-hunter-2";

/// Of a token with this header that is signed with the secret.
fn of_header(header: &str) -> Told {
    of_check(with_secret(&hs256(header, CLAIMS, SECRET.as_bytes()), SECRET))
}

fn of_text(token: &str) -> Told {
    of_check(with_secret(token, SECRET))
}

/// Of a token by ES256 and the key that it is signed with, which says this of itself.
fn of_key(members: &[(&str, &str)]) -> Told {
    let token = es256(r#"{"alg":"ES256","kid":"a"}"#, CLAIMS);
    of_check(check(&token, &public_jwk("rfc7515-a3-es256", members).to_string()))
}

fn with_operations(operations: &[&str]) -> Told {
    let mut key = public_jwk("rfc7515-a3-es256", &[]);
    key["key_ops"] = json!(operations);
    of_check(check(&es256(r#"{"alg":"ES256"}"#, CLAIMS), &key.to_string()))
}

/// Of a set in which the key that does not fit comes first.
fn behind(members: &[(&str, &str)]) -> Told {
    let token = es256(r#"{"alg":"ES256"}"#, CLAIMS);
    let keys = json!({ "keys": [public_jwk("rfc8225-7.1-passport", members), public_jwk("rfc7515-a3-es256", &[])] });
    of_check(check(&token, &keys.to_string()))
}

fn two_keys(kid: &str) -> Told {
    let token = es256(r#"{"alg":"ES256"}"#, CLAIMS);
    let keys = [public_jwk("rfc7515-a3-es256", &[("kid", "a")]), public_jwk("rfc8225-7.1-passport", &[("kid", kid)])];
    of_check(check(&token, &json!({ "keys": keys }).to_string()))
}

fn with_certificate(now: i64) -> Told {
    let token = vector("rfc7515-a2-rs256")["token"].as_str().expect("text").to_owned();
    let ring = key::read(key_file!("rsa.certificate.pem"));
    of_check(Checker::new(&token_of(&token), &ring).at(now).finish().remove(0))
}

/// Of the key binding JWT of a presentation, or of the token around it.
fn of_presentation(is_binding: bool) -> Told {
    let token = token_of(vector("rfc9901-5.2-presentation-kb")["token"].as_str().expect("text"));
    let nested = token.nested.iter().find(|nested| nested.path == "/keyBinding").expect("a key binding JWT");
    let checker = match is_binding {
        true => Checker::of_nested(&token, nested, &KeyRing::default()),
        false => Checker::new(&token, &key::read(&vector_key("rfc9901-5.2-presentation-kb").to_string())),
    };
    of_check(checker.finish().remove(0))
}

/// Of so many secrets, none of which fits.
fn with_secrets(count: usize) -> Told {
    let mut ring = key::read("x");
    let other = ring.keys[0].clone();
    ring.keys.resize(count, other);
    of_check(Checker::new(&token_of(&hs256(HS256, CLAIMS, SECRET.as_bytes())), &ring).finish().remove(0))
}

fn with_own_key(id: &str) -> Told {
    let header = json!({ "alg": "ES256", "jwk": public_jwk(id, &[]) });
    of_check(check(&es256(&header.to_string(), CLAIMS), ""))
}

fn padded_token() -> String {
    let input = segments(HS256, r#"{"sub":"anna"}"#);
    let padded = input.split('.').map(|part| format!("{part:=<0$}", part.len().div_ceil(4) * 4)).collect::<Vec<_>>();
    let padded = padded.join(".");
    hs256_over(&padded, &padded, SECRET.as_bytes())
}

/// The last character of a signature of 32 bytes has two bits that belong to no byte.
fn with_last_character(step: usize) -> Told {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let token = hs256(HS256, CLAIMS, SECRET.as_bytes());
    let (rest, last) = token.split_at(token.len() - 1);
    let at = ALPHABET.iter().position(|byte| last.as_bytes() == [*byte]).expect("a character of the alphabet");
    of_text(&format!("{rest}{}", char::from(ALPHABET[at + step])))
}

pub const CASES: &[IdCase] = &[
    case(
        "alg-none",
        || of_text(&format!("{}.", segments(r#"{"alg":"NonE"}"#, CLAIMS))),
        || of_header(r#"{"alg":"HS256","typ":"none"}"#),
    ),
    case(
        "signature-missing",
        || of_text(&format!("{}.", segments(HS256, CLAIMS))),
        || of_text(&format!("{}.", segments(r#"{"alg":"none"}"#, CLAIMS))),
    ),
    case(
        "crit-unknown",
        || of_header(r#"{"alg":"HS256","crit":["exp"],"exp":1}"#),
        || of_header(r#"{"alg":"HS256","crit":["b64"],"b64":true}"#),
    ),
    case(
        "b64-without-crit",
        || of_header(r#"{"alg":"HS256","b64":false}"#),
        || of_header(r#"{"alg":"HS256","b64":true}"#),
    ),
    case(
        "signed-with-padding",
        || of_text(&padded_token()),
        || {
            // The padding of the signature is not signed.
            of_text(&format!("{}=", hs256(HS256, CLAIMS, SECRET.as_bytes())))
        },
    ),
    case("signature-not-canonical", || with_last_character(1), || with_last_character(0)),
    case("key-binding", || of_presentation(true), || of_presentation(false)),
    case("key-is-token-own", || with_own_key("rfc7515-a3-es256"), || with_own_key("rfc8225-7.1-passport")),
    case(
        "key-is-public",
        || of_check(check(&hs256(HS256, CLAIMS, b"your-256-bit-secret"), "")),
        || of_check(check(&hs256(HS256, CLAIMS, b"your-257-bit-secret"), "your-257-bit-secret")),
    ),
    case("key-for-encryption", || of_key(&[("use", "enc")]), || of_key(&[("use", "sig")])),
    case("encryption-key-first", || behind(&[("use", "enc")]), || behind(&[("use", "sig")])),
    case("key-alg-differs", || of_key(&[("alg", "ECDH-ES")]), || of_key(&[("alg", "ES256")])),
    case("key-ops-differ", || with_operations(&["deriveKey"]), || with_operations(&["sign", "verify"])),
    case("kid-differs", || of_key(&[("kid", "b")]), || of_key(&[("kid", "a")])),
    case(
        "key-short-secret",
        || of_check(with_secret(&hs256(HS256, CLAIMS, &[b'x'; 31]), &"x".repeat(31))),
        || of_check(with_secret(&hs256(HS256, CLAIMS, &[b'x'; 32]), &"x".repeat(32))),
    ),
    case("key-duplicate-kid", || two_keys("a"), || two_keys("b")),
    case("not-all-tried", || with_secrets(101), || with_secrets(100)),
    // In 2100, and in 1970.
    case("key-certificate-expired", || with_certificate(4_102_444_800), || with_certificate(0)),
];

#[test]
fn an_encrypted_token_misses_no_signature() {
    let header = encode(br#"{"alg":"dir","enc":"A256GCM"}"#);
    let encrypted = of_text(&format!("{header}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA"));
    assert!(!encrypted.contains(&"signature-missing"), "{encrypted:?}");
}
