//! What is said where nothing fits.

use super::*;

/// With one part of a compact token changed.
fn with_part(text: &str, position: usize, change: impl Fn(&str) -> String) -> String {
    let parts = text.split('.').enumerate();
    let changed: Vec<String> =
        parts.map(|(at, part)| if at == position { change(part) } else { part.to_owned() }).collect();
    changed.join(".")
}

fn damaged(part: &str) -> String {
    let first = if part.starts_with('A') { "B" } else { "A" };
    format!("{first}{}", &part[1..])
}

fn with_header(text: &str, header: &str) -> String {
    with_part(text, 0, |_| base64url::encode(header.as_bytes()))
}

#[test]
fn a_right_key_is_known_to_be_right_where_the_encrypted_key_is_checked() {
    let made = Made::read();
    for (name, is_known) in [
        ("A128KW A128GCM", true),
        ("A256GCMKW A256CBC-HS512", true),
        ("RSA-OAEP A128GCM", true),
        ("ECDH-ES+A128KW P-256 A128GCM", true),
        ("PBES2-HS256+A128KW A128GCM", true),
        ("dir A128GCM", false),
        ("RSA1_5 A128GCM", false),
        ("ECDH-ES X25519 A128GCM", false),
    ] {
        let (text, key) = made.token(name);
        for part in [3, 4] {
            let damaged = with_part(&text, part, damaged);
            let expected = if is_known { "content-damaged" } else { "wrong-key-or-damaged" };
            assert_eq!(failure(decrypt(&damaged, [key.clone()])), [expected], "{name}");
        }
    }
}

#[test]
fn a_wrong_key_and_a_damaged_one_are_not_told_apart() {
    let made = Made::read();
    let (text, _) = made.token("A128KW A128GCM");
    assert_eq!(failure(decrypt(&text, [secret(&[7; 16])])), ["wrong-key-or-damaged"]);
    for name in ["RSA-OAEP A128GCM", "A128KW A128GCM", "A192GCMKW A128GCM", "ECDH-ES+A256KW X448 A128GCM"] {
        let (text, key) = made.token(name);
        let damaged = with_part(&text, 1, damaged);
        assert_eq!(failure(decrypt(&damaged, [key])), ["wrong-key-or-damaged"], "{name}");
    }
    // Implicit rejection: what comes of the wrong key are bytes of any length.
    let (text, key) = made.token("RSA1_5 A128GCM");
    let reasons = failure(decrypt(&with_part(&text, 1, damaged), [key]));
    assert!(reasons == ["content-key-length"] || reasons == ["wrong-key-or-damaged"], "{reasons:?}");
}

#[test]
fn a_key_that_cannot_be_it_is_told() {
    let made = Made::read();
    let (text, key) = made.token("RSA-OAEP A128GCM");
    let public = CandidateKey { private: None, ..key };
    assert_eq!(failure(decrypt(&text, [public])), ["key-is-public"]);
    assert_eq!(failure(decrypt(&text, [made.key("P-256")])), ["key-type-differs"]);
    assert_eq!(failure(decrypt(&text, [])), ["no-key"]);
    let (text, _) = made.token("ECDH-ES P-256 A128GCM");
    assert_eq!(failure(decrypt(&text, [made.key("P-384")])), ["epk-other-curve"]);
    assert_eq!(failure(decrypt(&text, [made.key("rsa")])), ["key-type-differs"]);
    let (text, _) = made.token("A192KW A128GCM");
    assert_eq!(failure(decrypt(&text, [secret(b"short")])), ["key-length"]);
    // Digests of the text have the length wanted, and were tried.
    let (text, _) = made.token("dir A128CBC-HS256");
    assert_eq!(failure(decrypt(&text, [secret(b"short")])), ["key-length", "wrong-key-or-damaged"]);
}

