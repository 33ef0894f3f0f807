//! What is told of keys, and of texts that hold none.

use decode::base64url::{decode, encode};
use serde_json::{Value, json};
use verify::key::{self, LIMIT, LONGEST};

use super::common::{public_jwk, vector_key};
use super::{IdCase, Told, case};
use crate::key_file;

const RSA: &str = key_file!("rsa.spki.pem");
const P256: &str = key_file!("p256.spki.pem");

fn told(text: &str) -> Told {
    let ring = key::read(text);
    let of_keys = ring.keys.iter().flat_map(|key| &key.remarks);
    ring.remarks.iter().chain(of_keys).map(|remark| remark.id).collect()
}

fn rsa_with(name: &str, value: impl Into<Value>) -> Told {
    let mut key = public_jwk("rfc7515-a2-rs256", &[]);
    key[name] = value.into();
    told(&key.to_string())
}

fn p256_with(name: &str, value: impl Into<Value>) -> Told {
    let mut key = public_jwk("rfc7515-a3-es256", &[]);
    key[name] = value.into();
    told(&key.to_string())
}

fn rsa_number(modulus: &[u8], exponent: &[u8]) -> Told {
    told(&json!({ "kty": "RSA", "n": encode(modulus), "e": encode(exponent) }).to_string())
}

fn bytes_of(id: &str, name: &str) -> Vec<u8> {
    decode(vector_key(id)[name].as_str().expect("text")).bytes
}

/// The public part of the key of RFC 7515 appendix A.3 with its private part, or with another one.
fn sec1_with(d: &[u8]) -> Told {
    let [x, y] = ["x", "y"].map(|name| bytes_of("rfc7515-a3-es256", name));
    let point = [&[4_u8], &*x, &y].concat();
    let oid = [6_u8, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7];
    let element = |tag: u8, content: &[u8]| [&[tag, u8::try_from(content.len()).expect("short")], content].concat();
    let key = [
        element(2, &[1]),
        element(4, d),
        element(0xA0, &oid),
        element(0xA1, &element(3, &[&[0_u8], &*point].concat())),
    ];
    told(&pem("EC PRIVATE KEY", &element(0x30, &key.concat())))
}

fn pem(label: &str, der: &[u8]) -> String {
    use base64::Engine;
    let base64 = base64::engine::general_purpose::STANDARD.encode(der);
    format!("-----BEGIN {label}-----\n{base64}\n-----END {label}-----\n")
}

fn body_of(pem: &str) -> String {
    pem.lines().filter(|line| !line.starts_with('-')).collect()
}

fn der_of(pem: &str) -> Vec<u8> {
    decode(&body_of(pem)).bytes
}

/// The public key with another algorithm: RSA for signatures by PSS alone.
fn spki_of_rsa(last_arc: u8) -> Told {
    let mut der = der_of(RSA);
    let oid = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1];
    let at = der.windows(oid.len()).position(|window| window == oid).expect("the OID");
    der[at + oid.len() - 1] = last_arc;
    told(&pem("PUBLIC KEY", &der))
}

/// A JWK with the certificate of another key, of the same key, or without numbers of its own.
fn with_certificate(mut key: Value) -> Told {
    key["x5c"] = json!([body_of(key_file!("p256.certificate.pem"))]);
    told(&key.to_string())
}

fn roca(added: u8) -> Told {
    // A power of 65537 has the fingerprint.
    let mut modulus = vec![1_u8];
    for _ in 0..127 {
        let mut next = vec![0; modulus.len() + 2];
        let mut carry = 0_u16;
        for at in 0..next.len() {
            // From the right.
            let low = modulus.len().checked_sub(at + 1).map_or(0, |at| modulus[at]);
            let high = at.checked_sub(2).and_then(|at| modulus.len().checked_sub(at + 1)).map_or(0, |at| modulus[at]);
            carry += u16::from(low) + u16::from(high);
            let end = next.len();
            next[end - 1 - at] = carry.to_le_bytes()[0];
            carry >>= 8;
        }
        modulus = next;
    }
    *modulus.last_mut().expect("a byte") += added;
    rsa_number(&modulus, &[1, 0, 1])
}

fn ed25519(first: u8) -> Told {
    let mut x = [0; 32];
    x[0] = first;
    told(&json!({ "kty": "OKP", "crv": "Ed25519", "x": encode(&x) }).to_string())
}

/// A PKCS #12 file's outer form, and a public key's.
fn sequence(content: &[u8]) -> Told {
    told(&pem("PUBLIC KEY", &[&[0x30, u8::try_from(content.len()).expect("short")], content].concat()))
}

fn many(count: usize) -> Told {
    let key = public_jwk("rfc8037-a4-ed25519", &[]).to_string();
    told(&format!("[{}]", vec![key; count].join(",")))
}

