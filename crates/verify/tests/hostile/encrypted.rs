//! Encrypted tokens made to cost: rounds, recipients, keys and plaintexts without end.

use serde_json::json;
use verify::decrypt::{Decrypter, DecryptionOutcome};
use verify::key;

use super::{MEGABYTE, all_answers, bytes, decrypted, encode, modulus, sealed};

fn reasons(token: &str, keys: &str) -> Vec<&'static str> {
    let (_, _, decryptions) = all_answers(token, keys);
    match &decryptions[0].outcome {
        DecryptionOutcome::Failed(reasons) => reasons.iter().map(|reason| reason.id).collect(),
        DecryptionOutcome::Decrypted(_) => Vec::new(),
    }
}

#[test]
fn rounds_that_nobody_makes_are_refused() {
    for rounds in [
        "2147483648",
        "4294967295",
        "10000001",
        "18446744073709551615",
        "1e9",
        "99999999999999999999999999",
        "0",
        "-1",
        "1.5",
        "\"1000\"",
        "null",
    ] {
        let header = format!(r#"{{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"c2FsdHNhbHQ","p2c":{rounds}}}"#);
        let reasons = reasons(&sealed(&header, 24, 16), "password");
        assert!(reasons.iter().any(|id| id.starts_with("p2c-")), "{rounds}: {reasons:?}");
    }
}

/// However many passwords there are, the rounds of all of them together have an end.
#[test]
fn rounds_end_with_many_passwords() {
    let header = r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"c2FsdHNhbHQ","p2c":10000000}"#;
    let text = sealed(header, 24, 16);
    let token = test_tokens::token_of(&text);
    let ring = key::read(&"PASSWORD=abcdefgh\n".repeat(50));
    let mut decrypter = Decrypter::new(&token, &ring);
    // Each step is one of so many rounds, and nothing is done at once.
    assert_eq!(decrypter.advance(1_000), None);
    assert_eq!(decrypter.advance(1), None);
}

