//! Profiles as rows, and what is taken from a token.

use std::collections::BTreeSet;

use expect_test::expect;
use test_tokens::{token_from, token_with};

use super::*;
use crate::json;

#[test]
fn rows_are_complete() {
    let ids: BTreeSet<&str> = PROFILES.iter().map(|profile| profile.id).collect();
    assert_eq!(ids.len(), PROFILES.len(), "each id stands for one profile");
    for profile in PROFILES {
        let ServiceProfile { id, name, reference, note, .. } = profile;
        assert!(reference.starts_with("https://") && !reference.contains(char::is_whitespace), "{id}: {reference}");
        assert!(!name.is_empty() && note.ends_with('.') && note.matches(". ").count() <= 1, "{id}: {note}");
        assert!(id.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-'), "{id}");
    }
}

/// For a token that tells nothing: what the reader has to fill in.
#[test]
fn forms_are_left_open() {
    let token = token_from(r#"{"alg":"none"}"#, "{}");
    let forms =
        PROFILES.iter().map(|profile| format!("{}\n  {}\n", profile.id, json::write(&(profile.expectations)(&token))));
    expect![[r#"
        oidc-id-token
          {"issuer":["https://<issuer>"],"audience":["<client ID>"],"algorithms":["RS256"],"required":["sub","exp","iat"],"leeway":60,"signature":true}
        rfc-9068
          {"issuer":["https://<issuer>"],"audience":["<API>"],"algorithms":["RS256"],"type":["at+jwt"],"required":["sub","client_id","exp","iat","jti"],"leeway":60,"signature":true}
        auth0
          {"issuer":["https://<tenant>.auth0.com/"],"audience":["<API identifier>"],"algorithms":["RS256"],"leeway":60,"signature":true}
        cognito-access
          {"issuer":["https://cognito-idp.<region>.amazonaws.com/<user pool ID>"],"algorithms":["RS256"],"claims":{"token_use":"access","client_id":"<app client ID>"},"leeway":60,"signature":true}
        cognito-id
          {"issuer":["https://cognito-idp.<region>.amazonaws.com/<user pool ID>"],"audience":["<app client ID>"],"algorithms":["RS256"],"claims":{"token_use":"id"},"leeway":60,"signature":true}
        firebase
          {"issuer":["https://securetoken.google.com/<project>"],"audience":["<project>"],"algorithms":["RS256"],"required":["sub","exp","iat","auth_time"],"leeway":60,"signature":true}
        github-actions
          {"issuer":["https://token.actions.githubusercontent.com"],"audience":["<audience>"],"algorithms":["RS256"],"required":["sub"],"claims":{"repository":"<owner>/<repository>"},"leeway":60,"signature":true}
        google
          {"issuer":["https://accounts.google.com","accounts.google.com"],"audience":["<client ID>"],"algorithms":["RS256"],"leeway":60,"signature":true}
        keycloak
          {"issuer":["https://<host>/realms/<realm>"],"audience":["<service>"],"algorithms":["RS256"],"claims":{"typ":"Bearer"},"leeway":60,"signature":true}
        kubernetes
          {"issuer":["https://<cluster>"],"audience":["<audience>"],"algorithms":["RS256"],"claims":{"sub":"system:serviceaccount:<namespace>:<service account>"},"leeway":60,"signature":true}
        entra-v1
          {"issuer":["https://sts.windows.net/<tenant>/"],"audience":["<App ID URI or client ID>"],"algorithms":["RS256"],"type":["JWT"],"leeway":60,"signature":true}
        entra-v2
          {"issuer":["https://login.microsoftonline.com/<tenant>/v2.0"],"audience":["<client ID>"],"algorithms":["RS256"],"type":["JWT"],"leeway":60,"signature":true}
        okta
          {"issuer":["https://<org>.okta.com/oauth2/<authorization server ID>"],"audience":["<audience>"],"algorithms":["RS256"],"leeway":60,"signature":true}
        okta-org
          {"issuer":["https://<org>.okta.com"],"audience":["https://<org>.okta.com"],"algorithms":["RS256"],"leeway":60,"signature":true}
        supabase
          {"issuer":["https://<project>.supabase.co/auth/v1"],"audience":["authenticated"],"algorithms":["ES256"],"required":["sub","role","session_id"],"leeway":60,"signature":true}
    "#]].assert_eq(&forms.collect::<String>());
}

#[test]
fn forms_are_filled_from_values_of_their_form_alone() {
    let filled = |id: &str, claims: &str| {
        let profile = PROFILES.iter().find(|profile| profile.id == id).expect("a profile");
        (profile.expectations)(&token_with(claims)).issuers.join(" ")
    };
    for (id, claims, issuer) in [
        (
            "entra-v2",
            r#"{"tid":"11112222-bbbb-3333-cccc-4444dddd5555"}"#,
            "https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0",
        ),
        ("entra-v2", r#"{"tid":"../common"}"#, "https://login.microsoftonline.com/<tenant>/v2.0"),
        (
            "entra-v2",
            r#"{"iss":"https://login.microsoftonline.us/11112222-bbbb-3333-cccc-4444dddd5555/v2.0"}"#,
            "https://login.microsoftonline.us/11112222-bbbb-3333-cccc-4444dddd5555/v2.0",
        ),
        (
            "entra-v1",
            r#"{"iss":"https://evil.example/11112222-bbbb-3333-cccc-4444dddd555/"}"#,
            "https://sts.windows.net/<tenant>/",
        ),
        ("firebase", r#"{"iss":"https://securetoken.google.com/a/b"}"#, "https://securetoken.google.com/<project>"),
        ("firebase", r#"{"iss":"https://securetoken.google.com/shop"}"#, "https://securetoken.google.com/shop"),
        ("auth0", r#"{"iss":"https://auth0.com.evil.example/"}"#, "https://<tenant>.auth0.com/"),
        ("auth0", r#"{"iss":"https://a.eu.auth0.com/"}"#, "https://a.eu.auth0.com/"),
        ("oidc-id-token", r#"{"iss":"http://a.example"}"#, "https://<issuer>"),
        ("oidc-id-token", r#"{"iss":"https://a.example/b"}"#, "https://a.example/b"),
        ("supabase", r#"{"iss":"https://a.example/auth/v1"}"#, "https://<project>.supabase.co/auth/v1"),
    ] {
        assert_eq!(filled(id, claims), issuer, "{id} of {claims}");
    }
}

/// Where the issuer fixes the form of the audience, that of the token does not matter; where it is left open, it is kept.
#[test]
fn an_audience_has_the_form_that_its_issuer_gives_it() {
    let audiences = |id: &str, claims: &str| {
        let profile = PROFILES.iter().find(|profile| profile.id == id).expect("a profile");
        (profile.expectations)(&token_with(claims)).audiences
    };
    let address = r#"{"aud":"https://api.example.com/a/b"}"#;
    for (id, form) in [
        ("entra-v2", "<client ID>"),
        ("google", "<client ID>"),
        ("cognito-id", "<app client ID>"),
        ("oidc-id-token", "<client ID>"),
        ("firebase", "<project>"),
        ("supabase", "authenticated"),
        ("entra-v1", "https://<App ID URI or client ID>/<path>/<path>"),
        ("auth0", "https://<API identifier>/<path>/<path>"),
        ("okta", "https://<audience>/<path>/<path>"),
        ("rfc-9068", "https://<API>/<path>/<path>"),
    ] {
        assert_eq!(audiences(id, address), [form], "{id}");
    }
    let uri = r#"{"iss":"https://sts.windows.net/11112222-bbbb-3333-cccc-4444dddd5555/","aud":"api://6731"}"#;
    assert_eq!(audiences("entra-v2", uri), ["<client ID>"]);
    assert_eq!(audiences("entra-v1", uri), ["api://<App ID URI or client ID>"]);
    let id_token = r#"{"iss":"https://a.example","sub":"1","aud":"https://app.example/","exp":2,"iat":1,"nonce":"n"}"#;
    assert_eq!(audiences("oidc-id-token", id_token), ["https://<client ID>/"]);
}

#[test]
fn a_token_gives_what_it_would_meet() {
    let written = |header: &str, claims: &str| json::write(&from_token(&token_from(header, claims)));
    let told = [
        written(r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"iss":"https://a","aud":["b","c"],"scope":"d"}"#),
        written(r#"{"alg":"none"}"#, r#"{"aud":"redacted by the sender","iss":1}"#),
        written(r#"{"alg":"RSA-OAEP","enc":"A256GCM","typ":"JWT"}"#, "{}"),
    ];
    expect![[r#"
        {"issuer":["https://a"],"audience":["b","c"],"algorithms":["RS256"],"type":["at+jwt"],"leeway":60}
        {"leeway":60}
        {"leeway":60}"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn a_token_looks_like_a_profile() {
    let likely = |header: &str, claims: &str| likely(&token_from(header, claims)).map(|profile| profile.id);
    let rs256 = r#"{"alg":"RS256","typ":"JWT"}"#;
    let tenant = "https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0";
    let graph = format!(r#"{{"iss":"{tenant}","aud":"https://graph.microsoft.com","scp":"User.Read"}}"#);
    assert_eq!(likely(rs256, &graph), Some("entra-v2"));
    let core = r#"{"iss":"https://a.example","sub":"1","aud":"c","exp":2,"iat":1,"nonce":"n"}"#;
    assert_eq!(likely(rs256, core), Some("oidc-id-token"));
    let auth0 = r#"{"iss":"https://a.auth0.com/","sub":"1","aud":"c","exp":2,"iat":1,"nonce":"n"}"#;
    assert_eq!(likely(rs256, auth0), Some("oidc-id-token"));
    let access = r#"{"iss":"https://a.example","sub":"1","aud":"c","exp":2,"iat":1,"client_id":"c","jti":"j"}"#;
    assert_eq!(likely(r#"{"alg":"RS256","typ":"AT+JWT"}"#, access), Some("rfc-9068"));
    assert_eq!(likely(rs256, r#"{"sub":"1"}"#), None);
}
