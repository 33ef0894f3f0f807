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
    expect![[r#"
        {"algorithms":["RS256"]}
          {"alg":"RS256"}
            met: - [`RS256`]
          {"alg":"rs256"}
            not-met: The token says `rs256`. It differs only in upper and lower case. [`rs256`]
          {"alg":"HS256"}
            not-met: The token says `HS256`, not `RS256`. That is checked with a shared secret, and what you expect with a public key. [`HS256`]
          {"alg":"ES256"}
            not-met: The token says `ES256`, not `RS256`. [`ES256`]
          {"alg":"none"}
            not-met: The token says `none`, not `RS256`. `none` means that nobody signed it. [`none`]
          {"alg":7}
            not-met: `alg` is a number, not a string.
          {"typ":"JWT"}
            not-met: The header has no `alg`. [no `alg`]

        {"algorithms":["RS256","ES256"]}
          {"alg":"ES256"}
            met: - [`ES256`]
          {"alg":"PS256"}
            not-met: The token says `PS256`, which is none of the 2 expected. [`PS256`]

        {"algorithms":["EdDSA"]}
          {"alg":"EdDSA"}
            met: - [`EdDSA`]
          {"alg":"Ed25519"}
            not-met: The token says `Ed25519`, not `EdDSA`. RFC 9864 gives `EdDSA` the names `Ed25519` and `Ed448`. [`Ed25519`]

        {"algorithms":["Ed25519"]}
          {"alg":"EdDSA"}
            not-met: The token says `EdDSA`, not `Ed25519`. RFC 9864 gives `EdDSA` the names `Ed25519` and `Ed448`. [`EdDSA`]
          {"alg":"Ed448"}
            not-met: The token says `Ed448`, not `Ed25519`. [`Ed448`]

        {"algorithms":["none"]}
          {"alg":"none"}
            met: `none` means that nobody signed it: a service that takes it takes what anyone writes. [`none`]
          {"alg":"RS256"}
            not-met: The token says `RS256`, not `none`. [`RS256`]

        {"algorithms":["RS256"]} NotChecked
          signed
            met: - [`RS256`]
          without its signature
            met: - [`RS256`]
          none
            not-met: The token says `none`, not `RS256`. `none` means that nobody signed it. [`none`]
          encrypted
            not-checked: `dir` is how its key is encrypted. The algorithm of a signature would stand inside. [`dir`]
          several signatures
            not-checked: Its 2 signatures have the algorithms `HS256` and `RS256`. Which of them is checked is up to the service. [`HS256`]
          claims alone
            not-checked: There are only claims here, without a header.
          header alone
            met: - [`RS256`]

        {"algorithms":["dir"]} NotChecked
          signed
            not-met: The token says `RS256`, not `dir`. [`RS256`]
          without its signature
            not-met: The token says `RS256`, not `dir`. [`RS256`]
          none
            not-met: The token says `none`, not `dir`. `none` means that nobody signed it. [`none`]
          encrypted
            met: - [`dir`]
          several signatures
            not-met: Its 2 signatures have the algorithms `HS256` and `RS256`. [`HS256`]
          claims alone
            not-checked: There are only claims here, without a header.
          header alone
            not-met: The token says `RS256`, not `dir`. [`RS256`]

        {"algorithms":["RS256","HS256"]} NotChecked
          signed
            met: - [`RS256`]
          without its signature
            met: - [`RS256`]
          none
            not-met: The token says `none`, which is none of the 2 expected. `none` means that nobody signed it. [`none`]
          encrypted
            not-checked: `dir` is how its key is encrypted. The algorithm of a signature would stand inside. [`dir`]
          several signatures
            met: Its 2 signatures have the algorithms `HS256` and `RS256`. [`HS256`]
          claims alone
            not-checked: There are only claims here, without a header.
          header alone
            met: - [`RS256`]
    "#]].assert_eq(&told.join("\n"));
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
    expect![[r#"
        {"type":"at+jwt"}
          {"alg":"RS256","typ":"at+jwt"}
            met: - [`at+jwt`]
          {"alg":"RS256","typ":"application/at+jwt"}
            met: It is written `application/at+jwt`, which is the same type (RFC 7515 section 4.1.9). [`application/at+jwt`]
          {"alg":"RS256","typ":"AT+JWT"}
            met: It is written `AT+JWT`, which is the same type (RFC 7515 section 4.1.9). [`AT+JWT`]
          {"alg":"RS256","typ":"JWT"}
            not-met: The token says `JWT`, not `at+jwt`. [`JWT`]
          {"alg":"RS256","typ":1}
            not-met: `typ` is a number, not a string.
          {"alg":"RS256"}
            not-met: The header has no `typ`. [no `typ`]

        {"type":["application/at+jwt","JWT"]}
          {"alg":"RS256","typ":"at+jwt"}
            met: It is written `at+jwt`, which is the same type (RFC 7515 section 4.1.9). [`at+jwt`]
          {"alg":"RS256","typ":"jwt"}
            met: It is written `jwt`, which is the same type (RFC 7515 section 4.1.9). [`jwt`]
          {"alg":"RS256","typ":"text/at+jwt"}
            not-met: The token says `text/at+jwt`, which is none of the 2 expected. [`text/at+jwt`]

        {"type":"JWT"} NotChecked
          signed
            not-met: The header has no `typ`. [no `typ`]
          without its signature
            not-met: The header has no `typ`. [no `typ`]
          none
            not-met: The header has no `typ`. [no `typ`]
          encrypted
            not-checked: It is encrypted. Its header has no `typ`, but a token inside may have one.
          several signatures
            not-met: The header has no `typ`. [no `typ`]
          claims alone
            not-checked: There are only claims here, without a header.
          header alone
            met: - [`JWT`]
    "#]].assert_eq(&told.join("\n"));
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
    expect![[r#"
        {"signature":true} NotChecked
          signed
            not-checked: No key was given.
          without its signature
            not-met: As pasted, it has no signature, though its `alg` is `RS256`.
          none
            not-met: It is not signed: anyone can have written it.
          encrypted
            not-checked: It is encrypted. A signature would be inside.
          several signatures
            not-checked: No key was given.
          claims alone
            not-checked: Only a part of a token is here.
          header alone
            not-checked: Only a part of a token is here.

        {"signature":true} FitsPastedKey
          signed
            met: -
          without its signature
            met: -
          none
            met: -
          encrypted
            met: -
          several signatures
            met: -
          claims alone
            met: -
          header alone
            met: -

        {"signature":true} FitsOtherKey
          signed
            not-checked: It fits a key that stands in the token or is published, which does not tell who signed. Give the key of the service.
          without its signature
            not-met: As pasted, it has no signature, though its `alg` is `RS256`.
          none
            not-met: It is not signed: anyone can have written it.
          encrypted
            not-checked: It is encrypted. A signature would be inside.
          several signatures
            not-checked: It fits a key that stands in the token or is published, which does not tell who signed. Give the key of the service.
          claims alone
            not-checked: Only a part of a token is here.
          header alone
            not-checked: Only a part of a token is here.

        {"signature":true} DoesNotFit
          signed
            not-met: It fits none of the keys that were tried.
          without its signature
            not-met: It fits none of the keys that were tried.
          none
            not-met: It fits none of the keys that were tried.
          encrypted
            not-met: It fits none of the keys that were tried.
          several signatures
            not-met: It fits none of the keys that were tried.
          claims alone
            not-met: It fits none of the keys that were tried.
          header alone
            not-met: It fits none of the keys that were tried.

        {"signature":true} CannotBeChecked
          signed
            not-checked: No key was given that can check it.
          without its signature
            not-met: As pasted, it has no signature, though its `alg` is `RS256`.
          none
            not-met: It is not signed: anyone can have written it.
          encrypted
            not-checked: It is encrypted. A signature would be inside.
          several signatures
            not-checked: No key was given that can check it.
          claims alone
            not-checked: Only a part of a token is here.
          header alone
            not-checked: Only a part of a token is here.

        {"signature":true} Unsigned
          signed
            not-met: It is not signed: anyone can have written it.
          without its signature
            not-met: As pasted, it has no signature, though its `alg` is `RS256`.
          none
            not-met: It is not signed: anyone can have written it.
          encrypted
            not-checked: It is encrypted. A signature would be inside.
          several signatures
            not-met: It is not signed: anyone can have written it.
          claims alone
            not-checked: Only a part of a token is here.
          header alone
            not-checked: Only a part of a token is here.
    "#]].assert_eq(&told.join("\n"));
}

#[test]
fn claims_of_other_forms() {
    let told = [forms(r#"{"issuer":"a"}"#, KnownSignature::NotChecked), forms("{}", KnownSignature::NotChecked)];
    expect![[r#"
        {"issuer":"a"} NotChecked
          signed
            not-met: It has no `iss`. [no `iss`]
          without its signature
            not-met: It has no `iss`. [no `iss`]
          none
            not-met: It has no `iss`. [no `iss`]
          encrypted
            not-checked: It is encrypted, so its claims cannot be read here.
          several signatures
            not-met: It has no `iss`. [no `iss`]
          claims alone
            met: - [`a`]
          header alone
            not-checked: There is only a header here, without claims.

        {} NotChecked
          signed
            met: It has no `exp`: most libraries then take it at any time. [no `exp`]
          without its signature
            met: It has no `exp`: most libraries then take it at any time. [no `exp`]
          none
            met: It has no `exp`: most libraries then take it at any time. [no `exp`]
          encrypted
            not-checked: It is encrypted, so its claims cannot be read here.
          several signatures
            met: It has no `exp`: most libraries then take it at any time. [no `exp`]
          claims alone
            met: It has no `exp`: most libraries then take it at any time. [no `exp`]
          header alone
            not-checked: There is only a header here, without claims.
    "#]]
    .assert_eq(&told.join("\n"));
}