#[test]
fn ten_thousand_recipients() {
    let recipients = |alg: &str, more: serde_json::Value| {
        let mut header = json!({ "alg": alg });
        header.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        let one = json!({ "header": header, "encrypted_key": encode(&bytes(24)) });
        json!({ "protected": encode(br#"{"enc":"A128GCM"}"#), "recipients": vec![one; 10_000], "iv": encode(&bytes(12)), "ciphertext": "AAAA", "tag": encode(&bytes(16)) }).to_string()
    };
    let keys = |count: usize| {
        let keys: Vec<_> = (0..count)
            .map(|at| json!({ "kty": "oct", "k": encode(&bytes(16 + at % 3)), "kid": at.to_string() }))
            .collect();
        json!({ "keys": keys }).to_string()
    };
    assert_eq!(reasons(&recipients("A128KW", json!({})), &keys(1)), ["wrong-key-or-damaged"]);
    for alg in ["A128KW", "A128GCMKW", "dir"] {
        let reasons = reasons(&recipients(alg, json!({})), &keys(1_000));
        assert!(reasons.contains(&"not-all-tried"), "{alg}: {reasons:?}");
    }
    reasons(
        &recipients("ECDH-ES", json!({ "epk": { "kty": "EC", "crv": "P-256", "x": "A".repeat(10_000), "y": "AA" } })),
        &keys(3),
    );
}

#[test]
fn parameters_without_end() {
    let long = "A".repeat(MEGABYTE / 2);
    for (name, value) in [
        ("epk", json!({ "kty": "EC", "crv": "P-256", "x": long, "y": long })),
        ("epk", json!(long)),
        ("apu", json!(long)),
        ("p2s", json!(long)),
        ("kid", json!(long)),
        ("zip", json!(long)),
        ("iv", json!(long)),
        ("enc", json!(long)),
        ("alg", json!(long)),
    ] {
        for alg in ["ECDH-ES", "ECDH-ES+A128KW", "PBES2-HS256+A128KW", "A128GCMKW", "dir", "RSA-OAEP"] {
            let mut header = json!({ "alg": alg, "enc": "A128GCM", "p2c": 10, "p2s": "AAAA" });
            header[name] = value.clone();
            all_answers(&sealed(&header.to_string(), 24, 16), "password");
        }
    }
    let header = r#"{"alg":"A128KW","enc":"A128GCM"}"#;
    all_answers(&sealed(header, MEGABYTE, 16), "AAAAAAAAAAAAAAAAAAAAAA");
    all_answers(&sealed(header, 24, 2 * MEGABYTE), "AAAAAAAAAAAAAAAAAAAAAA");
}

/// A private key of more bits than can be used without holding the page.
#[test]
fn large_private_keys_are_named() {
    let key =
        |bits: usize| json!({ "kty": "RSA", "n": modulus(bits), "e": "AQAB", "d": modulus(bits - 8) }).to_string();
    let token = sealed(r#"{"alg":"RSA-OAEP","enc":"A128GCM"}"#, 1_024, 16);
    for bits in [8_200, 16_384, 1_000_000] {
        let (_, _, decryptions) = all_answers(&token, &key(bits));
        let DecryptionOutcome::Failed(reasons) = &decryptions[0].outcome else { panic!("decrypted") };
        let said = format!(
            "Key 1 has {bits} bits. RSA keys of more than 8192 bits are not tried here, because one decryption takes too long."
        );
        assert!(reasons.iter().any(|reason| reason.message == said), "{reasons:?}");
    }
    assert!(!reasons(&token, &key(2_048)).contains(&"key-rsa-large"));
    // Numbers that are none, and primes that are not its own.
    for (d, p, q) in
        [("AA", "AA", "AA"), ("AQ", "AQ", "AQ"), ("____", "Aw", "BQ"), ("AQAB", &modulus(2_048), &modulus(1_024))]
    {
        let key = json!({ "kty": "RSA", "n": modulus(2_048), "e": "AQAB", "d": d, "p": p, "q": q }).to_string();
        assert!(!reasons(&sealed(r#"{"alg":"RSA-OAEP","enc":"A128GCM"}"#, 256, 16), &key).is_empty());
    }
}

/// RFC 1951: a block that inflates to megabytes, encrypted with a key that is known.
#[test]
fn what_inflates_without_end() {
    use aes_gcm::aead::{Aead, Payload};
    use aes_gcm::{Aes128Gcm, KeyInit};
    let header = encode(br#"{"alg":"dir","enc":"A128GCM","zip":"DEF"}"#);
    // A block with fixed codes: "a", then copies of 258 characters.
    let mut bits = vec![true, true, false];
    let mut code = |value: u32, count: u32| bits.extend((0..count).rev().map(|bit| value >> bit & 1 == 1));
    code(0x30 + u32::from(b'a'), 8);
    for _ in 0..100_000 {
        code(0b1100_0101, 8);
        code(0, 5);
    }
    code(0, 7);
    let bomb: Vec<u8> = bits
        .chunks(8)
        .map(|byte| byte.iter().enumerate().fold(0, |byte, (at, bit)| byte | u8::from(*bit) << at))
        .collect();
    let cipher = Aes128Gcm::new_from_slice(&[7; 16]).expect("a key");
    let nonce = [9; 12];
    let sealed = cipher.encrypt((&nonce).into(), Payload { msg: &bomb, aad: header.as_bytes() }).expect("sealed");
    let (content, tag) = sealed.split_at(sealed.len() - 16);
    let text = format!("{header}..{}.{}.{}", encode(&nonce), encode(content), encode(tag));
    let key = json!({ "kty": "oct", "k": encode(&[7; 16]) }).to_string();
    let decryption = decrypted(&test_tokens::token_of(&text), &key::read(&key));
    let DecryptionOutcome::Decrypted(opened) = &decryption.outcome else { panic!("{decryption:?}") };
    assert_eq!(opened.plaintext.len(), decode::limits::INFLATED_PER_TOKEN);
    assert_eq!(decryption.remarks.len(), 1, "{:?}", decryption.remarks);
}
