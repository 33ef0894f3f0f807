//! Keys in a form that libraries do not take.

use expect_test::{Expect, expect};
use verify::key;

use super::common::public_jwk;
use crate::key_file;

/// What is told of the key of a text.
fn assert_key(text: &str, expected: Expect) {
    let ring = key::read(text);
    let remarks = ring.remarks.iter().chain(ring.keys.iter().flat_map(|key| &key.remarks));
    let told: String = remarks.map(|remark| format!("{}: {}\n", remark.id, remark.message)).collect();
    let kinds: Vec<String> = ring.keys.iter().map(key::describe).collect();
    expected.assert_eq(&format!("{}\n{told}", kinds.join(", ")));
}

#[test]
fn case_11_pkcs1_is_no_pkcs8() {
    assert_key(
        key_file!("rsa.pkcs1.pem"),
        expect![[r#"
        RSA 2048
        pem-pkcs1: This RSA key is in PKCS #1, as GitHub gives it to apps and OpenSSL 1 writes it. It was read all the same; WebCrypto, and jose with it, want PKCS #8: `openssl pkcs8 -topk8 -nocrypt -in FILE` converts it.
        key-is-private: This is a private key: whoever has it can sign. Only its public part is needed to check a signature.
    "#]],
    );
    assert_key(
        key_file!("rsa.pkcs1-public.pem"),
        expect![[r#"
        RSA 2048
        pem-pkcs1: This RSA key is in PKCS #1, as GitHub gives it to apps and OpenSSL 1 writes it. It was read all the same; WebCrypto, and jose with it, want SPKI: `openssl rsa -RSAPublicKey_in -in FILE -pubout` converts it.
    "#]],
    );
    assert_key(
        key_file!("rsa.spki.pem"),
        expect![[r#"
        RSA 2048
    "#]],
    );
}

#[test]
fn case_12_line_ends_as_two_characters() {
    assert_key(
        &key_file!("rsa.spki.pem").trim().replace('\n', "\\n"),
        expect![[r#"
        RSA 2048
        pem-escaped-line-ends: The line ends of this PEM are a backslash and an `n`, as in `.env` files and JSON. It was read all the same; many libraries want real line ends: replace them in the code that reads the setting, in JavaScript by `key.replace(/\\n/g, "\n")`.
    "#]],
    );
}

#[test]
fn case_24_a_modulus_with_a_zero_in_front_and_in_the_other_alphabet() {
    let mut key = public_jwk("rfc7515-a2-rs256", &[]);
    let modulus = decode::base64url::decode(key["n"].as_str().expect("text")).bytes;
    key["n"] = decode::base64url::encode(&[&[0], &*modulus].concat()).replace('-', "+").replace('_', "/").into();
    assert_key(
        &key.to_string(),
        expect![[r#"
        RSA 2048
        key-not-base64url: `n` is not plain base64url: expected the base64url alphabet, but found `+` or `/` of ordinary base64. It was read all the same; some readers refuse it.
        key-leading-zero: `n` starts with a zero byte, which RFC 7518 section 6.3.1.1 leaves out. It was read all the same; some readers refuse it: leave the zero out in the code that writes the key.
    "#]],
    );
}
