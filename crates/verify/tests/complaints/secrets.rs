//! Secrets that two programs read differently.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use expect_test::expect;

use super::assert_told;
use super::common::{CLAIMS, HS256, hs256};

const SECRET: &str = "correct horse battery staple, twice";

#[test]
fn case_13_quotes_of_an_env_file() {
    assert_told(&hs256(HS256, CLAIMS, format!("\"{SECRET}\"").as_bytes()), SECRET, expect![[""]]);
}

#[test]
fn case_14_a_line_end_behind_the_secret() {
    assert_told(&hs256(HS256, CLAIMS, format!("{SECRET}\n").as_bytes()), SECRET, expect![[""]]);
}

#[test]
fn case_15_supabase_takes_its_secret_as_text() {
    let claims = r#"{"iss":"supabase","ref":"abcdefghijklmnopqrst","role":"anon","iat":1700000000,"exp":2015576000}"#;
    let secret = STANDARD.encode([0x5A; 64]);
    // As it is.
    assert_told(&hs256(HS256, claims, secret.as_bytes()), &secret, expect![[""]]);
    // A library decodes it.
    assert_told(&hs256(HS256, claims, &[0x5A; 64]), &secret, expect![[""]]);
    let user =
        r#"{"iss":"https://abcdefghijklmnopqrst.supabase.co/auth/v1","sub":"u","role":"authenticated","aal":"aal1"}"#;
    assert_told(&super::common::unsigned(HS256, user), &secret, expect![[""]]);
    super::assert_hint(&super::common::unsigned(r#"{"alg":"ES256","kid":"a"}"#, user), expect![[""]]);
}

#[test]
fn case_16_dotnet_refuses_short_secrets() {
    assert_told(&hs256(HS256, CLAIMS, b"mysupersecret_secretkey!123"), "mysupersecret_secretkey!123", expect![[""]]);
}
