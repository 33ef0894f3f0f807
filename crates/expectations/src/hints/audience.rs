//! The audience differs or is missing.

use inspect::jose::issuers::KnownIssuer;

use super::HintInput;

pub(super) fn fix(input: &HintInput) -> Option<&'static str> {
    if input.is_id_token() {
        return Some(
            "This is an ID token: its `aud` is the client that asked for it. Send the API the access token instead; only the client itself takes the ID token.",
        );
    }
    let said = input.said.unwrap_or_default();
    match input.issuer? {
        KnownIssuer::EntraGraph => Some(
            "This token is for Microsoft Graph. Let the client ask for a scope of your API (`api://<client id>/.default`), and Entra gives it a token for your API.",
        ),
        KnownIssuer::EntraV1 | KnownIssuer::EntraV2 if is_other_name(said, input.expected) => Some(
            "Entra names the API by its address (the application ID URI) in v1.0 tokens, by its client ID in v2.0 tokens. Expect the name that these tokens have, or choose the version in the API's app registration (`requestedAccessTokenVersion`).",
        ),
        KnownIssuer::Cognito if input.said.is_none() => Some(
            "Access tokens of Cognito have no `aud`. Let the service compare `client_id`, and `token_use` with `access`.",
        ),
        KnownIssuer::Auth0 => Some(
            "Auth0 writes the `audience` that the client asked for. Let the client ask for the identifier of your API.",
        ),
        KnownIssuer::Keycloak if said.is_empty() || said == "account" => Some(
            "Keycloak puts your API into `aud` only through an audience mapper: add one to a client scope of the client (Mappers, Audience). The client itself stands in `azp`.",
        ),
        KnownIssuer::OktaOrg => Some(
            "Access tokens of Okta's org server are for Okta alone. For your own API use a custom authorization server (`/oauth2/default`), which has an audience of your choice.",
        ),
        KnownIssuer::OktaCustom => Some(
            "The audience is a setting of the authorization server in Okta, `api://default` unless it was changed. Expect that one.",
        ),
        KnownIssuer::K8sBound | KnownIssuer::Eks => Some(
            "A service account's token has the audience that was asked for: `audience` of the projected volume (`serviceAccountToken`), or `kubectl create token --audience`.",
        ),
        KnownIssuer::GithubActions => Some(
            "A workflow gets the audience that it asks for (`core.getIDToken(audience)`), or else the address of the repository's owner. Let it ask for yours.",
        ),
        KnownIssuer::Firebase => {
            Some("The audience of a Firebase ID token is the project ID. Expect that of your project.")
        }
        KnownIssuer::SupabaseUser => {
            Some("Supabase writes `authenticated` into `aud` of users who signed in. Expect that.")
        }
        _ => None,
    }
}

/// One is the API's address, the other its client ID.
fn is_other_name(said: &str, expected: &[String]) -> bool {
    let is_address = |text: &str| text.contains("://");
    expected.iter().any(|expected| is_address(expected) != is_address(said))
}
