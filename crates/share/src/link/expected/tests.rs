//! Which values a link carries, and what hostile ones come to.

use decode::decode;
use test_tokens::encode;

use super::super::{read_fragment, with_expectations};
use super::*;

const TOKEN: &str = "#token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSIsIm4iOjF9.&signature=left-out";

fn texts(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn expected(issuers: &[&str], audiences: &[&str], algorithms: &[&str]) -> LinkExpectations {
    LinkExpectations { issuers: texts(issuers), audiences: texts(audiences), algorithms: texts(algorithms) }
}

#[track_caller]
fn read(link: &str) -> LinkExpectations {
    read_fragment(link).expect("a token").expectations
}

#[test]
fn reads_what_it_writes() {
    for expectations in [
        expected(&[], &[], &[]),
        expected(&["https://a.example/t?x=1&y=2#z", "b"], &["api://orders", "a b,c", "ü%41+<b>"], &["RS256", "ES256"]),
        expected(&[], &["<tenant>"], &[]),
        expected(&[], &[], &["PS256"]),
    ] {
        let link = with_expectations(TOKEN, &expectations.shareable(None));
        assert_eq!(read(&link), expectations, "{link}");
        assert_eq!(
            read_fragment(&link).map(|it| (it.text, it.signature_left_out)),
            read_fragment(TOKEN).map(|it| (it.text, true))
        );
        assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"#&=%-._~/,".contains(&byte)), "{link}");
    }
}

#[test]
fn algorithms_stand_in_one_field_or_in_several() {
    let wanted = expected(&[], &[], &["RS256", "ES256"]);
    for fields in [
        "expected-algorithms=RS256,ES256",
        "expected-algorithms=RS256%2CES256",
        "expected-algorithms=RS256,%20ES256,,RS256",
        "expected-algorithms=RS256&expected-algorithms=ES256",
        "expected-algorithms=RS256,ES256,two%20words",
    ] {
        assert_eq!(read(&format!("{TOKEN}&{fields}")), wanted, "{fields}");
        assert_eq!(read(&format!("#{fields}&{}", &TOKEN[1..])), wanted, "before the token: {fields}");
    }
}

#[test]
fn what_cannot_be_shown_as_it_stands_is_not_read() {
    for value in [
        "",
        "%20",
        "a%0Ab",
        "a%09b",
        "a%00",
        "%E2%80%AEa",
        "a%E2%80%8Bb",
        &"x".repeat(1_001),
        &["x".repeat(1_000), "…".to_owned()].concat(),
    ] {
        for name in [ISSUER, AUDIENCE, ALGORITHMS] {
            assert_eq!(read(&format!("{TOKEN}&{name}{value}")), LinkExpectations::default(), "{name}{value}");
        }
    }
    assert_eq!(read(&format!("{TOKEN}&{ISSUER}{}", "x".repeat(1_000))).issuers[0].len(), 1_000);
    let many: String = (0..1_000).map(|n| format!("&{AUDIENCE}{n}&{ALGORITHMS}{n}a,{n}b")).collect();
    let read = read(&format!("{TOKEN}{many}"));
    assert_eq!((read.audiences.len(), read.algorithms.len()), (10, 10));
    // No other field is one of them.
    for field in
        ["expected-issuers=a", "expected-type=a", "Expected-issuer=a", "expected-issuer", "expected%2Dissuer=a"]
    {
        assert_eq!(self::read(&format!("{TOKEN}&{field}")), LinkExpectations::default(), "{field}");
    }
}

#[test]
fn they_bring_no_token_and_are_no_text() {
    let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSIsIm4iOjF9.AAECAw";
    for fields in ["expected-issuer=a", &format!("expected-audience={token}"), "expected-issuer=a&signature=left-out"] {
        assert_eq!(read_fragment(&format!("#{fields}")), None, "{fields}");
    }
    let redirect = format!("access_token={token}&token_type=Bearer&id_token={token}");
    let with = format!("#{redirect}&expected-audience={token}&expected-issuer=https%3A//a.example");
    let arrival = read_fragment(&with).expect("tokens");
    assert_eq!((arrival.text, &*arrival.expectations.issuers), (redirect, &*texts(&["https://a.example"])));
    let bare = read_fragment(&format!("#{token}&expected-issuer=a")).expect("a token");
    assert_eq!((&*bare.text, &*bare.expectations.issuers), (token, &*texts(&["a"])));
}

