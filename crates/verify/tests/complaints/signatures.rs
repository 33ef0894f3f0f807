//! Signatures that were made in another way than RFC 7518 says.

use expect_test::expect;
use serde_json::json;

use super::assert_told;
use super::common::{HS256, hs256_over, openssl, segments};

#[test]
fn case_17_a_key_service_signs_in_der() {
    let (token, key) = openssl("ecdsa-der", 0);
    assert_told(
        &token,
        &key,
        expect![[r#"
        DoesNotFit, None
        ecdsa-der: The signature is in DER (71 bytes), as OpenSSL, Java and key services such as AWS KMS make it. It fits after conversion to the 64 bytes r‖s that RFC 7518 section 3.4 wants: convert it in the code that signs.
    "#]],
    );
}

#[test]
fn case_18_the_hash_is_hashed_again() {
    let (token, key) = openssl("hashed-twice", 0);
    assert_told(
        &token,
        &key,
        expect![[r#"
        DoesNotFit, None
        hashed-twice: It fits the SHA-256 hash of what should be signed: the code that signs makes a hash first, and its library makes another one. Hand the library the text itself, or tell it that it gets a digest.
    "#]],
    );
}

#[test]
fn case_19_the_salt_of_pss_is_32_bytes_under_ps512() {
    let (token, key) = openssl("pss-salt-length", 0);
    assert_told(
        &token,
        &key,
        expect![[r#"
        DoesNotFit, None
        pss-salt-length: It fits by PSS with a salt of 32 bytes. RFC 7518 section 3.5 wants one as long as the hash, 64 bytes for PS512, and strict libraries refuse any other: set the salt length in the code that signs.
    "#]],
    );
}

#[test]
fn case_20_php_escapes_the_slash() {
    let plain = r#"{"iss":"https://a.example/b"}"#;
    let escaped = json!({ "iss": "https://a.example/b" }).to_string().replace('/', "\\/");
    let secret = "correct horse battery staple, twice";
    let token = hs256_over(&segments(HS256, plain), &segments(HS256, &escaped), secret.as_bytes());
    assert_told(
        &token,
        secret,
        expect![[r#"
            DoesNotFit, None
            payload-reencoded: It fits the payload written without white space and with `\/` for `/`: the JSON was decoded and written anew after signing, by a proxy, a tool or a person. Hand on the token's text as it is, and check that text.
        "#]],
    );
}
