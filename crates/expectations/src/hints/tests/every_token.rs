//! What is known of every token, whoever issued it.

use expect_test::expect;

use super::{of, told};

#[test]
fn slashes_and_clients() {
    let iss = "https://as.example.com";
    let access = of(iss, r#""aud":"https://api.example.com/","client_id":"c","scope":"a","jti":"j""#);
    let no_audience = of(iss, r#""client_id":"c","scope":"a","jti":"j""#);
    let id = of(iss, r#""aud":"c","nonce":"n""#);
    let told = told(&[
        ("", &access, r#"{"issuer":"https://as.example.com/","audience":"https://api.example.com"}"#),
        ("", &access, r#"{"audience":"c"}"#),
        ("", &no_audience, r#"{"audience":"c"}"#),
        ("", &id, r#"{"audience":"https://api.example.com"}"#),
        // Nothing is known of these.
        ("", &access, r#"{"issuer":"https://other.example.com","audience":"https://api.example.com/v1"}"#),
        ("", &no_audience, r#"{"audience":"d"}"#),
        ("", &access, r#"{"required":["email"],"scopes":["b"],"claims":{"sub":"2"}}"#),
    ]);
    expect![[r#"
        {"issuer":"https://as.example.com/","audience":"https://api.example.com"}
          issuer: Expect it without a slash at its end: `https://as.example.com`.
          audience: Expect it with the slash at its end: `https://api.example.com/`.
        {"audience":"c"}
          audience: You expect the client. Expect the API, `https://api.example.com/`, or check `client_id` as a claim of its own.
        {"audience":"c"}
          audience: You expect the client: check `client_id` as a claim of its own.
        {"audience":"https://api.example.com"}
          audience: This is an ID token: its `aud` is the client that signed the user in. An API needs the access token.
        {"issuer":"https://other.example.com","audience":"https://api.example.com/v1"}
          issuer: -
          audience: -
        {"audience":"d"}
          audience: -
        {"required":["email"],"scopes":["b"],"claims":{"sub":"2"}}
          claim: -
          claim: -
          scope: -
    "#]].assert_eq(&told);
}

#[test]
fn types_and_algorithms() {
    let iss = "https://as.example.com";
    let access = of(iss, r#""aud":"a","client_id":"c","scope":"a","jti":"j""#);
    let id = of(iss, r#""aud":"c","nonce":"n""#);
    let header = |alg: &str, typ: &str| format!(r#"{{"alg":"{alg}"{typ}}}"#);
    let jwt = r#","typ":"JWT""#;
    let [rs, hs, eddsa, ed, at, untyped, es] = [
        header("RS256", jwt),
        header("HS256", jwt),
        header("EdDSA", jwt),
        header("Ed25519", jwt),
        header("RS256", r#","typ":"at+jwt""#),
        header("RS256", ""),
        header("ES256", jwt),
    ];
    let told = told(&[
        (&rs, &access, r#"{"type":"at+jwt"}"#),
        (&untyped, &access, r#"{"type":"application/at+jwt"}"#),
        (&rs, &id, r#"{"type":"at+jwt"}"#),
        (&at, &access, r#"{"type":"JWT"}"#),
        (&untyped, &access, r#"{"type":"JWT"}"#),
        (&rs, &access, r#"{"algorithms":["HS256"]}"#),
        (&hs, &access, r#"{"algorithms":["RS256"]}"#),
        (&eddsa, &access, r#"{"algorithms":["Ed25519"]}"#),
        (&ed, &access, r#"{"algorithms":["EdDSA"]}"#),
        // Nothing is known of these.
        (&rs, &access, r#"{"type":"logout+jwt"}"#),
        (&es, &access, r#"{"algorithms":["RS256"]}"#),
        (&es, &access, r#"{"algorithms":["HS256","RS256"]}"#),
        (&ed, &access, r#"{"algorithms":["Ed448"]}"#),
    ]);
    expect![[r#"
        {"type":"at+jwt"}
          type: Many issuers do not give access tokens the type of RFC 9068. If yours is one of them, expect no type, and tell ID tokens apart by another claim.
        {"type":"application/at+jwt"}
          type: Many issuers do not give access tokens the type of RFC 9068. If yours is one of them, expect no type, and tell ID tokens apart by another claim.
        {"type":"at+jwt"}
          type: This is an ID token. Send the access token.
        {"type":"JWT"}
          type: This is an access token by RFC 9068: expect `at+jwt`.
        {"type":"JWT"}
          type: `typ` is optional (RFC 7519 section 5.1): expect no type.
        {"algorithms":["HS256"]}
          algorithm: The issuer signs with a private key: expect `RS256`, and give the library the public key, not a secret.
        {"algorithms":["RS256"]}
          algorithm: The token was signed with a shared secret. Set the issuer to `RS256`, or expect `HS256` alone and check with that secret.
        {"algorithms":["Ed25519"]}
          algorithm: Expect `EdDSA` too.
        {"algorithms":["EdDSA"]}
          algorithm: Expect `Ed25519` too.
        {"type":"logout+jwt"}
          type: -
        {"algorithms":["RS256"]}
          algorithm: -
        {"algorithms":["HS256","RS256"]}
          algorithm: -
        {"algorithms":["Ed448"]}
          algorithm: -
    "#]].assert_eq(&told);
}
