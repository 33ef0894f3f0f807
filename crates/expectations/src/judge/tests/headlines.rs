//! The sentence of encrypted tokens, and those where nothing is known that every service refuses.

use expect_test::expect;
use test_tokens::{NOW, encode, token_from, token_of};

use super::token::{CLAIMS, HEADER, told_of};
use super::{KnownSignature, judge};
use crate::json;

#[test]
fn encrypted_tokens_under_expectations() {
    let text = |header: &str| format!("{}..{}.AAAA.{}", encode(header), encode([0; 12]), encode([0; 16]));
    let whole = text(r#"{"alg":"dir","enc":"A256GCM"}"#);
    let mut all = String::new();
    for (name, token) in [
        ("whole", token_of(&whole)),
        ("cut", token_of(&format!("{}.AAAA", whole.split('.').next().unwrap_or_default()))),
    ] {
        for expectations in [
            "{}",
            r#"{"issuer":"a"}"#,
            r#"{"algorithms":["RS256"]}"#,
            r#"{"algorithms":["dir"]}"#,
            r#"{"signature":true}"#,
            r#"{"signature":true,"type":"JWT"}"#,
        ] {
            let told = told_of(&token, expectations, KnownSignature::NotChecked);
            all.push_str(&format!("{name} {expectations}: {told}"));
        }
    }
    expect![[r#"
        whole {}: It is encrypted, so its claims could not be checked. A service that expects a signed token would refuse it.
            not-checked: It is encrypted: only whoever has the key can say what is inside.
        whole {"issuer":"a"}: It is encrypted, so its claims could not be checked. A service that expects a signed token would refuse it.
            not-checked: It is encrypted: only whoever has the key can say what is inside.
        whole {"algorithms":["RS256"]}: A service that expects a signed token would refuse it: it is encrypted.
            not-met: It is encrypted, so a service that expects a signed token cannot read it. One that decrypts it may find a signed token inside.
        whole {"algorithms":["dir"]}: Nothing that was checked would make a service refuse it.
        whole {"signature":true}: A service that expects a signed token would refuse it: it is encrypted.
            not-met: It is encrypted, so a service that expects a signed token cannot read it. One that decrypts it may find a signed token inside.
        whole {"signature":true,"type":"JWT"}: A service that expects a signed token would refuse it: it is encrypted.
            not-met: It is encrypted, so a service that expects a signed token cannot read it. One that decrypts it may find a signed token inside.
        cut {}: A service that expects this would refuse it: it is cut off.
            not-met: As pasted, it is cut off. Copy the whole token.
        cut {"issuer":"a"}: A service that expects this would refuse it: it is cut off.
            not-met: As pasted, it is cut off. Copy the whole token.
        cut {"algorithms":["RS256"]}: A service that expects this would refuse it: it is cut off.
            not-met: As pasted, it is cut off. Copy the whole token.
        cut {"algorithms":["dir"]}: A service that expects this would refuse it: it is cut off.
            not-met: As pasted, it is cut off. Copy the whole token.
        cut {"signature":true}: A service that expects this would refuse it: it is cut off.
            not-met: As pasted, it is cut off. Copy the whole token.
        cut {"signature":true,"type":"JWT"}: A service that expects this would refuse it: it is cut off.
            not-met: As pasted, it is cut off. Copy the whole token.
    "#]].assert_eq(&all);
}

#[test]
fn cautions_and_what_was_not_checked() {
    let of = |claims: &str, expectations: &str, signature| {
        let answer =
            judge(&token_from(HEADER, claims), &json::read(expectations).expect("expectations"), signature, NOW);
        answer.sentence
    };
    let unknown = KnownSignature::NotChecked;
    let mut all = String::new();
    for (claims, expectations, signature) in [
        (CLAIMS, r#"{"issuer":"a"}"#, unknown),
        (CLAIMS, r#"{"issuer":"a","signature":true}"#, unknown),
        (CLAIMS, r#"{"issuer":"<tenant>"}"#, unknown),
        (CLAIMS, "{}", KnownSignature::DoesNotFit),
        (r#"{"exp":1700003600,"iat":1700000090}"#, "{}", unknown),
        (r#"{"exp":1700003600,"iat":1700000090}"#, r#"{"leeway":90}"#, unknown),
        (r#"{"exp":1700003600,"iat":"x"}"#, "{}", unknown),
        (r#"{"iss":"x","iss":"a"}"#, r#"{"issuer":"a"}"#, unknown),
        (r#"{"iss":"a","iss":"x"}"#, r#"{"issuer":"a"}"#, unknown),
        (r#"{"iss":"x","iss":"a","iat":1700000090}"#, r#"{"issuer":"a","audience":"b"}"#, unknown),
        (r#"{"exp":1,"exp":1700003600,"iat":1700000090,"sub":7}"#, r#"{"required":["sub"]}"#, unknown),
        (r#"{"sub":null}"#, r#"{"required":["sub"]}"#, unknown),
    ] {
        all.push_str(&format!("{claims} {expectations}\n  {}\n", of(claims, expectations, signature)));
    }
    expect![[r#"
        {"iss":"a","exp":1700003600} {"issuer":"a"}
          Nothing here would make a service refuse it.
        {"iss":"a","exp":1700003600} {"issuer":"a","signature":true}
          Nothing here would make a service refuse it.
        {"iss":"a","exp":1700003600} {"issuer":"<tenant>"}
          Nothing that was checked would make a service refuse it.
        {"iss":"a","exp":1700003600} {}
          Some services would refuse it: its signature fits none of the keys that were tried.
        {"exp":1700003600,"iat":1700000090} {}
          Some services would refuse it: `iat` lies in the future.
        {"exp":1700003600,"iat":1700000090} {"leeway":90}
          Nothing here would make a service refuse it.
        {"exp":1700003600,"iat":"x"} {}
          Some services would refuse it: `iat` is not a number.
        {"iss":"x","iss":"a"} {"issuer":"a"}
          Some services would refuse it: `iss` stands in it several times.
        {"iss":"a","iss":"x"} {"issuer":"a"}
          A service that expects this would refuse it: the issuer differs.
        {"iss":"x","iss":"a","iat":1700000090} {"issuer":"a","audience":"b"}
          A service that expects this would refuse it: the audience is missing.
        {"exp":1,"exp":1700003600,"iat":1700000090,"sub":7} {"required":["sub"]}
          Some services would refuse it: `exp` stands in it several times; `iat` lies in the future; `sub` is not a string.
        {"sub":null} {"required":["sub"]}
          Some services would refuse it: `sub` is `null`.
    "#]].assert_eq(&all);
}

#[test]
fn what_is_told_beside_the_sentence_is_not_told_twice() {
    let unsigned = token_of(&format!("{}.{}.", encode(HEADER), encode(CLAIMS)));
    let masked = token_of(&format!("{}.{}.[REDACTED]", encode(HEADER), encode(CLAIMS)));
    let none = token_of(&format!("{}.{}.", encode(r#"{"alg":"none"}"#), encode(CLAIMS)));
    let listed = token_from(r#"{"alg":"RS256","crit":["x"],"x":1}"#, CLAIMS);
    let first = |token, expectations, signature| {
        let answer = judge(token, &json::read(expectations).expect("expectations"), signature, NOW);
        // Any value will do for what is open; nobody knows what was revoked.
        let kept =
            |sentence: &&String| !["Any value", "A token does", "What only"].iter().any(|it| sentence.starts_with(it));
        answer.not_checked.iter().filter(kept).cloned().collect::<Vec<_>>()
    };
    let unknown = KnownSignature::NotChecked;
    let left_out = "The signature was not checked. Whoever shared it left its signature out.";
    assert_eq!(first(&unsigned, "{}", KnownSignature::LeftOut), [left_out]);
    assert_eq!(first(&unsigned, r#"{"signature":true}"#, KnownSignature::LeftOut), [left_out]);
    for known in [unknown, KnownSignature::Unsigned] {
        assert_eq!(first(&unsigned, "{}", known), [""; 0], "the line says it");
        assert_eq!(first(&none, "{}", known), [""; 0], "the line says it");
        let expected = "It is not signed, but you do not expect that it is.";
        assert_eq!(first(&none, r#"{"algorithms":["none"]}"#, known), [expected]);
    }
    assert_eq!(first(&masked, "{}", unknown), ["Its signature is masked here."]);
    let crit = "`crit` in the header lists `x`: a service that does not know it must refuse the token (RFC 7515 section 4.1.11).";
    assert_eq!(first(&listed, "{}", unknown), [crit, "The signature was not checked. No key was given."]);
}