fn escaped(pem: &str) -> String {
    pem.trim().replace('\n', "\\n")
}

const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.AAAA";

pub const CASES: &[IdCase] = &[
    case("is-address", || told("https://id.example/jwks.json"), || told("see https://id.example/jwks.json")),
    case("is-token", || told(TOKEN), || told("eyJhbGciOiJIUzI1NiJ9")),
    case("is-certificate-request", || told(key_file!("p256.request.pem")), || told(key_file!("p256.certificate.pem"))),
    case("is-no-key", || told(&RSA.replace("PUBLIC KEY", "X509 CRL")), || told(RSA)),
    case("is-pgp", || told(&RSA.replace("PUBLIC KEY", "PGP PUBLIC KEY BLOCK")), || told(RSA)),
    case("is-pkcs12", || sequence(&[2, 1, 3, 0x30, 0]), || sequence(&[0x30, 0, 3, 1, 0])),
    case(
        "is-oidc-metadata",
        || told(r#"{"issuer":"https://id.example","jwks_uri":"https://id.example/keys"}"#),
        || told(r#"{"issuer":"https://id.example"}"#),
    ),
    case("json-without-key", || told(r#"{"a":1}"#), || told(&public_jwk("rfc7515-a2-rs256", &[]).to_string())),
    case(
        "json-cut",
        || told(&format!("{{\"keys\":[{},", public_jwk("rfc7515-a2-rs256", &[]))),
        || told(&format!("{{\"keys\":[{}]}}", public_jwk("rfc7515-a2-rs256", &[]))),
    ),
    case("key-text-cut", || told(&"x".repeat(LONGEST + 1)), || told(&"x".repeat(LONGEST))),
    case("keys-left-out", || many(LIMIT + 1), || many(LIMIT)),
    case("key-unreadable", || told(&RSA.replacen("MIIB", "MI!B", 1)), || told(RSA)),
    case("key-encrypted", || told(key_file!("rsa.pkcs8-encrypted.pem")), || told(key_file!("rsa.pkcs8.pem"))),
    case("key-unknown-type", || rsa_with("kty", "XYZ"), || rsa_with("kid", "XYZ")),
    case("key-type-case", || rsa_with("kty", "rsa"), || rsa_with("kty", "RSA")),
    case("key-not-base64url", || rsa_with("e", "AQAB===="), || rsa_with("e", "AQAB")),
    case(
        "key-leading-zero",
        || rsa_with("n", encode(&[&[0], &*bytes_of("rfc7515-a2-rs256", "n")].concat())),
        || rsa_with("n", encode(&bytes_of("rfc7515-a2-rs256", "n"))),
    ),
    case(
        "key-coordinate-length",
        || p256_with("x", encode(&[&[0], &*bytes_of("rfc7515-a3-es256", "x")].concat())),
        || p256_with("x", encode(&bytes_of("rfc7515-a3-es256", "x"))),
    ),
    case(
        "key-certificate-differs",
        || with_certificate(public_jwk("rfc7515-a2-rs256", &[])),
        || with_certificate(public_jwk("rfc7515-a3-es256", &[])),
    ),
    case(
        "key-from-certificate",
        || with_certificate(json!({ "kty": "EC", "crv": "P-256" })),
        || with_certificate(public_jwk("rfc7515-a3-es256", &[])),
    ),
    case(
        "key-bytes-behind",
        || told(&pem("PUBLIC KEY", &[&*der_of(RSA), &[0, 0]].concat())),
        || told(&pem("PUBLIC KEY", &der_of(RSA))),
    ),
    case("key-pair-differs", || sec1_with(&[7; 32]), || sec1_with(&bytes_of("rfc7515-a3-es256", "d"))),
    case("key-is-private", || told(key_file!("rsa.pkcs8.pem")), || told(RSA)),
    case("key-rsa-pss", || spki_of_rsa(10), || spki_of_rsa(1)),
    case("key-rsa-small", || rsa_number(&[0xC5; 255], &[1, 0, 1]), || rsa_number(&[0xC5; 256], &[1, 0, 1])),
    case("key-rsa-exponent", || rsa_number(&[0xC5; 256], &[1]), || rsa_number(&[0xC5; 256], &[3])),
    case("key-rsa-large", || rsa_number(&[0xC5; 2049], &[1, 0, 1]), || rsa_number(&[0xC5; 2048], &[1, 0, 1])),
    case("key-roca", || roca(0), || roca(2)),
    case("key-small-order", || ed25519(1), || told(key_file!("ed25519.spki.pem"))),
    case("pem-escaped-line-ends", || told(&escaped(RSA)), || told(RSA)),
    case("pem-without-end", || told(&RSA[..RSA.len() - 26]), || told(P256)),
    case("pem-pkcs1", || told(key_file!("rsa.pkcs1.pem")), || told(key_file!("rsa.pkcs8.pem"))),
];