#[test]
fn numbers_that_make_no_key_are_told() {
    let made = Made::read();
    let (text, key) = made.token("RSA-OAEP A128GCM");
    let KeyMaterial::Rsa { modulus, exponent } = key.material.clone() else { panic!("RSA") };
    let Some(PrivateMaterial::Rsa { d, p, q }) = key.private.clone() else { panic!("RSA") };
    let with = |modulus: &[u8], exponent: &[u8], d: &[u8], primes: Option<(&[u8], &[u8])>| CandidateKey {
        material: KeyMaterial::Rsa { modulus: modulus.to_vec(), exponent: exponent.to_vec() },
        private: Some(PrivateMaterial::Rsa {
            d: d.to_vec(),
            p: primes.map(|(p, _)| p.to_vec()),
            q: primes.map(|(_, q)| q.to_vec()),
        }),
        ..key.clone()
    };
    let (p, q) = (p.unwrap(), q.unwrap());
    // The primes are found again where the key does not have them, or has what is none.
    decrypted(decrypt(&text, [with(&modulus, &exponent, &d, None)]));
    decrypted(decrypt(&text, [with(&modulus, &exponent, &d, Some((&modulus, &[1])))]));
    let even = [&modulus[..255], &[0]].concat();
    let ones = vec![0xff; 256];
    for (name, key) in [
        ("no d", with(&modulus, &exponent, &[], Some((&p, &q)))),
        ("zeros", with(&[0; 256], &[0; 3], &[0; 256], Some((&[0; 128], &[0; 128])))),
        ("d of 1", with(&modulus, &exponent, &[1], None)),
        ("d beyond n", with(&modulus, &exponent, &ones, None)),
        ("even", with(&even, &exponent, &d, Some((&p, &q)))),
        ("all ones", with(&ones, &exponent, &d, None)),
        ("e of 1", with(&modulus, &[1], &d, Some((&p, &q)))),
        ("e of 3, no primes", with(&modulus, &[3], &d, None)),
        ("long e", with(&modulus, &ones, &d, None)),
        ("one prime twice", with(&modulus, &exponent, &d, Some((&p, &p)))),
        ("tiny", with(&[15], &[3], &[3], Some((&[3], &[5])))),
    ] {
        assert_eq!(failure(decrypt(&text, [key])), ["key-unreadable"], "{name}");
    }
}

#[test]
fn a_header_that_cannot_be_followed_is_told() {
    let made = Made::read();
    let (text, key) = made.token("dir A128GCM");
    let check = |header: &str, expected: &[&str]| {
        assert_eq!(failure(decrypt(&with_header(&text, header), [key.clone()])), expected, "{header}");
    };
    check(r#"{"alg":"HPKE-0","enc":"A128GCM"}"#, &["alg-unknown"]);
    check(r#"{"enc":"A128GCM"}"#, &["alg-missing"]);
    check(r#"{"alg":"dir","enc":"A128CCM"}"#, &["enc-unknown"]);
    check(r#"{"alg":"dir"}"#, &["enc-missing"]);
    check(r#"{"alg":"dir","enc":"A128CBC-HS256"}"#, &["iv-length"]);
    check(r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1000}"#, &["p2s-missing"]);
    check(r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"AAAA"}"#, &["p2c-missing"]);
    for p2c in ["0", "-1", "1.5", "1e3", "\"1000\"", "99999999999999999999999"] {
        check(
            &format!(r#"{{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"AAAA","p2c":{p2c}}}"#),
            &["p2c-unreadable"],
        );
    }
    check(r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"AAAA","p2c":10000001}"#, &["p2c-too-many"]);
    let short_tag = with_part(&text, 4, |tag| tag[..20].to_owned());
    assert_eq!(failure(decrypt(&short_tag, [key.clone()])), ["tag-length"]);
    let cut: Vec<&str> = text.split('.').take(4).collect();
    assert_eq!(failure(decrypt(&cut.join("."), [key.clone()])), ["jwe-incomplete"]);
    let signed = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.AAAA";
    assert_eq!(failure(decrypt(signed, [key])), ["not-encrypted"]);
}

#[test]
fn party_info_and_epk_are_looked_at() {
    let made = Made::read();
    let (text, key) = made.token("ECDH-ES P-256 A128GCM apu apv");
    let header = base64url::decode(text.split('.').next().unwrap()).bytes;
    let header = String::from_utf8(header).unwrap();
    assert!(header.contains(r#""apu":"QWxpY2U""#), "{header}");
    let bad = with_header(&text, &header.replace("QWxpY2U", "Alice!"));
    assert_eq!(failure(decrypt(&bad, [key.clone()])), ["party-info-not-base64url", "wrong-key-or-damaged"]);
    let none = with_header(&text, &header.replace("\"epk\"", "\"other\""));
    assert_eq!(failure(decrypt(&none, [key.clone()])), ["epk-unreadable"]);
    let at = header.find("\"x\":\"").unwrap() + 5;
    let beside = format!("{}{}{}", &header[..at], "A".repeat(43), &header[at + 43..]);
    assert_eq!(failure(decrypt(&with_header(&text, &beside), [key])), ["key-unreadable"]);
}
