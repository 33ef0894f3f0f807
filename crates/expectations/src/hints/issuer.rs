//! The issuer differs or is missing.

use inspect::jose::issuers::KnownIssuer;

use super::HintInput;

/// What Entra takes in the place of a tenant where a client signs users in, and never writes into a token.
const ANY_TENANT: [&str; 3] = ["/common", "/organizations", "/consumers"];

pub(super) fn fix(input: &HintInput) -> Option<&'static str> {
    let said = input.said?;
    match input.issuer {
        Some(KnownIssuer::EntraV1 | KnownIssuer::EntraV2 | KnownIssuer::EntraGraph)
            if input.is_expected(|expected| ANY_TENANT.iter().any(|any| expected.contains(any))) =>
        {
            Some(
                "`common`, `organizations` and `consumers` never stand in a token. Expect the issuer of your tenant, or compare it with the token's own `tid`.",
            )
        }
        Some(KnownIssuer::EntraV1 | KnownIssuer::EntraGraph)
            if input.is_expected(|expected| expected.contains("login.microsoftonline")) =>
        {
            Some(
                "This is a v1.0 token, whose issuer is `https://sts.windows.net/<tenant id>/`. Expect that one, or set `requestedAccessTokenVersion` to 2 in the API's app registration.",
            )
        }
        Some(KnownIssuer::EntraV2) if input.is_expected(|expected| expected.contains("sts.windows.net")) => Some(
            "This is a v2.0 token, whose issuer is `https://login.microsoftonline.com/<tenant id>/v2.0`. Expect that one, or set `requestedAccessTokenVersion` to 1 in the API's app registration.",
        ),
        Some(KnownIssuer::Google) if input.is_expected(|expected| expected.contains("accounts.google.com")) => {
            Some("Expect both `https://accounts.google.com` and `accounts.google.com`.")
        }
        Some(KnownIssuer::Auth0) if input.is_expected(|expected| said.strip_suffix('/') == Some(expected)) => {
            Some("Auth0's issuer ends with a slash. Write it into what the service expects.")
        }
        Some(KnownIssuer::Keycloak) if input.is_expected(|expected| without_auth(expected) == without_auth(said)) => {
            Some(
                "Keycloak had `/auth` before `/realms` up to version 16; newer ones have it where they are started with `--http-relative-path=/auth`. Expect what its tokens say.",
            )
        }
        Some(KnownIssuer::Keycloak)
            if input.is_expected(|expected| realm(expected).is_some() && realm(expected) == realm(said)) =>
        {
            Some(
                "Keycloak writes the address by which the client reached it, unless its own is set. Start it with `--hostname` and the address that you expect.",
            )
        }
        Some(KnownIssuer::OktaOrg) if input.is_expected(|expected| expected.contains("/oauth2/")) => Some(
            "The client asked Okta's org server. Let it ask your custom authorization server, whose address has `/oauth2/`.",
        ),
        Some(KnownIssuer::OktaCustom) if input.is_expected(|expected| !expected.contains("/oauth2/")) => Some(
            "A custom authorization server of Okta has `/oauth2/` and its name in the issuer, such as `/oauth2/default`. Expect that one.",
        ),
        Some(KnownIssuer::FirebaseSession)
            if input.is_expected(|expected| expected.contains("securetoken.google.com")) =>
        {
            Some(
                "This is a session cookie of Firebase, which has an issuer and keys of its own. Check it with `verifySessionCookie`, or send the ID token.",
            )
        }
        Some(KnownIssuer::Firebase)
            if input.is_expected(|expected| expected.contains("session.firebase.google.com")) =>
        {
            Some(
                "This is an ID token of Firebase, not a session cookie. Check it with `verifyIdToken`, or send the cookie.",
            )
        }
        Some(KnownIssuer::SupabaseUser)
            if input.is_expected(|expected| said.strip_suffix("/auth/v1") == Some(expected.trim_end_matches('/'))) =>
        {
            Some("Supabase's issuer is the project's address with `/auth/v1` behind it. Expect that.")
        }
        _ if input.is_expected(|expected| expected.trim_end_matches('/') == said.trim_end_matches('/')) => {
            Some("Libraries compare the issuer character for character. Write it as the token has it.")
        }
        _ => None,
    }
}

fn without_auth(issuer: &str) -> String {
    issuer.replacen("/auth/realms/", "/realms/", 1)
}

/// The name of a realm of Keycloak.
fn realm(issuer: &str) -> Option<&str> {
    issuer.split_once("/realms/").map(|(_, realm)| realm)
}
