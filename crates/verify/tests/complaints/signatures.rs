//! Signatures that were made in another way than RFC 7518 says.

use expect_test::expect;
use serde_json::json;

use super::assert_told;
use super::common::{HS256, hs256_over, openssl, segments};

#[test]
fn case_17_a_key_service_signs_in_der() {
    let (token, key) = openssl("ecdsa-der", 0);
    assert_told(&token, &key, expect![[""]]);
}

#[test]
fn case_18_the_hash_is_hashed_again() {
    let (token, key) = openssl("hashed-twice", 0);
    assert_told(&token, &key, expect![[""]]);
}

#[test]
fn case_19_the_salt_of_pss_is_32_bytes_under_ps512() {
    let (token, key) = openssl("pss-salt-length", 0);
    assert_told(&token, &key, expect![[""]]);
}

#[test]
fn case_20_php_escapes_the_slash() {
    let plain = r#"{"iss":"https://a.example/b"}"#;
    let escaped = json!({ "iss": "https://a.example/b" }).to_string().replace('/', "\\/");
    let secret = "correct horse battery staple, twice";
    let token = hs256_over(&segments(HS256, plain), &segments(HS256, &escaped), secret.as_bytes());
    assert_told(&token, secret, expect![[""]]);
}
