//! Key texts made to cost, or to be no keys.

use serde_json::json;
use verify::key;
use verify::{Checker, SignatureVerdict};

use super::{MEGABYTE, all_answers, assert_bounded, assert_linear, bytes, encode, modulus, unfit};

const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlIG9mIDMyIGJ5dGVzIGV4YWN0bHkuLg";

fn filled(piece: &str, size: usize) -> String {
    piece.repeat(size / piece.len() + 1)
}

fn ids(ring: &key::KeyRing) -> Vec<&'static str> {
    ring.remarks.iter().map(|remark| remark.id).collect()
}

/// Pieces of which a text of any size is made.
const PIECES: [&str; 34] = [
    "A",
    "M",
    "30",
    "eyJh",
    "W3si",
    "LS0t",
    "AAAA ",
    "ssh-rsa AAAA",
    "ssh-rsa AAAAB3NzaC1yc2E ",
    "\u{20AC}",
    "\0",
    "\u{FEFF}",
    "\u{200B}",
    " ",
    "\n",
    "NAME=value\n",
    "SECRET=abcdefgh\n",
    "a line of text\n",
    "{",
    "[",
    "{\"a\":",
    "[[",
    "{}",
    "{\"kty\":\"RSA\"}",
    "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
    "{\"a\":\"{\\\"a\\\":\\\"",
    "\\\"kty",
    "\"",
    "-----BEGIN A-----",
    "-----BEGIN A-----\nAAAA\n-----END A-----\n",
    "BEGIN",
    "-----",
    "%41",
    "eyJhbGciOiJIUzI1NiJ9.e30.AAAA ",
];

#[test]
fn time_grows_with_the_key_text() {
    for piece in PIECES {
        assert_linear(piece, |size| filled(piece, size), |text| assert_bounded(&key::read(text), text));
    }
}

#[test]
fn a_megabyte_of_each_piece_has_an_answer() {
    for piece in ["A", "30", "\u{20AC}", "{\"a\":", "[", "SECRET=abcdefgh\n", "-----BEGIN A-----", "ssh-rsa AAAA", "\0"]
    {
        all_answers(TOKEN, &filled(piece, MEGABYTE));
    }
}

#[test]
fn of_ten_megabytes_the_first_is_read_and_that_is_said() {
    for text in [filled("A", 10 * MEGABYTE), filled("\u{20AC}", 10 * MEGABYTE)] {
        let ring = key::read(&text);
        assert_bounded(&ring, &text);
        assert_eq!(ids(&ring), ["key-text-cut"]);
        assert!(ring.keys.iter().all(|key| key.span.end <= MEGABYTE));
    }
    assert!(ids(&key::read(&"A".repeat(MEGABYTE))).is_empty(), "one of just a megabyte is whole");
}

#[test]
fn a_pem_of_five_megabytes() {
    let body = encode(&bytes(5 * MEGABYTE * 3 / 4)).replace('-', "+").replace('_', "/");
    let pem = format!("-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----\n");
    let ring = key::read(&pem);
    assert_eq!((ring.keys.len(), ids(&ring)), (0, vec!["key-text-cut", "key-unreadable"]));
    // One that is not cut, and says of itself that it is longer than it is.
    let short = format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", &body[..MEGABYTE / 2]);
    assert_eq!(ids(&key::read(&short)), ["key-unreadable"]);
}

#[test]
fn ten_thousand_keys() {
    let set = |count: usize| {
        let keys: Vec<_> =
            (0..count).map(|at| json!({ "kty": "oct", "k": encode(&bytes(24)), "kid": format!("k{at}") })).collect();
        json!({ "keys": keys }).to_string()
    };
    let (ring, checks, _) = all_answers(TOKEN, &set(10_000));
    assert_eq!((ring.keys.len(), ids(&ring)), (key::LIMIT, vec!["keys-left-out"]));
    assert!(ring.remarks[0].message.contains(" 9000 behind the first 1000 "), "{}", ring.remarks[0].message);
    let check = &checks[0];
    assert_eq!(check.signature, SignatureVerdict::DoesNotFit);
    assert!(check.tried < 12_000, "{} tries", check.tried);
    assert_eq!(check.remarks.iter().map(|remark| remark.id).collect::<Vec<_>>(), ["not-all-tried"]);
    assert!(all_answers(TOKEN, &set(100)).1[0].remarks.is_empty(), "all of a hundred are tried in each way");
}

#[test]
fn a_hundred_thousand_lines() {
    let (ring, ..) = all_answers(TOKEN, &"PASSWORD=abc\n".repeat(100_000));
    assert_eq!((ring.keys.len(), ids(&ring)), (key::LIMIT, vec!["key-text-cut", "keys-left-out"]));
    let (ring, ..) = all_answers(TOKEN, &"secret line\n".repeat(80_000));
    assert_eq!(ring.keys.len(), 1, "lines that are no settings are one secret");
}

#[test]
fn objects_inside_objects() {
    for (open, close) in [("{\"keys\":[", "]}"), ("[", "]"), ("{\"a\":", "}")] {
        for depth in [100, 127, 128, 1_000, 100_000] {
            let key = r#"{"kty":"oct","k":"c2VjcmV0"}"#;
            let closed = [&open.repeat(depth), key, &close.repeat(depth)].concat();
            let cut = [&open.repeat(depth), key].concat();
            for text in [closed, cut] {
                assert_bounded(&key::read(&text), &text);
            }
        }
    }
    // JSON in strings of JSON, each layer with more escapes.
    let mut text = r#"{"kty":"oct","k":"c2VjcmV0"}"#.to_owned();
    for _ in 0..12 {
        text = json!({ "key": text }).to_string();
        all_answers(TOKEN, &text);
    }
}

