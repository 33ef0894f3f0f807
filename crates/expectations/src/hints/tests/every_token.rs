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
          scope: Let the client ask for `b` too, in the parameter `scope` of its request for the token.
    "#]].assert_eq(&told);
}

#[test]
fn types_and_algorithms() {
    let iss = "https://as.example.com";
    let access = of(iss, r#""aud":"a","client_id":"c","scope":"a","jti":"j""#);
    let id = of(iss, r#""aud":"c","nonce":"n""#);
    let header = |alg: &str, typ: &str| format!(r#"{{"alg":"{alg}"{typ}}}"#);
    let jwt = r#","typ":"JWT""#;
    let [rs, hs, eddsa, ed, at, untyped, es, sd, old_sd] = [
        header("RS256", jwt),
        header("HS256", jwt),
        header("EdDSA", jwt),
        header("Ed25519", jwt),
        header("RS256", r#","typ":"at+jwt""#),
        header("RS256", ""),
        header("ES256", jwt),
        header("ES256", r#","typ":"dc+sd-jwt""#),
        header("ES256", r#","typ":"vc+sd-jwt""#),
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
        (&old_sd, &access, r#"{"type":"dc+sd-jwt"}"#),
        (&sd, &access, r#"{"type":"application/vc+sd-jwt"}"#),
        // Nothing is known of these.
        (&rs, &access, r#"{"type":"logout+jwt"}"#),
        (&rs, &access, r#"{"type":"dc+sd-jwt"}"#),
        (&es, &access, r#"{"algorithms":["RS256"]}"#),
        (&es, &access, r#"{"algorithms":["HS256","RS256"]}"#),
        (&sd, &access, r#"{"type":"logout+jwt"}"#),
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
          algorithm: Expect `RS256`, and give the library the public key of the issuer, not a secret.
        {"algorithms":["RS256"]}
          algorithm: In the issuer, sign with `RS256`, or expect `HS256` alone and check with the secret.
        {"algorithms":["Ed25519"]}
          algorithm: Expect `EdDSA` too.
        {"algorithms":["EdDSA"]}
          algorithm: Expect `Ed25519` too.
        {"type":"dc+sd-jwt"}
          type: The draft of SD-JWT VC had `vc+sd-jwt` until November 2024, and has `dc+sd-jwt` since then. In the issuer, write that, or expect `vc+sd-jwt` too.
        {"type":"application/vc+sd-jwt"}
          type: The draft of SD-JWT VC has `dc+sd-jwt` in the place of `vc+sd-jwt` since November 2024: expect that.
        {"type":"logout+jwt"}
          type: -
        {"type":"dc+sd-jwt"}
          type: -
        {"algorithms":["RS256"]}
          algorithm: -
        {"algorithms":["HS256","RS256"]}
          algorithm: -
        {"type":"logout+jwt"}
          type: -
        {"algorithms":["Ed448"]}
          algorithm: -
    "#]].assert_eq(&told);
}

#[test]
fn other_spellings() {
    let iss = "http://as.example.com";
    let claims =
        r#""aud":"https://api.example.com","client_id":"c","jti":"j","tid":"11112222-BBBB-3333-cccc-4444dddd5555""#;
    let (plain, access) = (of(iss, claims), of("https://as.example.com/A", claims));
    let told = told(&[
        ("", &plain, r#"{"issuer":"https://as.example.com","audience":"http://api.example.com"}"#),
        ("", &access, r#"{"issuer":"http://as.example.com/A","audience":"HTTPS://API.example.com"}"#),
        ("", &access, r#"{"issuer":"https://as.example.com/a","audience":"api.example.com/"}"#),
        ("", &access, r#"{"claims":{"tid":"11112222-bbbb-3333-cccc-4444dddd5555"},"algorithms":["rs256"]}"#),
        (r#"{"alg":"rs256"}"#, &access, r#"{"algorithms":["ES256","RS256"]}"#),
        (r#"{"alg":"rs257"}"#, &access, r#"{"algorithms":["RS257"]}"#),
        (r#"{"alg":"rs257"}"#, &access, r#"{"algorithms":["RS256"]}"#),
        // Other texts altogether.
        ("", &access, r#"{"issuer":"https://as.example.com/B","audience":"https://api.example.com/v1"}"#),
        ("", &access, r#"{"claims":{"tid":"99992222-bbbb-3333-cccc-4444dddd5555"}}"#),
    ]);
    expect![[r#"
        {"issuer":"https://as.example.com","audience":"http://api.example.com"}
          issuer: Set the issuer's public address, with `https`, in its settings. Until then it is `http://as.example.com`.
          audience: Expect `https://api.example.com`, or let the client ask for `http://api.example.com`.
        {"issuer":"http://as.example.com/A","audience":"HTTPS://API.example.com"}
          issuer: Expect it with `https`: `https://as.example.com/A`.
          audience: Upper and lower case count: expect `https://api.example.com`.
        {"issuer":"https://as.example.com/a","audience":"api.example.com/"}
          issuer: Upper and lower case count: expect `https://as.example.com/A`.
          audience: Expect it as the token writes it: `https://api.example.com`.
        {"claims":{"tid":"11112222-bbbb-3333-cccc-4444dddd5555"},"algorithms":["rs256"]}
          algorithm: Upper and lower case count: expect `RS256`.
          claim: Upper and lower case count: expect `11112222-BBBB-3333-cccc-4444dddd5555`.
        {"algorithms":["ES256","RS256"]}
          algorithm: No algorithm is called `rs256`: upper and lower case count. In the issuer, write `RS256`.
        {"algorithms":["RS257"]}
          algorithm: No algorithm is called `rs257`: upper and lower case count. In the issuer, write `RS257`.
        {"algorithms":["RS256"]}
          algorithm: -
        {"issuer":"https://as.example.com/B","audience":"https://api.example.com/v1"}
          issuer: -
          audience: -
        {"claims":{"tid":"99992222-bbbb-3333-cccc-4444dddd5555"}}
          claim: -
    "#]].assert_eq(&told);
}

#[test]
fn kinds_of_token() {
    let iss = "https://as.example.com";
    let access = of(iss, r#""aud":"https://api.example.com","client_id":"c","scope":"a","jti":"j""#);
    let id = of(iss, r#""aud":"c","nonce":"n""#);
    let told = told(&[
        ("", &id, r#"{"required":["client_id","jti"],"scopes":["a"]}"#),
        ("", &access, r#"{"required":["nonce","at_hash"]}"#),
        // Of neither kind, and of a token that is neither.
        ("", &access, r#"{"required":["tenant"],"scopes":["b"]}"#),
        ("", r#"{"iss":"a"}"#, r#"{"required":["nonce","client_id"]}"#),
        ("", &id, r#"{"claims":{"nonce":"m"}}"#),
    ]);
    expect![[r#"
        {"required":["client_id","jti"],"scopes":["a"]}
          claim: This is an ID token. Send the access token.
          claim: -
          scope: This is an ID token, which has no scopes. Send the access token.
        {"required":["nonce","at_hash"]}
          claim: This is an access token. The client checks the ID token, which has it.
          claim: This is an access token. The client checks the ID token, which has it.
        {"required":["tenant"],"scopes":["b"]}
          claim: -
          scope: Let the client ask for `b` too, in the parameter `scope` of its request for the token.
        {"required":["nonce","client_id"]}
          claim: -
          claim: -
        {"claims":{"nonce":"m"}}
          claim: -
    "#]]
    .assert_eq(&told);
}

#[test]
fn look_alikes() {
    let spoofed = "https://sso.ex\u{430}mple.org/realms/shop";
    let claims = of(spoofed, "\"aud\":\"\u{43E}rders\",\"name\":\"Rene\u{301}\"");
    let plain = of("https://sso.example.org/realms/shop", r#""aud":"0rders""#);
    let told = told(&[
        ("", &claims, r#"{"issuer":"https://sso.example.org/realms/shop","audience":"orders"}"#),
        ("", &claims, "{\"claims\":{\"name\":\"Ren\u{E9}\"}}"),
        ("", &plain, "{\"issuer\":\"https://sso.ex\u{430}mple.org/realms/shop\"}"),
        // Of ASCII throughout, and other texts.
        ("", &plain, r#"{"audience":"Orders"}"#),
        ("", &claims, r#"{"audience":"shop","claims":{"name":"Rene"}}"#),
    ]);
    expect![[r#"
        {"issuer":"https://sso.example.org/realms/shop","audience":"orders"}
          issuer: Do not expect it as the token writes it: whoever has an address that looks like yours can issue tokens.
          audience: Find out who wrote it so, and do not expect it as the token writes it.
        {"claims":{"name":"René"}}
          claim: Write it with the same characters in both places: the composed form (NFC) is usual.
        {"issuer":"https://sso.exаmple.org/realms/shop"}
          issuer: Expect it with the characters of the token: `https://sso.example.org/realms/shop`.
        {"audience":"Orders"}
          audience: -
        {"audience":"shop","claims":{"name":"Rene"}}
          audience: -
          claim: -
    "#]].assert_eq(&told);
}

#[test]
fn scopes() {
    let iss = "https://as.example.com";
    let access = of(iss, r#""aud":"a","client_id":"c","jti":"j","scope":"orders.read openid","permissions":["p"]"#);
    let listed = of(iss, r#""aud":"a","client_id":"c","jti":"j","scp":["orders.read"],"roles":["r"]"#);
    let other = of(iss, r#""aud":"a""#);
    let told = told(&[
        ("", &access, r#"{"scopes":["orders.read","orders.write","orders.delete"]}"#),
        ("", &access, r#"{"scopes":["Orders.Read"]}"#),
        ("", &access, r#"{"scopes":["p"]}"#),
        ("", &listed, r#"{"scopes":["r"]}"#),
        ("", &listed, r#"{"scopes":["openid"]}"#),
        // Not meant as one scope, and a token that has no scopes.
        ("", &access, r#"{"scopes":["orders.read,orders.write"]}"#),
        ("", &access, r#"{"scopes":["orders.*"]}"#),
        ("", &other, r#"{"scopes":["openid"]}"#),
    ]);
    expect![[r#"
        {"scopes":["orders.read","orders.write","orders.delete"]}
          scope: Let the client ask for `orders.write` too, in the parameter `scope` of its request for the token.
        {"scopes":["Orders.Read"]}
          scope: Upper and lower case count: expect `orders.read`.
        {"scopes":["p"]}
          scope: Expect `p` in `permissions`, as a claim of its own.
        {"scopes":["r"]}
          scope: Expect `r` in `roles`, as a claim of its own.
        {"scopes":["openid"]}
          scope: Let the client ask for `openid` too, in the parameter `scope` of its request for the token.
        {"scopes":["orders.read,orders.write"]}
          scope: -
        {"scopes":["orders.*"]}
          scope: -
        {"scopes":["openid"]}
          scope: -
    "#]]
    .assert_eq(&told);
}

#[test]
fn times() {
    let told = told(&[
        ("", r#"{"exp":1699999980}"#, "{}"),
        ("", r#"{"exp":1700000000}"#, "{}"),
        ("", r#"{"exp":1699999980}"#, r#"{"leeway":20}"#),
        ("", r#"{"nbf":1700000001}"#, "{}"),
        ("", r#"{"nbf":1700000090}"#, r#"{"leeway":60}"#),
        ("", r#"{"exp":"1700003600"}"#, "{}"),
        ("", r#"{"iat":1699990000,"exp":3600}"#, "{}"),
        ("", r#"{"nbf":1700000000000}"#, "{}"),
        ("", r#"{"iat":1700000000,"exp":1700003600000}"#, r#"{"longestLifetime":3600}"#),
        // Nothing is known of these.
        ("", r#"{"exp":1699990000}"#, "{}"),
        ("", r#"{"nbf":1700009000}"#, "{}"),
        ("", r#"{"exp":true}"#, "{}"),
        ("", r#"{"iat":1700000000,"exp":1700007200}"#, r#"{"longestLifetime":3600}"#),
        ("", "7", "{}"),
        // Met.
        ("", r#"{"exp":1699999980}"#, r#"{"leeway":21}"#),
        ("", r#"{"nbf":1700000090}"#, r#"{"leeway":90}"#),
    ]);
    expect![[r#"
        {}
          time: Get a fresh token, or, if the clocks differ, allow a leeway of 21 seconds or more.
        {}
          time: Get a fresh token, or, if the clocks differ, allow a leeway of 1 second or more.
        {"leeway":20}
          time: Get a fresh token, or, if the clocks differ, allow a leeway of 21 seconds or more.
        {}
          time: If the clocks differ, allow a leeway of 1 second or more.
        {"leeway":60}
          time: If the clocks differ, allow a leeway of 90 seconds or more.
        {}
          time: In the issuer, write `exp` as a number of seconds, without quotes.
        {}
          time: In the issuer, add it to the time at which the token is made.
        {}
          time: In the issuer, divide `nbf` by 1,000, so that it counts seconds.
        {"longestLifetime":3600}
          lifetime: In the issuer, divide `exp` by 1,000, so that it counts seconds.
        {}
          time: -
        {}
          time: -
        {}
          time: -
        {"longestLifetime":3600}
          lifetime: -
        {}
          time: -
        {"leeway":21}
        {"leeway":90}
    "#]]
    .assert_eq(&told);
}
