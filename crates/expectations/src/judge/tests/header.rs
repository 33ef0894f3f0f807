//! Algorithm, type and signature.

use expect_test::expect;
use test_tokens::{encode, token_from, token_of};

use super::line_of;
use crate::KnownSignature;

const GENERAL: &str = r#"{"payload":"e30","signatures":[{"protected":"eyJhbGciOiJIUzI1NiJ9","signature":"AA"},{"protected":"eyJhbGciOiJSUzI1NiJ9","signature":"AA"}]}"#;

fn encrypted() -> String {
    format!("{}..AAAA.AAAA.AAAA", encode(r#"{"alg":"dir","enc":"A256GCM"}"#))
}

/// Each header, for one thing that is expected.
fn table(expectations: &str, headers: &[&str]) -> String {
    let mut told = format!("{expectations}\n");
    for header in headers {
        let line = line_of(&token_from(header, r#"{"sub":"u1"}"#), expectations, KnownSignature::NotChecked);
        told.push_str(&format!("  {header}\n    {line}\n"));
    }
    told
}

/// Tokens of other forms.
fn forms(expectations: &str, signature: KnownSignature) -> String {
    let mut told = format!("{expectations} {signature:?}\n");
    let signed = format!("{}.{}", encode(r#"{"alg":"RS256"}"#), encode(r#"{"sub":"u1"}"#));
    for (name, text) in [
        ("signed", format!("{signed}.AAAA")),
        ("without its signature", format!("{signed}.")),
        ("none", format!("{}.{}.", encode(r#"{"alg":"none"}"#), encode(r#"{"sub":"u1"}"#))),
        ("encrypted", encrypted()),
        ("several signatures", GENERAL.to_owned()),
        ("claims alone", encode(r#"{"sub":"u1","iss":"a"}"#)),
        ("header alone", encode(r#"{"alg":"RS256","typ":"JWT"}"#)),
    ] {
        told.push_str(&format!("  {name}\n    {}\n", line_of(&token_of(&text), expectations, signature)));
    }
    told
}

#[test]
fn algorithms() {
    let told = [
        table(
            r#"{"algorithms":["RS256"]}"#,
            &[
                r#"{"alg":"RS256"}"#,
                r#"{"alg":"rs256"}"#,
                r#"{"alg":"HS256"}"#,
                r#"{"alg":"ES256"}"#,
                r#"{"alg":"none"}"#,
                r#"{"alg":7}"#,
                r#"{"typ":"JWT"}"#,
            ],
        ),
        table(r#"{"algorithms":["RS256","ES256"]}"#, &[r#"{"alg":"ES256"}"#, r#"{"alg":"PS256"}"#]),
        table(r#"{"algorithms":["EdDSA"]}"#, &[r#"{"alg":"EdDSA"}"#, r#"{"alg":"Ed25519"}"#]),
        table(r#"{"algorithms":["Ed25519"]}"#, &[r#"{"alg":"EdDSA"}"#, r#"{"alg":"Ed448"}"#]),
        table(r#"{"algorithms":["none"]}"#, &[r#"{"alg":"none"}"#, r#"{"alg":"RS256"}"#]),
        forms(r#"{"algorithms":["RS256"]}"#, KnownSignature::NotChecked),
        forms(r#"{"algorithms":["dir"]}"#, KnownSignature::NotChecked),
        forms(r#"{"algorithms":["RS256","HS256"]}"#, KnownSignature::NotChecked),
    ];
    expect![[r#""#]].assert_eq(&told.join("\n"));
}

#[test]
fn types() {
    let told = [
        table(
            r#"{"type":"at+jwt"}"#,
            &[
                r#"{"alg":"RS256","typ":"at+jwt"}"#,
                r#"{"alg":"RS256","typ":"application/at+jwt"}"#,
                r#"{"alg":"RS256","typ":"AT+JWT"}"#,
                r#"{"alg":"RS256","typ":"JWT"}"#,
                r#"{"alg":"RS256","typ":1}"#,
                r#"{"alg":"RS256"}"#,
            ],
        ),
        table(
            r#"{"type":["application/at+jwt","JWT"]}"#,
            &[
                r#"{"alg":"RS256","typ":"at+jwt"}"#,
                r#"{"alg":"RS256","typ":"jwt"}"#,
                r#"{"alg":"RS256","typ":"text/at+jwt"}"#,
            ],
        ),
        forms(r#"{"type":"JWT"}"#, KnownSignature::NotChecked),
    ];
    expect![[r#""#]].assert_eq(&told.join("\n"));
}

#[test]
fn signatures() {
    let told = [
        KnownSignature::NotChecked,
        KnownSignature::FitsPastedKey,
        KnownSignature::FitsOtherKey,
        KnownSignature::DoesNotFit,
        KnownSignature::CannotBeChecked,
        KnownSignature::Unsigned,
    ]
    .map(|known| forms(r#"{"signature":true}"#, known));
    expect![[r#""#]].assert_eq(&told.join("\n"));
}

#[test]
fn claims_of_other_forms() {
    let told = [forms(r#"{"issuer":"a"}"#, KnownSignature::NotChecked), forms("{}", KnownSignature::NotChecked)];
    expect![[r#""#]].assert_eq(&told.join("\n"));
}
