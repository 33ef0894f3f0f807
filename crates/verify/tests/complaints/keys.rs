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
    assert_key(key_file!("rsa.pkcs1.pem"), expect![[""]]);
    assert_key(key_file!("rsa.pkcs1-public.pem"), expect![[""]]);
    assert_key(key_file!("rsa.spki.pem"), expect![[""]]);
}

#[test]
fn case_12_line_ends_as_two_characters() {
    assert_key(&key_file!("rsa.spki.pem").trim().replace('\n', "\\n"), expect![[""]]);
}

#[test]
fn case_24_a_modulus_with_a_zero_in_front_and_in_the_other_alphabet() {
    let mut key = public_jwk("rfc7515-a2-rs256", &[]);
    let modulus = decode::base64url::decode(key["n"].as_str().expect("text")).bytes;
    key["n"] = decode::base64url::encode(&[&[0], &*modulus].concat()).replace('-', "+").replace('_', "/").into();
    assert_key(&key.to_string(), expect![[""]]);
}
