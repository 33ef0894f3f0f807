//! Claims that somebody has decoded already.

use super::*;

const ISSUED: &str =
    "By its claims it was issued on 2023-11-14 22:13:20 UTC (`iat`) and expires on 2023-11-14 23:13:20 UTC (`exp`).";

#[track_caller]
fn check_claims(text: &str, times: &str, expires_at: Option<i64>) {
    let found = recognise(text).unwrap_or_else(|| panic!("{text} looks like nothing"));
    assert_eq!((found.id, found.is_secret, found.inside), ("looks-like-decoded-claims", false, None), "{text}");
    assert!(found.message.ends_with(times), "{}", found.message);
    assert_eq!(found.expires_at, expires_at, "{text}");
    let notes = read(text).notes;
    assert_eq!(
        notes.iter().map(|note| (note.id, note.expires_at)).collect::<Vec<_>>(),
        [("looks-like-decoded-claims", expires_at)]
    );
}

#[test]
fn as_languages_and_libraries_print_them() {
    for text in [
        r#"{"sub":"ann","iat":1700000000,"exp":1700003600,"admin":true}"#,
        "{\n  \"iss\": \"https://issuer.example\",\n  \"iat\": 1700000000,\n  \"exp\": 1700003600\n}\n",
        "{'sub': 'ann', 'iat': 1700000000, 'exp': 1700003600, 'a': True, 'b': None, 'c': \"it's\"}",
        "{'header': {'alg': 'HS256', 'typ': 'JWT'}, 'payload': {'sub': 'ann', 'iat': 1700000000, 'exp': 1700003600}, 'signature': b'\\x9f\\'a'}",
        "({'sub': 'ann', 'iat': 1700000000, 'exp': 1700003600,}, {'alg': 'HS256'})",
        r#"[{"sub"=>"ann", "iat"=>1700000000, "exp"=>1700003600, "x"=>nil}, {"alg"=>"HS256"}]"#,
        r#"{:sub=>"ann", :iat=>1700000000, :exp=>1700003600}"#,
        "{ sub: 'ann', iat: 1700000000, exp: 1700003600 }",
        "{\n  header: { alg: 'RS256', typ: 'JWT' },\n  payload: { sub: 'ann', iat: 1700000000, exp: 1700003600 },\n  signature: 'x'\n}",
        "stdClass Object\n(\n    [sub] => ann\n    [iat] => 1700000000\n    [exp] => 1700003600\n    [a] => Array\n    \
             (\n            [exp] => 1\n        )\n\n)\n",
        "array(3) {\n  [\"sub\"]=>\n  string(3) \"ann\"\n  [\"iat\"]=>\n  int(1700000000)\n  [\"exp\"]=>\n  int(1700003600)\n}",
        "array (\n  'sub' => 'ann',\n  'iat' => 1700000000,\n  'exp' => 1700003600,\n)",
        "map[exp:1.7000036e+09 iat:1.7e+09 sub:ann]",
        // The boxes of jwt.io, copied without the token.
        "Encoded\nPASTE A TOKEN HERE\n\nDecoded\nEDIT THE PAYLOAD AND SECRET\n\nHEADER:ALGORITHM & TOKEN TYPE\n\n{\n  \"alg\": \"HS256\"\n}\nPAYLOAD:DATA\n\n{\n  \"sub\": \"ann\",\n  \"iat\": 1700000000,\n  \"exp\": 1700003600\n}\nVERIFY SIGNATURE\n\nHMACSHA256(\n  base64UrlEncode(header) + \".\" +\n  base64UrlEncode(payload),\n  your-256-bit-secret\n)",
        r#"{"header":{"alg":"RS256"},"payload":{"sub":"ann","iat":1700000000,"exp":1700003600}}"#,
        "Token header\n------------\n{\n  \"typ\": \"JWT\",\n  \"alg\": \"HS256\"\n}\n\nToken claims\n------------\n{\n  \"exp\": 1700003600,\n  \"iat\": 1700000000,\n  \"sub\": \"ann\"\n}\n",
        r#"{"alg":"HS256","typ":"JWT"}.{"sub":"ann","iat":1700000000,"exp":1700003600}"#,
        r#"{"sub":"ann","iat":"1700000000","exp":"1700003600"}"#,
        "decoded = {'sub': 'ann', 'iat': 1700000000, 'exp': 1700003600}",
        "const claims = { sub: 'ann', iat: 1700000000, exp: 1700003600 };",
    ] {
        check_claims(text, ISSUED, Some(1_700_003_600));
    }
}