#[test]
fn rsa_keys_of_any_size() {
    let token = unfit(r#"{"alg":"RS256"}"#, "{}", 2048);
    let said = |key: serde_json::Value| {
        let (ring, checks, _) = all_answers(&token, &key.to_string());
        let remarks: Vec<_> =
            ring.keys.iter().flat_map(|key| &key.remarks).chain(&ring.remarks).map(|remark| remark.id).collect();
        (checks[0].signature, remarks, checks[0].reason.clone().unwrap_or_default())
    };
    let (signature, remarks, _) = said(json!({ "kty": "RSA", "n": modulus(16_384), "e": "AQAB" }));
    assert_eq!((signature, remarks), (SignatureVerdict::DoesNotFit, vec![]));
    for bits in [16_392, 65_536, 1_000_000, 5_000_000] {
        let (signature, remarks, reason) = said(json!({ "kty": "RSA", "n": modulus(bits), "e": "AQAB" }));
        assert_eq!((signature, remarks), (SignatureVerdict::CannotBeChecked, vec!["key-rsa-large"]), "{bits}");
        assert!(reason.contains("more than 16384 bits"), "{reason}");
    }
    // Even, zero, one, and exponents that are none.
    for (n, e) in [("AA", "AQAB"), ("AQ", "AQAB"), ("Ag", "AQAB"), ("Aw", "AQAB"), ("AAAA", "AQAB"), ("____", "AQAB")] {
        let (signature, ..) = said(json!({ "kty": "RSA", "n": n, "e": e }));
        assert_eq!(signature, SignatureVerdict::CannotBeChecked, "{n}");
    }
    let long = encode(&bytes(100_000));
    for e in ["", "AA", "AQ", "Ag", "AAAA", &modulus(2048), &modulus(16_384), &long] {
        let (signature, ..) = said(json!({ "kty": "RSA", "n": modulus(2048), "e": e }));
        assert_eq!(signature, SignatureVerdict::CannotBeChecked, "{}", e.len());
    }
}

#[test]
fn points_that_are_none() {
    for (crv, alg, length) in
        [("P-256", "ES256", 32), ("P-384", "ES384", 48), ("P-521", "ES512", 66), ("secp256k1", "ES256K", 32)]
    {
        let token = unfit(&format!(r#"{{"alg":"{alg}"}}"#), "{}", 2 * length);
        for (x, y) in [
            (vec![0; length], vec![0; length]),
            (vec![255; length], vec![255; length]),
            (bytes(length), bytes(length)),
            (vec![], vec![1]),
            (bytes(10_000), bytes(3)),
        ] {
            let key = json!({ "kty": "EC", "crv": crv, "x": encode(&x), "y": encode(&y) }).to_string();
            let (ring, checks, _) = all_answers(&token, &key);
            assert_eq!((ring.keys.len(), checks[0].signature), (0, SignatureVerdict::CannotBeChecked), "{crv}");
        }
        // Private numbers: zero, more than the order, too long.
        for d in [vec![0; length], vec![255; length], bytes(length + 1), bytes(10_000)] {
            let (ring, ..) = all_answers(&token, &json!({ "kty": "EC", "crv": crv, "d": encode(&d) }).to_string());
            assert_eq!(ring.keys.len(), 0, "{crv}");
        }
    }
    for (crv, length) in [("Ed25519", 32), ("Ed448", 57), ("X25519", 32), ("X448", 56)] {
        for x in [vec![0; length], vec![255; length], bytes(length), bytes(length + 1), vec![]] {
            all_answers(
                &unfit(r#"{"alg":"EdDSA"}"#, "{}", 64),
                &json!({ "kty": "OKP", "crv": crv, "x": encode(&x) }).to_string(),
            );
        }
    }
    for (alg, length) in [("ML-DSA-44", 1312), ("ML-DSA-65", 1952), ("ML-DSA-87", 2592)] {
        for public in [vec![0; length], vec![255; length], bytes(length), bytes(length + 1)] {
            all_answers(
                &unfit(&format!(r#"{{"alg":"{alg}"}}"#), "{}", 4627),
                &json!({ "kty": "AKP", "alg": alg, "pub": encode(&public) }).to_string(),
            );
        }
    }
}

#[test]
fn names_without_end() {
    let long = "n".repeat(MEGABYTE / 4);
    for key in [
        json!({ "kty": "oct", "k": "c2VjcmV0", "kid": long, "alg": long, "use": long, "key_ops": [long] }),
        json!({ "kty": long }),
        json!({ "kty": "EC", "crv": long }),
        json!({ "kty": "RSA", "n": long, "e": long, "kid": long }),
        json!({ "jwks_uri": format!("https://{long}") }),
        json!([{ "kty": "oct", "k": "c2VjcmV0", "kid": long }, { "kty": "oct", "k": "b3RoZXI", "kid": long }]),
    ] {
        let token = unfit(&json!({ "alg": "HS256", "kid": "other" }).to_string(), "{}", 32);
        let (_, checks, _) = all_answers(&token, &key.to_string());
        assert!(checks[0].remarks.iter().all(|remark| remark.message.len() < 3_000));
    }
}

/// A secret of a megabyte is tried as it is, and not in hundreds of other ways.
#[test]
fn a_secret_without_end() {
    let text = "secret ".repeat(MEGABYTE / 7);
    let ring = key::read(&text);
    let token = test_tokens::token_of(TOKEN);
    let check = &Checker::new(&token, &ring).with_key_text(&text).finish()[0];
    assert!(check.tried < 180, "{} tries", check.tried);
}
