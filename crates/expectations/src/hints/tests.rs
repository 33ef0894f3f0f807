//! Each hint with a token that needs it, and a near miss that does not.

use test_tokens::{NOW, token_of};

use crate::{ExpectationKind, JudgedExpectation, KnownSignature, json, judge};

const ENTRA_V1: &str = r#"{"iss":"https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/","aud":"api://3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10","appid":"a","ver":"1.0","tid":"72f988bf-86f1-41af-91ab-2d7cd011db47","scp":"x"}"#;
const ENTRA_V2: &str = r#"{"iss":"https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0","aud":"3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10","azp":"a","ver":"2.0","tid":"72f988bf-86f1-41af-91ab-2d7cd011db47","roles":["Jobs.Run"]}"#;
const GRAPH: &str = r#"{"iss":"https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/","aud":"00000003-0000-0000-c000-000000000000","appid":"a","ver":"1.0","tid":"72f988bf-86f1-41af-91ab-2d7cd011db47"}"#;
const COGNITO: &str = r#"{"iss":"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI","client_id":"c","token_use":"access","sub":"1"}"#;
const AUTH0: &str = r#"{"iss":"https://dev-example.eu.auth0.com/","aud":"https://dev-example.eu.auth0.com/userinfo","azp":"c","sub":"auth0|1","scope":"openid"}"#;
const KEYCLOAK: &str = r#"{"iss":"https://sso.example.org/realms/shop","aud":"account","typ":"Bearer","azp":"web","sub":"1","scope":"openid email"}"#;
const OKTA: &str = r#"{"iss":"https://dev-1234567.okta.com/oauth2/default","aud":"api://default","cid":"0oa1","ver":1,"sub":"ann@example.com","scp":["openid"]}"#;
const OKTA_ORG: &str = r#"{"iss":"https://dev-1234567.okta.com","aud":"https://dev-1234567.okta.com","cid":"0oa1","ver":1,"sub":"ann@example.com","scp":["openid"]}"#;
const ID_TOKEN: &str =
    r#"{"iss":"https://dev-example.eu.auth0.com/","aud":"web","nonce":"n","sub":"auth0|1","iat":1,"exp":9}"#;
const GITHUB: &str = r#"{"iss":"https://token.actions.githubusercontent.com","aud":"https://github.com/octo-org","sub":"repo:octo-org/octo-repo:ref:refs/heads/main","repository":"octo-org/octo-repo"}"#;
const SUPABASE: &str = r#"{"iss":"https://abcdefghijklmnopqrst.supabase.co/auth/v1","aud":"authenticated","role":"authenticated","session_id":"s","sub":"1","aal":"aal1"}"#;
const GOOGLE: &str = r#"{"iss":"accounts.google.com","aud":"1.apps.googleusercontent.com","azp":"1.apps.googleusercontent.com","sub":"1","iat":1,"exp":9}"#;

/// What to change for the line that is not met, or "-".
fn hint(header: &str, claims: &str, expectations: &str) -> String {
    let text = format!(
        "{}.{}.AAECAw",
        decode::base64url::encode(header.as_bytes()),
        decode::base64url::encode(claims.as_bytes())
    );
    let expectations = json::read(expectations).expect("expectations");
    let answer = judge(&token_of(&text), &expectations, KnownSignature::NotChecked, NOW);
    let is_asked = |line: &&JudgedExpectation| line.kind != ExpectationKind::Time && line.is_refused();
    let line = answer.lines.into_iter().find(|line| is_asked(&line));
    line.and_then(|line| line.fix).unwrap_or_else(|| "-".to_owned())
}

#[track_caller]
fn check(claims: &str, needed: &str, part: &str, near_miss: &str) {
    const HEADER: &str = r#"{"alg":"RS256","kid":"k","typ":"JWT"}"#;
    let told = hint(HEADER, claims, needed);
    assert!(told.contains(part) && told.ends_with('.'), "{needed}: {told}");
    let told = hint(HEADER, claims, near_miss);
    assert!(!told.contains(part), "{near_miss}: {told}");
}

