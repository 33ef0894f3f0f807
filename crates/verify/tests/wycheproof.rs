//! The test vectors of Project Wycheproof: what must fit does, and what must not does not.

// What Clippy lets off in test functions, it does not in what they call; and tests read files and a clock.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, clippy::panic, clippy::disallowed_methods)]

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;
use verify::check::{Sha2, SignatureRule, fits};
use verify::key::{EcCurve, KeyMaterial, MlDsaParameters, OkpCurve};

fn bytes(hex: &Value) -> Vec<u8> {
    let digits = hex.as_str().expect("hexadecimal");
    (0..digits.len() / 2).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).expect("hexadecimal")).collect()
}

/// A number without the zeros in front.
fn number(hex: &Value) -> Vec<u8> {
    bytes(hex).into_iter().skip_while(|byte| *byte == 0).collect()
}

fn rsa(group: &Value, _: &Value) -> KeyMaterial {
    KeyMaterial::Rsa { modulus: number(&group["modulus"]), exponent: number(&group["publicExponent"]) }
}

fn secret(_: &Value, test: &Value) -> KeyMaterial {
    KeyMaterial::Secret(bytes(&test[1]))
}

fn point(curve: EcCurve, group: &Value) -> KeyMaterial {
    let point = bytes(&group["uncompressed"]);
    let (x, y) = point[1..].split_at(point.len() / 2);
    KeyMaterial::Ec { curve, x: x.to_vec(), y: y.to_vec() }
}

/// How many were checked.
#[track_caller]
fn check(file: &str, rule: SignatureRule, key: impl Fn(&Value, &Value) -> KeyMaterial) -> usize {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/wycheproof").join(file).with_extension("json");
    let groups: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON");
    let mut count = 0;
    for group in groups.as_array().expect("groups") {
        let is_cut =
            rule.hash().zip(group["tagSize"].as_u64()).is_some_and(|(hash, bits)| bits != 8 * hash.length() as u64);
        for test in group["tests"].as_array().expect("tests").iter().filter(|_| !is_cut) {
            let wanted = match test[4].as_str() {
                Some("valid") => true,
                Some("invalid") => false,
                // Either answer is right.
                _ => continue,
            };
            let found = fits(rule, &key(group, test), &bytes(&test[2]), &bytes(&test[3]));
            assert_eq!(found.unwrap_or(false), wanted, "{file}, test {}", test[0]);
            count += 1;
        }
    }
    count
}

#[test]
fn hmac() {
    for (file, hash) in
        [("hmac_sha256_test", Sha2::Sha256), ("hmac_sha384_test", Sha2::Sha384), ("hmac_sha512_test", Sha2::Sha512)]
    {
        assert!(check(file, SignatureRule::Hmac(hash), secret) > 80);
    }
}

#[test]
fn rsa_pkcs1() {
    for (file, hash) in [
        ("rsa_signature_2048_sha256_test", Sha2::Sha256),
        ("rsa_signature_3072_sha384_test", Sha2::Sha384),
        ("rsa_signature_4096_sha512_test", Sha2::Sha512),
    ] {
        assert!(check(file, SignatureRule::Pkcs1(hash), rsa) > 200);
    }
}

#[test]
fn rsa_pss() {
    for (file, hash) in [
        ("rsa_pss_2048_sha256_mgf1_32_test", Sha2::Sha256),
        ("rsa_pss_2048_sha384_mgf1_48_test", Sha2::Sha384),
        ("rsa_pss_4096_sha512_mgf1_64_test", Sha2::Sha512),
    ] {
        assert!(check(file, SignatureRule::Pss(hash), rsa) > 50);
    }
}

#[test]
fn ecdsa() {
    for (file, curve, hash) in [
        ("ecdsa_secp256r1_sha256_p1363_test", EcCurve::P256, Sha2::Sha256),
        ("ecdsa_secp384r1_sha384_p1363_test", EcCurve::P384, Sha2::Sha384),
        ("ecdsa_secp521r1_sha512_p1363_test", EcCurve::P521, Sha2::Sha512),
        // Among them those whose s is the larger of the two that fit.
        ("ecdsa_secp256k1_sha256_p1363_test", EcCurve::Secp256k1, Sha2::Sha256),
    ] {
        assert!(check(file, SignatureRule::Ecdsa(curve, hash), |group, _| point(curve, group)) > 200);
    }
}

#[test]
fn eddsa() {
    for (file, curve) in [("ed25519_test", OkpCurve::Ed25519), ("ed448_test", OkpCurve::Ed448)] {
        let key = |group: &Value, _: &Value| KeyMaterial::Okp { curve, x: bytes(&group["pk"]) };
        assert!(check(file, SignatureRule::EdDsa, key) > 80);
    }
}

#[test]
fn ml_dsa() {
    for (file, parameters) in [
        ("mldsa_44_verify_test", MlDsaParameters::MlDsa44),
        ("mldsa_65_verify_test", MlDsaParameters::MlDsa65),
        ("mldsa_87_verify_test", MlDsaParameters::MlDsa87),
    ] {
        let key = |group: &Value, _: &Value| KeyMaterial::MlDsa { parameters, public: bytes(&group["pk"]) };
        assert!(check(file, SignatureRule::MlDsa(parameters), key) > 30);
    }
}

/// The page answers between two checks, so none may take long.
#[test]
fn no_single_check_takes_long() {
    let largest = KeyMaterial::Rsa { modulus: vec![0xFF; 2_048], exponent: vec![1, 0, 1] };
    let slowest_exponent = KeyMaterial::Rsa { modulus: vec![0xFF; 512], exponent: vec![0xFF; 4] };
    let signature = vec![0x7F; 2_048];
    for (key, signature) in [(largest, signature.as_slice()), (slowest_exponent, &signature[..512])] {
        for rule in [SignatureRule::Pkcs1(Sha2::Sha256), SignatureRule::Pss(Sha2::Sha256)] {
            let started = Instant::now();
            let _ = fits(rule, &key, b"input", signature);
            assert!(started.elapsed() < Duration::from_millis(500), "{rule:?}: {:?}", started.elapsed());
        }
    }
    // A modulus beyond what is checked, and numbers that are no key.
    for (modulus, exponent) in
        [(vec![0xFF; 2_049], vec![3]), (vec![], vec![]), (vec![0xFE; 256], vec![3]), (vec![0xFF; 256], vec![1])]
    {
        let key = KeyMaterial::Rsa { modulus, exponent };
        assert_ne!(fits(SignatureRule::Pkcs1(Sha2::Sha256), &key, b"input", &[1; 256]), Ok(true));
    }
}
