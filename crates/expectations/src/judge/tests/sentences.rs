//! The sentence over all lines, and what was not checked.

use expect_test::expect;
use test_tokens::{NOW, token_from, token_of, token_with};

use super::{KnownSignature, Token, judge};
use crate::json;

fn told(token: &Token, expectations: &str, signature: KnownSignature) -> String {
    let answer = judge(token, &json::read(expectations).expect("expectations"), signature, NOW);
    let not_checked: String = answer.not_checked.iter().map(|sentence| format!("  {sentence}\n")).collect();
    format!("{expectations} {}\n  {}\n{not_checked}", answer.verdict.id(), answer.sentence)
}

#[test]
fn says_what_a_service_would_refuse() {
    let expected = r#"{"issuer":"a","audience":"b","algorithms":["HS256"],"claims":{"tid":"t"},"required":["sub","jti"],"scopes":["x"],"longestLifetime":60,"signature":true}"#;
    let mut sentences = String::new();
    for (claims, signature) in [
        (
            r#"{"iss":"a","aud":"b","tid":"t","sub":"s","jti":"j","scope":"x","iat":1700000000,"exp":1700000060}"#,
            KnownSignature::FitsPastedKey,
        ),
        (
            r#"{"iss":"a","aud":"c","tid":"t","sub":"s","jti":"j","scope":"x","iat":1700000000,"exp":1700000060}"#,
            KnownSignature::FitsPastedKey,
        ),
        (
            r#"{"iss":"a","aud":"c","tid":"t","sub":"s","jti":"j","scope":"x","iat":1600000000,"exp":1600000060}"#,
            KnownSignature::NotChecked,
        ),
        (
            r#"{"iss":"x","aud":"c","tid":"u","sub":"s","scope":"y","iat":1600000000,"exp":1600000061}"#,
            KnownSignature::DoesNotFit,
        ),
        (r#"{"nbf":1700000001}"#, KnownSignature::Unsigned),
    ] {
        let answer = judge(&token_with(claims), &json::read(expected).expect("expectations"), signature, NOW);
        sentences.push_str(&format!("{claims}\n  {}\n", answer.sentence));
    }
    let several = told(
        &token_from(r#"{"alg":"HS256"}"#, "{}"),
        r#"{"algorithms":["RS256","ES256"],"type":"JWT","scopes":["a","b"],"required":["c","d","e","f","g"]}"#,
        KnownSignature::NotChecked,
    );
    expect![[r#"
        {"iss":"a","aud":"b","tid":"t","sub":"s","jti":"j","scope":"x","iat":1700000000,"exp":1700000060}
          Nothing here would make a service refuse it.
        {"iss":"a","aud":"c","tid":"t","sub":"s","jti":"j","scope":"x","iat":1700000000,"exp":1700000060}
          A service that expects this would refuse it: the audience differs.
        {"iss":"a","aud":"c","tid":"t","sub":"s","jti":"j","scope":"x","iat":1600000000,"exp":1600000060}
          A service that expects this would refuse it: it has expired, and the audience differs.
        {"iss":"x","aud":"c","tid":"u","sub":"s","scope":"y","iat":1600000000,"exp":1600000061}
          A service that expects this would refuse it: it has expired; the issuer, the audience and `tid` differ; `jti` and the scope `x` are missing; it lives too long; the signature does not fit.
        {"nbf":1700000001}
          A service that expects this would refuse it: it is not valid yet; the issuer, the audience, `tid`, `sub` and 2 more are missing; its lifetime has no end; it is not signed.
        {"algorithms":["RS256","ES256"],"type":"JWT","scopes":["a","b"],"required":["c","d","e","f","g"]} would-refuse
          A service that expects this would refuse it: the type, `c`, `d`, `e` and 3 more are missing, and the algorithm is not one of these.
          Any value will do here for the issuer and the audience.
          The signature was not checked. No key was given.
          A token does not say whether it was revoked.
          What only the service knows, such as whether the account still exists, is not checked here.
    "#]].assert_eq(&(sentences + &several));
}

#[test]
fn says_what_was_not_checked() {
    let token = token_with(r#"{"iss":"https://a/1","aud":"b","tid":"t","exp":1700003600}"#);
    let encrypted = token_of(&format!("{}..AAAA.AAAA.AAAA", test_tokens::encode(r#"{"alg":"dir","enc":"A256GCM"}"#)));
    let all = r#"{"issuer":"https://a/1","audience":"b","algorithms":["HS256"],"signature":true}"#;
    let without_signature = r#"{"issuer":"https://a/1","audience":"b","algorithms":["HS256"]}"#;
    let told = [
        told(&token, "{}", KnownSignature::NotChecked),
        told(&token, all, KnownSignature::NotChecked),
        told(&token, all, KnownSignature::FitsPastedKey),
        told(&token, all, KnownSignature::FitsOtherKey),
        told(&token, without_signature, KnownSignature::FitsPastedKey),
        told(&token, without_signature, KnownSignature::DoesNotFit),
        told(&token, without_signature, KnownSignature::Unsigned),
        told(&token, r#"{"issuer":"https://a/<tenant>","claims":{"tid":"<tenant>"}}"#, KnownSignature::FitsPastedKey),
        told(&encrypted, all, KnownSignature::NotChecked),
    ];
    expect![[r#"
        {} nothing-against
          Nothing here would make a service refuse it.
          Any value will do here for the issuer, the audience and the algorithm.
          The signature was not checked. No key was given.
          A token does not say whether it was revoked.
          What only the service knows, such as whether the account still exists, is not checked here.

        {"issuer":"https://a/1","audience":"b","algorithms":["HS256"],"signature":true} nothing-against
          Nothing here would make a service refuse it.
          The signature was not checked. No key was given.
          A token does not say whether it was revoked.
          What only the service knows, such as whether the account still exists, is not checked here.

        {"issuer":"https://a/1","audience":"b","algorithms":["HS256"],"signature":true} nothing-against
          Nothing here would make a service refuse it.
          A token does not say whether it was revoked.
          What only the service knows, such as whether the account still exists, is not checked here.

        {"issuer":"https://a/1","audience":"b","algorithms":["HS256"],"signature":true} nothing-against
          Nothing here would make a service refuse it.
          The signature was not checked. It fits a key that stands in the token or is published, which does not tell who signed. Give the key of the service.
          A token does not say whether it was revoked.
          What only the service knows, such as whether the account still exists, is not checked here.

        {"issuer":"https://a/1","audience":"b","algorithms":["HS256"]} nothing-against
          Nothing here would make a service refuse it.
          A token does not say whether it was revoked.
          What only the service knows, such as whether the account still exists, is not checked here.

        {"issuer":"https://a/1","audience":"b","algorithms":["HS256"]} nothing-against
          Some services would refuse it: its signature fits none of the keys that were tried.
          The signature fits none of the keys that were tried, but you do not expect that it does.
          A token does not say whether it was revoked.
          What only the service knows, such as whether the account still exists, is not checked here.

        {"issuer":"https://a/1","audience":"b","algorithms":["HS256"]} nothing-against
          Nothing here would make a service refuse it.
          It is not signed, but you do not expect that it is.
          A token does not say whether it was revoked.
          What only the service knows, such as whether the account still exists, is not checked here.

        {"issuer":"https://a/<tenant>","claims":{"tid":"<tenant>"}} nothing-against
          Nothing that was checked would make a service refuse it.
          The issuer and `tid` were not checked: their lines say why.
          Any value will do here for the audience and the algorithm.
          A token does not say whether it was revoked.
          What only the service knows, such as whether the account still exists, is not checked here.

        {"issuer":"https://a/1","audience":"b","algorithms":["HS256"],"signature":true} would-refuse
          A service that expects a signed token would refuse it: it is encrypted.
          The issuer, the audience, the algorithm and the time were not checked: their lines say why.
          The signature was not checked. It is encrypted. A signature would be inside.
          A token does not say whether it was revoked.
          What only the service knows, such as whether the account still exists, is not checked here.
    "#]].assert_eq(&told.join("\n"));
}
