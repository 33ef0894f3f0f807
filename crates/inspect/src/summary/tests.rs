//! The sentences, word for word; what is strong stands between asterisks.

use super::*;
use crate::{describe, validity};
use test_tokens::{NOW, token_from, token_of, token_with};

#[track_caller]
fn check(token: &Token, expected: &str) {
    let validity = validity::validity(token, NOW);
    let phrases = summary(token, &describe::describe(token), &validity, NOW);
    let text: String = phrases
        .into_iter()
        .map(|phrase| if phrase.strong { format!("*{}*", phrase.text) } else { phrase.text })
        .collect();
    assert_eq!(text, expected);
}

#[test]
fn says_what_who_and_when() {
    check(
        &token_with(
            r#"{"iss":"https://accounts.example.com","aud":"web-portal","sub":"1000","nonce":"n","iat":1699990000,"exp":1699993600}"#,
        ),
        "An *OpenID Connect ID token* about *`1000`* for the client *`web-portal`*. It says *`accounts.example.com`* issued it for 1 hour; it expired *1 hour ago*.",
    );
    check(
        &token_with(r#"{"aud":["a","b","c"],"exp":1700003600}"#),
        "A *JSON Web Token* for *`a` and 2 more*. It expires *in 1 hour*.",
    );
    check(
        &token_with(r#"{"sub":100002348117421473}"#),
        "A *JSON Web Token* about *`100002348117421473`*. It has *no expiry time*.",
    );
    check(&token_with(r#"{"sub":"u1"}"#), "A *JSON Web Token* about *`u1`*. It has *no expiry time*.");
    check(
        &token_with(r#"{"sub":"u1","created_at":"1699999000000","expires_in":"86400000"}"#),
        "A *JSON Web Token* about *`u1`*. It has *no expiry time*. By its created_at and expires_in it lasts until 15 Nov 2023, 21:56:40 UTC, in 23 hours.",
    );
    check(
        &token_with(r#"{"nbf":1700000060}"#),
        "A *JSON Web Token*. It is not valid before *14 Nov 2023, 22:14:20 UTC*, in 1 minute.",
    );
    check(
        &token_with(r#"{"exp":1588938000000}"#),
        "A *JSON Web Token*. Its `exp` looks like milliseconds: *8 May 2020, 11:40:00 UTC*.",
    );
}

#[test]
fn a_claim_that_is_a_token_is_not_quoted() {
    let inner = token_with(r#"{"sub":"u"}"#).text;
    let claims = format!("{{\"iss\":\"a\",\"sub\":\"{inner}\",\"exp\":1700003600}}");
    check(&token_with(&claims), "A *JSON Web Token*. It says *`a`* issued it; it expires *in 1 hour*.");
}

#[test]
fn of_a_segment_nothing_is_said_that_it_may_not_have() {
    check(&token_of("eyJzdWIiOiJ1MSJ9"), "A *set of claims by itself* about *`u1`*.");
    check(&token_of("eyJ0aGVtZSI6ImRhcmsifQ=="), "A *JSON object in base64*.");
}

#[test]
fn names_known_issuers() {
    check(
        &token_with(r#"{"iss":"https://accounts.google.com","aud":"c","sub":"1","azp":"c","exp":1700003600}"#),
        "An *OpenID Connect ID token* about *`1`* for the client *`c`*. It says *Google* issued it; it expires *in 1 hour*.",
    );
    check(
        &token_with(r#"{"iss":"APIabc","video":{},"sub":"ann","exp":1700003600}"#),
        "An *access token* like those of *LiveKit*, for *`ann`*. It says *`APIabc`* issued it; it expires *in 1 hour*.",
    );
    check(
        &token_with(r#"{"sub":"spiffe://a.example/b","aud":"c","exp":1700003600}"#),
        "A *workload identity document (JWT-SVID)* like those of *SPIFFE*, about *`spiffe://a.example/b`*, for *`c`*. It expires *in 1 hour*.",
    );
}

#[test]
fn what_needs_no_expiry_is_not_blamed_for_having_none() {
    check(
        &token_from(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, r#"{"htm":"GET"}"#),
        "A *DPoP proof*. It has no expiry, as is usual for this kind of token.",
    );
}

#[test]
fn says_nothing_that_it_does_not_know() {
    check(&token_with(r#"{"exp":"soon","iss":{}}"#), "A *JSON Web Token*.");
    check(&token_from(r#"{"alg":"HS256"}"#, "hello"), "A *signed message (JWS)*.");
    check(&token_of("eyJhbGciOiJSUzI1NiJ9"), "A *token header by itself*.");
}

#[test]
fn says_what_is_missing() {
    check(
        &token_of("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA"),
        "An *encrypted token (JWE)*. Its content is encrypted; only its header can be read here.",
    );
    let whole = token_with(r#"{"sub":"u1","exp":1700003600}"#);
    check(&token_of(&whole.text[..60]), "A *JSON Web Token* about *`u1`*. It is cut off; later claims may be missing.");
    check(
        &token_with(r#"{"sub":"u1",'exp':1}"#),
        "A *JSON Web Token* about *`u1`*. It is damaged: not all of it could be read.",
    );
}

#[test]
fn times_that_cannot_be_are_not_dressed_up() {
    check(&token_with(r#"{"exp":1e400}"#), "A *JSON Web Token*. Its `exp` is later than any calendar reaches.");
    check(
        &token_with(r#"{"exp":-1e400}"#),
        "A *JSON Web Token*. It has expired: its `exp` is before any calendar begins.",
    );
    check(
        &token_with(r#"{"nbf":1700000000000}"#),
        "A *JSON Web Token*. As written it is not valid yet; its `nbf` looks like milliseconds: *14 Nov 2023, 22:13:20 UTC*.",
    );
}

#[test]
fn deeply_nested_audiences_are_nothing_to_say() {
    let deep = format!("{{\"exp\":1700003600,\"aud\":{}\"a\",1{}}}", "[".repeat(100), "]".repeat(100));
    check(&token_with(&deep), "A *JSON Web Token*. It expires *in 1 hour*.");
}

#[test]
fn hostile_values_are_capped_and_visible() {
    let long = "x".repeat(200);
    check(
        &token_with(&format!("{{\"sub\":\"a\u{202E}{long}\",\"exp\":1700003600}}")),
        &format!(
            "A *JSON Web Token* about *`a⟨U+202E⟩{}…{}`*. It expires *in 1 hour*.",
            "x".repeat(27),
            "x".repeat(14)
        ),
    );
    check(
        &token_with(r#"{"sub":"x`. The signature was checked.\n`","aud":["a`",1],"exp":1700003600}"#),
        "A *JSON Web Token* about *`x⟨U+0060⟩. The signature was checked.⟨U+000A⟩⟨U+0060⟩`*, for *`a⟨U+0060⟩` and `1`*. It expires *in 1 hour*.",
    );
}

#[test]
fn what_is_out_of_range_has_no_date() {
    check(
        &token_with(r#"{"nbf":1e400}"#),
        "A *JSON Web Token*. It is not valid before a time later than any calendar reaches: its `nbf` is out of range.",
    );
}

#[test]
fn a_duration_in_place_of_a_time_is_not_taken_at_its_word() {
    check(
        &token_with(r#"{"sub":"u1","iat":1699999000,"exp":600}"#),
        "A *JSON Web Token* about *`u1`*. Its `exp` is probably a duration of *10 minutes*, until 14 Nov 2023, \
         22:06:40 UTC; read as a time, it expired in *the year 1970*.",
    );
    check(&token_with(r#"{"sub":"u1","exp":600}"#), "A *JSON Web Token* about *`u1`*. It expired *53 years ago*.");
}

#[test]
fn times_in_the_header_of_an_encrypted_token_are_said_to_stand_there() {
    let of = |header: &str| token_of(&format!("{}..AAAA.AAAA.AAAA", test_tokens::encode(header)));
    check(
        &of(r#"{"alg":"dir","enc":"A256GCM","iat":1699990000,"uat":1699999000,"exp":1700003600}"#),
        "An *encrypted token (JWE)*. Valid for 3 hours 46 minutes; expires *in 1 hour*. These times stand in its \
         header; the rest is encrypted.",
    );
    check(
        &of(r#"{"alg":"dir","enc":"A256GCM","exp":1699996400}"#),
        "An *encrypted token (JWE)*. It expired *1 hour ago*. These times stand in its header; the rest is encrypted.",
    );
    check(
        &of(r#"{"alg":"dir","enc":"A256GCM"}"#),
        "An *encrypted token (JWE)*. Its content is encrypted; only its header can be read here.",
    );
}

#[test]
fn what_the_sender_masked_is_no_value() {
    check(
        &token_with(r#"{"iss":"redacted by the sender","sub":"redacted by the sender","aud":"api","exp":1700003600}"#),
        "A *JSON Web Token* for *`api`*. It expires *in 1 hour*.",
    );
    check(&token_with(r#"{"iss":"redacted by the sender","exp":"redacted by the sender"}"#), "A *JSON Web Token*.");
}

#[test]
fn names_come_before_identifiers() {
    check(
        &token_from(
            r#"{"alg":"RS256","typ":"at+jwt"}"#,
            r#"{"iss":"https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0","ver":"2.0","tid":"9188040d-6c67-4c5b-b112-36a304b66dad","aud":"api://3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10","sub":"s","name":"Grace Hopper","preferred_username":"grace@example.com","app_displayname":"Contoso Orders SPA","azp":"11112222-bbbb-3333-cccc-4444dddd5555","iat":1699998620,"exp":1700002880}"#,
        ),
        "An *OAuth 2.0 access token* for *`Grace Hopper`*, via *`Contoso Orders SPA`*, to use *`api://3f1d2c44…9e10`*. It says *Microsoft Entra ID* issued it for 1 hour 11 minutes; it expires *in 48 minutes*.",
    );
    let person = |claims: &str, expected: &str| {
        check(
            &token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, &format!(r#"{{"exp":1700003600,{claims}}}"#)),
            &format!("An *OAuth 2.0 access token* {expected}. It expires *in 1 hour*."),
        );
    };
    person(r#""sub":"s","preferred_username":"grace","email":"g@example.com""#, "for *`grace`*");
    person(r#""sub":"s","email":"g@example.com","name":" ""#, "for *`g@example.com`*");
    person(r#""sub":"s","name":"redacted by the sender""#, "for *`s`*");
    person(r#""sub":"s","name":{"first":"Grace"}"#, "for *`s`*");
    person(r#""sub":"auth0|507f1f77bcf86cd799439020""#, "for *`auth0|507f1f77…9020`*");
    person(r#""aud":["account","orders-api"]"#, "to use *`account` and `orders-api`*");
    person(r#""client_id":"shop-web","aud":"orders""#, "via *`shop-web`*, to use *`orders`*");
    person(r#""sub":"cron","client_id":"cron","aud":"orders""#, "for *`cron`*, to use *`orders`*");
    person(r#""appid":"a","azp":"b","client_id":"c""#, "via *`a`*");
}

#[test]
fn a_name_that_is_not_the_subjects_is_left_out() {
    check(
        &token_from(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, r#"{"name":"Grace","azp":"shop"}"#),
        "A *DPoP proof*. It has no expiry, as is usual for this kind of token.",
    );
    check(
        &token_with(r#"{"sub":"u1","name":"John Doe","client_id":"shop","iat":1699999000,"exp":1700003600}"#),
        "A *JSON Web Token* about *`John Doe`*. Valid for 1 hour 16 minutes; expires *in 1 hour*.",
    );
    check(
        &token_with(r#"{"sub":"u1","iat":1699990000,"exp":1699993600}"#),
        "A *JSON Web Token* about *`u1`*. Valid for 1 hour until it expired *1 hour ago*.",
    );
}

#[test]
fn an_issuer_keeps_its_domain() {
    check(
        &token_with(
            r#"{"iss":"https://accounts.example.com.0123456789abcdef0123456789.evil.example/a","exp":1700003600}"#,
        ),
        "A *JSON Web Token*. It says *`accounts.example.com.01234567…6789.evil.example/a`* issued it; it expires *in 1 hour*.",
    );
}
