//! Other rules, other forms of the signature, other inputs, other keys; and where keys are.

use decode::base64url::{decode, encode};
use serde_json::json;
use test_tokens::token_of;
use verify::check::{Sha2, digest};
use verify::{Checker, where_keys_are};

use super::common::{
    CLAIMS, HS256, check, es256, hs256, hs256_over, openssl, public_jwk, segments, unsigned, vector_key,
};
use super::{IdCase, Told, case, of_check, with_secret};

const SECRET: &str = "hunter-2-hunter-2-hunter-2-hunter-2";

fn told(token: &str) -> Told {
    of_check(with_secret(token, SECRET))
}

/// A token with this text, whose signature is over another one.
fn signed(shown: &str, input: &str) -> Told {
    told(&hs256_over(shown, input, SECRET.as_bytes()))
}

/// A token of `HS256` and `CLAIMS` with something done to its signature.
fn with_signature(change: impl Fn(&str) -> String) -> String {
    let token = hs256(HS256, CLAIMS, SECRET.as_bytes());
    let (input, signature) = token.rsplit_once('.').expect("a signature");
    format!("{input}.{}", change(signature))
}

/// The same in the JSON serialization, in which a signature ends where its string does.
fn in_json(change: impl Fn(&str) -> String) -> String {
    let token = with_signature(change);
    let parts: Vec<&str> = token.split('.').collect();
    json!({ "protected": parts[0], "payload": parts[1], "signature": parts[2] }).to_string()
}

/// What OpenSSL signed, with its key.
fn by_openssl(id: &str) -> Told {
    let (token, key) = openssl(id, 0);
    of_check(check(&token, &key))
}

/// The same with the first character of the payload changed.
fn changed(id: &str) -> Told {
    let (token, key) = openssl(id, 0);
    let (header, rest) = token.split_once('.').expect("segments");
    let claims = String::from_utf8(decode(rest.split('.').next().expect("a payload")).bytes).expect("text");
    let signature = rest.split_once('.').expect("a signature").1;
    let other = claims.replace("ann", "bob");
    of_check(check(&format!("{header}.{}.{signature}", encode(other.as_bytes())), &key))
}

fn in_two_alphabets() -> [String; 2] {
    let claims = r#"{"a":"???>>>"}"#;
    let url = segments(HS256, claims);
    let standard = url.replace('-', "+").replace('_', "/");
    assert_ne!(url, standard);
    [url, standard]
}

fn padded(text: &str) -> String {
    text.split('.').map(|part| format!("{part:=<0$}", part.len().div_ceil(4) * 4)).collect::<Vec<_>>().join(".")
}

/// A signature in which both alphabets differ.
fn in_standard_base64(secret: &str) -> Told {
    let tokens = (0..100).map(|at| hs256(HS256, &format!("{{\"n\":{at}}}"), SECRET.as_bytes()));
    let is_meant = |token: &String| token.rsplit('.').next().is_some_and(|signature| signature.contains(['-', '_']));
    let token = tokens.into_iter().find(is_meant).expect("one with such a character");
    let (input, signature) = token.rsplit_once('.').expect("a signature");
    let standard = format!("{input}.{}", signature.replace('-', "+").replace('_', "/"));
    of_check(with_secret(&standard, secret))
}

