//! Lines that no claim decides: of encrypted tokens, and of signatures.

use decode::decode;
use test_tokens::{NOW, encode, token_from};

use super::of;
use crate::{ExpectationKind, KnownSignature, json, judge};

const OPAQUE: &str = r#"{"alg":"dir","enc":"A256GCM","iss":"https://dev.eu.auth0.com/"}"#;
const OF_API: &str = r#"{"alg":"RSA-OAEP-256","enc":"A256GCM","iss":"https://dev.eu.auth0.com/"}"#;

/// Which line of an encrypted token has which fix.
fn fixes(header: &str, expected: &str) -> Vec<(&'static str, String)> {
    let text = format!("{}..{}.AAAA.{}", encode(header), encode([0; 12]), encode([0; 16]));
    let token = decode(&text).tokens.into_iter().next().expect("a token");
    let answer = judge(&token, &json::read(expected).expect("expectations"), KnownSignature::NotChecked, NOW);
    answer.lines.into_iter().filter_map(|line| Some((line.kind.id(), line.fix?))).collect()
}

#[test]
fn encrypted_tokens_of_auth0() {
    let asked = "Auth0 made it for itself, as it does if the client names no API. Let the client ask with \
                 `audience=https://api.example.com`: then the access token is a signed JWT.";
    let unnamed = asked.replace("audience=https://api.example.com", "audience");
    let expected = r#"{"issuer":"https://dev.eu.auth0.com/","audience":"https://api.example.com"}"#;
    assert_eq!(fixes(OPAQUE, expected), [("token", asked.to_owned())]);
    assert_eq!(fixes(OPAQUE, r#"{"audience":"<API identifier>"}"#), [("token", unnamed.clone())]);
    assert_eq!(fixes(OPAQUE, r#"{"issuer":"https://dev.eu.auth0.com/"}"#), [("token", unnamed.clone())]);
    assert_eq!(fixes(OPAQUE, "{}"), [("token", unnamed)]);
    let of_api = "Decrypt it with the private key of your API, whose public key Auth0 has. The signed token is inside.";
    assert_eq!(fixes(OF_API, expected), [("token", of_api.to_owned())]);
    for other in [
        r#"{"alg":"dir","enc":"A128CBC-HS256","iss":"https://dev.eu.auth0.com/"}"#,
        r#"{"alg":"dir","enc":"A256GCM","iss":"https://login.example.com/"}"#,
        r#"{"alg":"dir","enc":"A256GCM"}"#,
    ] {
        assert_eq!(fixes(other, expected), [], "{other}");
    }
}

#[test]
fn signatures_that_others_cannot_check() {
    let fix = |claims: &str| {
        let token = token_from(r#"{"alg":"RS256","typ":"JWT"}"#, claims);
        let expected = json::read(r#"{"signature":true}"#).expect("expectations");
        let answer = judge(&token, &expected, KnownSignature::DoesNotFit, NOW);
        answer.lines.into_iter().find(|line| line.kind == ExpectationKind::Signature).and_then(|line| line.fix)
    };
    let tenant = "https://sts.windows.net/11112222-bbbb-3333-cccc-4444dddd5555/";
    assert_eq!(
        fix(&of(tenant, r#""aud":"00000003-0000-0000-c000-000000000000","scp":"User.Read""#)).as_deref(),
        Some("Only Microsoft Graph can check its tokens. Ask for a scope of your own API.")
    );
    assert_eq!(
        fix(&of("https://session.firebase.google.com/shop", r#""aud":"shop""#)).as_deref(),
        Some("This is a session cookie: its keys are others than those of ID tokens.")
    );
    assert_eq!(fix(&of(tenant, r#""aud":"api://a","scp":"a""#)), None);
    assert_eq!(fix(&of("https://securetoken.google.com/shop", r#""aud":"shop""#)), None);
}