#[test]
fn audiences() {
    check(
        ENTRA_V1,
        r#"{"audience":"3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10"}"#,
        "by its client ID in v2.0 tokens",
        r#"{"audience":"api://other"}"#,
    );
    check(
        ENTRA_V2,
        r#"{"audience":"api://3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10"}"#,
        "by its client ID in v2.0 tokens",
        r#"{"audience":"other"}"#,
    );
    check(
        GRAPH,
        r#"{"audience":"api://orders"}"#,
        "is for Microsoft Graph",
        r#"{"audience":"00000003-0000-0000-c000-000000000000"}"#,
    );
    check(COGNITO, r#"{"audience":"c"}"#, "compare `client_id`", r#"{"issuer":"x"}"#);
    check(
        AUTH0,
        r#"{"audience":"https://api.example.com"}"#,
        "`audience` that the client asked for",
        r#"{"issuer":"x"}"#,
    );
    check(KEYCLOAK, r#"{"audience":"orders"}"#, "audience mapper", r#"{"audience":"account"}"#);
    check(
        OKTA,
        r#"{"audience":"api://orders"}"#,
        "setting of the authorization server",
        r#"{"audience":"api://default"}"#,
    );
    check(OKTA_ORG, r#"{"audience":"api://orders"}"#, "custom authorization server", r#"{"scopes":["x"]}"#);
    check(ID_TOKEN, r#"{"audience":"https://api.example.com"}"#, "This is an ID token", r#"{"audience":"web"}"#);
    check(
        GITHUB,
        r#"{"audience":"sts.amazonaws.com"}"#,
        "core.getIDToken(audience)",
        r#"{"audience":"https://github.com/octo-org"}"#,
    );
    check(SUPABASE, r#"{"audience":"orders"}"#, "`authenticated`", r#"{"audience":"authenticated"}"#);
    // Of an issuer of whom nothing is known.
    check(
        r#"{"iss":"https://a.example","aud":"b"}"#,
        r#"{"issuer":"https://a.example/"}"#,
        "character for character",
        r#"{"audience":"c"}"#,
    );
}

#[test]
fn issuers() {
    check(
        ENTRA_V1,
        r#"{"issuer":"https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0"}"#,
        "This is a v1.0 token",
        r#"{"issuer":"https://sts.windows.net/other/"}"#,
    );
    check(
        ENTRA_V2,
        r#"{"issuer":"https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/"}"#,
        "This is a v2.0 token",
        r#"{"issuer":"https://login.microsoftonline.com/other/v2.0"}"#,
    );
    check(
        ENTRA_V2,
        r#"{"issuer":"https://login.microsoftonline.com/common/v2.0"}"#,
        "never stand in a token",
        r#"{"issuer":"https://login.microsoftonline.com/other/v2.0"}"#,
    );
    check(
        GOOGLE,
        r#"{"issuer":"https://accounts.google.com"}"#,
        "Expect both",
        r#"{"issuer":"https://google.example"}"#,
    );
    check(
        AUTH0,
        r#"{"issuer":"https://dev-example.eu.auth0.com"}"#,
        "ends with a slash",
        r#"{"issuer":"https://other.eu.auth0.com/"}"#,
    );
    check(
        KEYCLOAK,
        r#"{"issuer":"https://sso.example.org/auth/realms/shop"}"#,
        "version 16",
        r#"{"issuer":"https://sso.example.org/realms/other"}"#,
    );
    check(
        KEYCLOAK,
        r#"{"issuer":"http://keycloak:8080/realms/shop"}"#,
        "--hostname",
        r#"{"issuer":"http://keycloak:8080/realms/other"}"#,
    );
    check(
        OKTA_ORG,
        r#"{"issuer":"https://dev-1234567.okta.com/oauth2/default"}"#,
        "org server",
        r#"{"issuer":"https://other.okta.com"}"#,
    );
    check(
        OKTA,
        r#"{"issuer":"https://dev-1234567.okta.com"}"#,
        "`/oauth2/` and its name",
        r#"{"issuer":"https://dev-1234567.okta.com/oauth2/other"}"#,
    );
    check(
        SUPABASE,
        r#"{"issuer":"https://abcdefghijklmnopqrst.supabase.co"}"#,
        "`/auth/v1` behind it",
        r#"{"issuer":"https://other.supabase.co"}"#,
    );
}

#[test]
fn headers() {
    check(KEYCLOAK, r#"{"type":"at+jwt"}"#, "Many issuers", r#"{"type":"dpop+jwt"}"#);
    check(AUTH0, r#"{"type":"at+jwt"}"#, "access token profile", r#"{"type":"JWT"}"#);
    check(KEYCLOAK, r#"{"algorithms":["HS256"]}"#, "private key of its issuer", r#"{"algorithms":["ES256"]}"#);
    let told = hint(r#"{"alg":"HS256"}"#, SUPABASE, r#"{"algorithms":["ES256"]}"#);
    assert!(told.contains("legacy JWT secret"), "{told}");
    let told = hint(r#"{"alg":"HS256"}"#, AUTH0, r#"{"algorithms":["RS256"]}"#);
    assert!(told.contains("shared secret"), "{told}");
    let told = hint(r#"{"alg":"EdDSA"}"#, "{}", r#"{"algorithms":["Ed25519"]}"#);
    assert!(told.contains("RFC 9864"), "{told}");
    assert_eq!(hint(r#"{"alg":"EdDSA"}"#, "{}", r#"{"algorithms":["Ed448"]}"#), "-");
    let told = hint(r#"{"alg":"RS256","typ":"at+jwt"}"#, "{}", r#"{"type":"JWT"}"#);
    assert!(told.contains("access token by RFC 9068"), "{told}");
    let told = hint(r#"{"alg":"RS256"}"#, "{}", r#"{"type":"JWT"}"#);
    assert!(told.contains("`typ` is optional"), "{told}");
}

#[test]
fn claims() {
    check(COGNITO, r#"{"claims":{"token_use":"id"}}"#, "sent the other one", r#"{"claims":{"token_use":"access"}}"#);
    check(ENTRA_V1, r#"{"claims":{"ver":"2.0"}}"#, "requestedAccessTokenVersion", r#"{"claims":{"tid":"x"}}"#);
    check(KEYCLOAK, r#"{"claims":{"typ":"ID"}}"#, "`Refresh`", r#"{"claims":{"azp":"x"}}"#);
    check(KEYCLOAK, r#"{"required":["client_id"]}"#, "in another claim", r#"{"required":["jti"]}"#);
    check(ENTRA_V2, r#"{"scopes":["Orders.Read"]}"#, "`roles` and no `scp`", r#"{"required":["scp"]}"#);
    check(OKTA, r#"{"required":["scope"]}"#, "into `scp`", r#"{"required":["scp"]}"#);
    check(AUTH0, r#"{"required":["scp"]}"#, "into `scope`", r#"{"required":["scope"]}"#);
    check(
        r#"{"email_verified":"true"}"#,
        r#"{"claims":{"email_verified":true}}"#,
        "as text",
        r#"{"claims":{"email_verified":"true"}}"#,
    );
}