/// What is told of a token with the signature of its neighbour.
fn mixed_up(beside: &str) -> Told {
    let [one, two] = [r#"{"sub":"ann"}"#, r#"{"sub":"bob"}"#].map(|claims| hs256(HS256, claims, SECRET.as_bytes()));
    let (input, _) = one.rsplit_once('.').expect("a signature");
    let (_, signature) = two.rsplit_once('.').expect("a signature");
    let mixed = token_of(&format!("{input}.{signature}"));
    let ring = verify::key::read(SECRET);
    let other = token_of(&hs256(HS256, beside, SECRET.as_bytes()));
    of_check(Checker::new(&mixed, &ring).beside([&other]).finish().remove(0))
}

fn nonce(shown: &str) -> Told {
    let header = |nonce: &str| format!(r#"{{"typ":"JWT","nonce":"{nonce}","alg":"HS256"}}"#);
    let hash = encode(&digest(Sha2::Sha256, b"n-0S6_WzA2Mj"));
    signed(&segments(&header(shown), CLAIMS), &segments(&header(&hash), CLAIMS))
}

/// A token that names the key "a", with a set in which `named` has that name and `other` the name "b".
fn of_set(named: &str, other: &str) -> Told {
    let token = es256(r#"{"alg":"ES256","kid":"a"}"#, CLAIMS);
    let stranger: serde_json::Value = serde_json::from_str(&openssl("other-curve", 1).1).expect("JSON");
    assert_eq!(stranger["kty"], "EC");
    let keys = json!({ "keys": [public_jwk(named, &[("kid", "a")]), public_jwk(other, &[("kid", "b")])] });
    of_check(check(&token, &keys.to_string()))
}

/// A token that carries the key that it is signed with, where another key was pasted.
fn with_own_key(id: &str) -> Told {
    let header = json!({ "alg": "ES256", "jwk": public_jwk(id, &[]) });
    of_check(check(&es256(&header.to_string(), CLAIMS), &public_jwk("rfc7515-a2-rs256", &[]).to_string()))
}

fn kid_of_set(kid: &str) -> Told {
    let token = unsigned(r#"{"alg":"ES256","kid":"new"}"#, CLAIMS);
    of_check(check(&token, &public_jwk("rfc7515-a3-es256", &[("kid", kid)]).to_string()))
}

fn hint(header: &str, claims: &str) -> Told {
    let token = test_tokens::token_from(header, claims);
    let issuer = inspect::recognise::profile(&token).known_issuer();
    where_keys_are(&token, issuer).map(|hint| hint.id).into_iter().collect()
}

fn hint_of_text(text: &str) -> Told {
    where_keys_are(&token_of(text), None).map(|hint| hint.id).into_iter().collect()
}

fn jwe(header: &str) -> String {
    format!("{}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA", encode(header.as_bytes()))
}

const APPLE_X5C: &str = r#"{"alg":"ES256","x5c":["MIIB","MIIB","MIIB"]}"#;
const APPLE: &str = r#"{"transactionId":"1","originalTransactionId":"1","bundleId":"com.example","productId":"p","purchaseDate":1,"signedDate":1,"environment":"Production","type":"Auto-Renewable Subscription"}"#;
const REFRESH: &str = r#"{"iss":"https://sso.example/realms/r","typ":"Refresh","sub":"u","azp":"c"}"#;

pub const CASES: &[IdCase] = &[
    case("other-hash", || by_openssl("other-hash"), || changed("other-hash")),
    case("pkcs1-for-pss", || by_openssl("pkcs1-for-pss"), || changed("pkcs1-for-pss")),
    case("pss-for-pkcs1", || by_openssl("pss-for-pkcs1"), || changed("pss-for-pkcs1")),
    case("pss-salt-length", || by_openssl("pss-salt-length"), || changed("pss-salt-length")),
    case("other-curve", || by_openssl("other-curve"), || changed("other-curve")),
    case("other-algorithm", || by_openssl("other-algorithm"), || changed("other-algorithm")),
    case("ecdsa-der", || by_openssl("ecdsa-der"), || changed("ecdsa-der")),
    case("ecdsa-swapped", || by_openssl("ecdsa-swapped"), || changed("ecdsa-swapped")),
    case("hashed-twice", || by_openssl("hashed-twice"), || changed("hashed-twice")),
    case("signature-encoded-twice", || by_openssl("signature-encoded-twice"), || changed("signature-encoded-twice")),
    case("pem-as-secret", || by_openssl("pem-as-secret"), || changed("pem-as-secret")),
    // It is as long as it must be.
    case("signature-cut", || by_openssl("signature-cut"), || changed("other-hash")),
    case("signature-length", || changed("signature-too-long"), || changed("ecdsa-swapped")),
    case(
        "signature-hex",
        || {
            told(&with_signature(|signature| {
                encode(inspect::material::digest::hex(&decode(signature).bytes).as_bytes())
            }))
        },
        || told(&with_signature(|signature| encode(signature.as_bytes()))),
    ),
    case(
        "signature-foreign-character",
        || told(&in_json(|signature| format!("{signature}*"))),
        || told(&in_json(|signature| format!("{}*", &signature[1..]))),
    ),
    case(
        "signature-too-long",
        || told(&with_signature(|signature| format!("{signature}-"))),
        || told(&with_signature(|signature| format!("A{signature}"))),
    ),
    case("standard-base64-signature", || in_standard_base64(SECRET), || in_standard_base64("hunter-3")),
    case(
        "padded-input",
        || signed(&segments(HS256, CLAIMS), &padded(&segments(HS256, CLAIMS))),
        || signed(&segments(HS256, CLAIMS), &format!("{}===", segments(HS256, CLAIMS))),
    ),
    case(
        "unpadded-input",
        || signed(&padded(&segments(HS256, CLAIMS)), &segments(HS256, CLAIMS)),
        || signed(&padded(&segments(HS256, CLAIMS)), &padded(&segments(HS256, CLAIMS))),
    ),
    case(
        "standard-base64-input",
        || {
            let [url, standard] = in_two_alphabets();
            signed(&url, &standard)
        },
        || {
            let [url, _] = in_two_alphabets();
            signed(&url, &url.to_uppercase())
        },
    ),
    case(
        "payload-unencoded",
        || signed(&segments(HS256, CLAIMS), &format!("{}.{CLAIMS}", encode(HS256.as_bytes()))),
        || signed(&segments(HS256, CLAIMS), &format!("{}.{CLAIMS}\n", encode(HS256.as_bytes()))),
    ),
    case(
        "segments-unencoded",
        || signed(&segments(HS256, CLAIMS), &format!("{HS256}.{CLAIMS}")),
        || signed(&segments(HS256, CLAIMS), &format!("{HS256}{CLAIMS}")),
    ),
    case("payload-alone", || signed(&segments(HS256, CLAIMS), CLAIMS), || signed(&segments(HS256, CLAIMS), HS256)),
    case(
        "payload-reencoded",
        || signed(&segments(HS256, CLAIMS), &segments(HS256, r#"{"sub": "ann"}"#)),
        // Another value is no other spelling.
        || signed(&segments(HS256, CLAIMS), &segments(HS256, r#"{"sub": "bob"}"#)),
    ),
    case(
        "header-reencoded",
        || signed(&segments(HS256, CLAIMS), &segments(r#"{"alg": "HS256", "typ": "JWT"}"#, CLAIMS)),
        || signed(&segments(HS256, CLAIMS), &segments(r#"{"alg": "HS256", "typ": "jwt"}"#, CLAIMS)),
    ),
    case("entra-nonce", || nonce("n-0S6_WzA2Mj"), || nonce("n-0S6_WzA2Mk")),
    case("other-token-in-paste", || mixed_up(r#"{"sub":"bob"}"#), || mixed_up(r#"{"sub":"eve"}"#)),
    case(
        "other-key-in-set",
        || of_set("rfc8225-7.1-passport", "rfc7515-a3-es256"),
        || of_set("rfc7515-a3-es256", "rfc8225-7.1-passport"),
    ),
    case("token-own-key", || with_own_key("rfc7515-a3-es256"), || with_own_key("rfc8225-7.1-passport")),
    case("kid-not-in-set", || kid_of_set("old"), || kid_of_set("new")),
    case(
        "keys-at",
        || hint(r#"{"alg":"RS256"}"#, r#"{"iss":"https://accounts.google.com","aud":"c","sub":"u"}"#),
        || hint(r#"{"alg":"RS256"}"#, r#"{"iss":"https://accounts.google.example","aud":"c","sub":"u"}"#),
    ),
    case(
        "keys-not-published",
        || hint(r#"{"alg":"HS512"}"#, REFRESH),
        || hint(r#"{"alg":"HS512"}"#, &REFRESH.replace("Refresh", "Bearer")),
    ),
    case(
        "project-secret",
        || hint(HS256, r#"{"iss":"supabase","role":"anon","ref":"abc"}"#),
        || hint(HS256, r#"{"iss":"supabase","role":"admin","ref":"abc"}"#),
    ),
    case(
        "x5c-root",
        || hint(APPLE_X5C, APPLE),
        // Its issuer publishes keys.
        || hint(APPLE_X5C, r#"{"iss":"https://accounts.google.com","aud":"c","sub":"u"}"#),
    ),
    case("x5c-root", || hint(APPLE_X5C, CLAIMS), || hint(r#"{"alg":"ES256","x5c":[]}"#, CLAIMS)),
    case(
        "site-secret-wanted",
        || hint_of_text(&jwe(r#"{"alg":"dir","enc":"A256GCM"}"#)),
        // It says what it holds, which theirs do not.
        || hint_of_text(&jwe(r#"{"alg":"dir","enc":"A256GCM","cty":"JWT"}"#)),
    ),
];

#[test]
fn the_header_of_a_session_of_auth_js_is_told_from_others() {
    for header in [
        r#"{"alg":"dir","enc":"A256GCM"}"#,
        r#"{"alg":"dir","enc":"A256CBC-HS512","kid":"pVsmC3oyNYPMTHPyqvPtEDhn0kTPkjz3GYkBdS4Yfcc"}"#,
    ] {
        assert_eq!(hint_of_text(&jwe(header)), ["site-secret-wanted"], "{header}");
    }
    for header in [
        r#"{"alg":"A256KW","enc":"A256GCM"}"#,
        r#"{"alg":"dir","enc":"A128GCM"}"#,
        r#"{"alg":"dir","enc":"A256GCM","typ":"JWT"}"#,
        r#"{"alg":"dir","enc":"A256GCM","iss":"https://dev.eu.auth0.com/"}"#,
    ] {
        assert_eq!(hint_of_text(&jwe(header)), Told::new(), "{header}");
    }
}

#[test]
fn characters_behind_a_signature_are_told() {
    for more in ["A", "AA", "AAA", "-", "--", "A="] {
        assert_eq!(told(&with_signature(|signature| format!("{signature}{more}"))), ["signature-too-long"], "{more}");
    }
    let (token, key) = openssl("other-hash", 0);
    let longer = of_check(check(
        &format!("{}AAAA", es256(r#"{"alg":"ES256"}"#, CLAIMS)),
        &public_jwk("rfc7515-a3-es256", &[]).to_string(),
    ));
    assert_eq!(longer, ["signature-too-long"]);
    assert!(!of_check(check(&format!("{token}AAAA"), &key)).contains(&"signature-too-long"));
}

#[test]
fn the_length_of_the_salt_is_told() {
    let told = |number| {
        let (token, key) = openssl("pss-salt-length", number);
        check(&token, &key).explanations[0].message.clone()
    };
    for (number, salt) in ["a salt of 32 bytes", "a salt of 222 bytes", "no salt"].into_iter().enumerate() {
        let told = told(number);
        assert!(told.starts_with(&format!("It fits by PSS with {salt}. ")), "{told}");
    }
}

#[test]
fn keys_are_only_taken_for_what_they_are() {
    // A secret in the token's own `jwk` is none that anyone keeps.
    let header = json!({ "alg": "HS256", "jwk": { "kty": "oct", "k": encode(SECRET.as_bytes()) } }).to_string();
    let told = of_check(check(&hs256(&header, CLAIMS, SECRET.as_bytes()), "another secret, long enough for HS256"));
    assert!(!told.contains(&"token-own-key"), "{told:?}");
    assert_eq!(vector_key("rfc7515-a3-es256")["kty"], "EC");
}