#[test]
fn a_link_carries_no_token_key_or_secret() {
    let signature = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let token = format!("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.{signature}");
    let github = ["ghp", "_16C7e42F292c6912E7710c838347Ae178B4a"].concat();
    for secret in [
        token.clone(),
        format!("https://a.example/?x={token}"),
        encode(token.as_bytes()),
        signature.to_owned(),
        github.clone(),
        format!("https://a.example/?key={github}"),
        r#"{"kty":"oct","k":"c2VjcmV0"}"#.to_owned(),
        "https://a.example/?access_token=abcdefghijklmnop".to_owned(),
        "https://grace:hopper@a.example/".to_owned(),
        "0f".repeat(32),
        "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRW+/A=".to_owned(),
    ] {
        let typed = LinkExpectations {
            issuers: vec![secret.clone()],
            audiences: vec![secret.clone()],
            algorithms: vec![secret.clone()],
        };
        assert_eq!(typed.shareable(None), LinkExpectations::default(), "{secret}");
    }
    let line = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";
    let (begin, end) = (["-----BEGIN ", "PRIVATE KEY-----"].concat(), ["-----END ", "PRIVATE KEY-----"].concat());
    let pem = expected(&["https://a.example"], &[&begin, line, &end], &[]);
    assert_eq!(pem.shareable(None), expected(&["https://a.example"], &[], &[]));
    let pem_and_more = expected(&[], &[&begin, "c2hvcnQ", &end, "orders"], &[]);
    assert_eq!(pem_and_more.shareable(None), expected(&[], &[], &[]));
    let jwk = expected(&[], &["{", r#""kty": "oct","#, r#""k": "c2VjcmV0""#, "}"], &[]);
    assert_eq!(jwk.shareable(None), expected(&[], &[], &[]));
    let beside = expected(&[], &[&github, "orders", &"x".repeat(2_000)], &["RS256", "two words", "a,b"]);
    assert_eq!(beside.shareable(None), expected(&[], &["orders"], &["RS256"]));
}

#[test]
fn names_of_issuers_and_applications_are_no_secrets() {
    for name in [
        "https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0",
        "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI",
        "https://grace@a.example/",
        "https://a.example:8443/realms/Main",
        "407408718192-a1b2c3d4e5f6g7h8.apps.googleusercontent.com",
        "kbyuFDidLLm280LIwVFiazOqjO3ty8KH",
        "6e74172b-be56-4843-9ff4-e66a39bb12e3",
        "72f988bf86f141af91ab2d7cd011db47",
        "/projects/123456789012/global/backendServices/1234567890123456789",
        "arn:aws:iam::123456789012:role/Orders",
        "urn:zitadel:iam:org:project:id:zitadel:aud",
        "https://kubernetes.default.svc.cluster.local",
        "any text of a reader, with commas & signs",
    ] {
        let typed = expected(&[name], &[name], &[]);
        assert_eq!(typed.shareable(None), typed, "{name}");
    }
}

#[test]
fn what_is_masked_in_the_token_is_in_no_expectation() {
    let text = [
        encode(br#"{"alg":"HS256"}"#),
        encode(br#"{"iss":"https://a.example","aud":["orders","DE"],"sub":"grace-17"}"#),
        encode(b"0123"),
    ]
    .join(".");
    let token = &decode(&text).tokens[0];
    let typed = expected(
        &["https://a.example", "https://other.example"],
        &["orders", "Orders", "https://x.example/orders", "https://x.example/?u=GRACE%2D17", "DE", "billing"],
        &["HS256"],
    );
    let shared = |names: &[&str]| typed.shareable(MaskedValues::of(token, names).as_ref());
    assert_eq!(shared(&[]), typed);
    assert_eq!(shared(&["sub"]).count(), typed.count() - 1);
    assert_eq!(shared(&["iss", "sub"]).issuers, ["https://other.example"]);
    assert_eq!(shared(&["aud", "sub"]).audiences, ["DE", "billing"]);
}