#[test]
fn with_the_times_that_they_have_and_no_others() {
    check_claims(r#"{"iss":"a","sub":"b"}"#, "nothing shows that they come from a token.", None);
    check_claims(r#"{"iss":"a","aud":["b","c"],"exp":"soon"}"#, "nothing shows that they come from a token.", None);
    check_claims(
        r#"{"sub":"a","exp":1700003600}"#,
        "By its claims it expires on 2023-11-14 23:13:20 UTC (`exp`).",
        Some(1_700_003_600),
    );
    check_claims(
        r#"{"sub":"a","nbf":1700000000}"#,
        "By its claims it is valid from 2023-11-14 22:13:20 UTC (`nbf`).",
        None,
    );
    // What cannot be a time in seconds is none.
    check_claims(r#"{"sub":"a","exp":600}"#, "nothing shows that they come from a token.", None);
    check_claims(r#"{"sub":"a","exp":1700003600000}"#, "nothing shows that they come from a token.", None);
}

#[test]
fn other_objects_are_something_else() {
    for text in [
        r#"{"sub":"ann"}"#,
        r#"{"sub":"ann","name":"Ann","email":"ann@example.org"}"#,
        r#"{"exp":1700003600}"#,
        r#"{"jti":"a","name":"b"}"#,
        r#"{"sub":{"a":1},"exp":{"b":2}}"#,
        r#"{"alg":"RS256","typ":"JWT","kid":"1"}"#,
        r#"{"server":{"port":8080},"debug":true}"#,
        r#"{"claims":["sub","exp"]}"#,
        "{'a': 1, 'b': [True, None]}",
        "{ color: red; sub: none }",
        "sub: ann\nexp: 1700003600\n",
        "[sub] exp",
        "map[string]int",
        "const payload = { sub: user.id, iat: Math.floor(Date.now() / 1000), exp: 3600 };",
        "function exp(sub) { return { sub: sub, exp: exp }; }",
        "jwt.sign({ sub: 'ann' }, secret, { expiresIn: '1h' })",
        "if (exp > iat) { sub(exp); }",
        "map[a:1 b:2]",
        "{:sub=>",
        "{'sub': 'ann', 'exp'",
        "{",
        "(((",
        "array(",
    ] {
        assert_ne!(recognise(text).map(|it| it.id), Some("looks-like-decoded-claims"), "{text}");
    }
    for (text, id) in [
        (
            r#"{"issuer":"https://a.example","jwks_uri":"https://a.example/keys","sub":"x","exp":1}"#,
            "looks-like-server-metadata",
        ),
        (r#"{"active":true,"sub":"ann","exp":1700003600}"#, "looks-like-introspection-response"),
        (
            r#"{"access_token":"2YotnFZFEjr1zCsicMWpAA","iss":"a","sub":"b","exp":1700003600}"#,
            "looks-like-token-response",
        ),
        (r#"{"kty":"oct","k":"c","iss":"a","sub":"b"}"#, "looks-like-private-jwk"),
        (r#"{"keys":[{"kty":"RSA","n":"a","e":"AQAB"}],"iss":"a","sub":"b"}"#, "looks-like-key-set"),
    ] {
        assert_eq!(recognise(text).map(|it| it.id), Some(id), "{text}");
    }
}
