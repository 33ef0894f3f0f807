//! Secrets that two programs read differently.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use expect_test::expect;

use super::assert_told;
use super::common::{CLAIMS, HS256, hs256};

const SECRET: &str = "correct horse battery staple, twice";

#[test]
fn case_13_quotes_of_an_env_file() {
    assert_told(
        &hs256(HS256, CLAIMS, format!("\"{SECRET}\"").as_bytes()),
        SECRET,
        expect![[r#"
        DoesNotFit, None
        secret-quoted: It fits with the quotes as part of the secret ("…"). The program that signs takes the quotes of its `.env` file or setting as part of it: take them away there.
    "#]],
    );
}

#[test]
fn case_14_a_line_end_behind_the_secret() {
    assert_told(
        &hs256(HS256, CLAIMS, format!("{SECRET}\n").as_bytes()),
        SECRET,
        expect![[r#"
        DoesNotFit, None
        secret-trailing-newline: It fits with a line end behind the secret (a line feed). `echo` adds one, `echo -n` and `printf` do not, and editors end files with one: take it away where the secret is written, or trim it in the code that signs.
    "#]],
    );
}

#[test]
fn case_15_supabase_takes_its_secret_as_text() {
    let claims = r#"{"iss":"supabase","ref":"abcdefghijklmnopqrst","role":"anon","iat":1700000000,"exp":2015576000}"#;
    let secret = STANDARD.encode([0x5A; 64]);
    // As it is.
    assert_told(
        &hs256(HS256, claims, secret.as_bytes()),
        &secret,
        expect![[r#"
        Fits, Some(Pasted)
    "#]],
    );
    // A library decodes it.
    assert_told(
        &hs256(HS256, claims, &[0x5A; 64]),
        &secret,
        expect![[r#"
        DoesNotFit, None
        secret-base64: It fits once the secret is read as base64. One of the two programs decodes it and the other takes the text as it is: decode it in both, or in neither.
        project-secret: Supabase signs this with the JWT secret of the project and takes it as text, as its settings show it: do not decode it from base64 or hexadecimal digits. Some releases of Supabase Auth in 2024 did.
    "#]],
    );
    let user =
        r#"{"iss":"https://abcdefghijklmnopqrst.supabase.co/auth/v1","sub":"u","role":"authenticated","aal":"aal1"}"#;
    assert_told(
        &super::common::unsigned(HS256, user),
        &secret,
        expect![[r#"
        DoesNotFit, None
        project-secret: Supabase signs this with the JWT secret of the project and takes it as text, as its settings show it: do not decode it from base64 or hexadecimal digits. Some releases of Supabase Auth in 2024 did.
    "#]],
    );
    super::assert_hint(
        &super::common::unsigned(r#"{"alg":"ES256","kid":"a"}"#, user),
        expect![[r#"
        keys-at: A Supabase project publishes its signing keys. `curl -s 'https://abcdefghijklmnopqrst.supabase.co/auth/v1/.well-known/jwks.json'`
    "#]],
    );
}

#[test]
fn case_16_dotnet_refuses_short_secrets() {
    assert_told(
        &hs256(HS256, CLAIMS, b"mysupersecret_secretkey!123"),
        "mysupersecret_secretkey!123",
        expect![[r#"
        Fits, Some(Pasted)
        (key-short-secret: The secret has 216 bits; RFC 7518 section 3.2 demands 256 or more for HS256. Some libraries refuse it: .NET 8 with IDX10720, and earlier versions with IDX10653 if it has fewer than 128. Short secrets can be guessed: use one of 256 random bits.)
    "#]],
    );
}
