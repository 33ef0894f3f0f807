//! A claim or a scope is missing, or has another value.

use inspect::jose::issuers::KnownIssuer;

use super::HintInput;

/// Names under which issuers write the client that asked for a token, instead of `client_id`.
const CLIENT: [&str; 3] = ["azp", "appid", "cid"];

pub(super) fn fix(input: &HintInput, name: &str) -> Option<&'static str> {
    match (name, input.issuer) {
        ("token_use", Some(KnownIssuer::Cognito)) => {
            Some("`token_use` tells the two tokens of Cognito apart: `id` and `access`. The client sent the other one.")
        }
        ("ver", Some(KnownIssuer::EntraV1 | KnownIssuer::EntraV2 | KnownIssuer::EntraGraph)) => Some(
            "The API's app registration chooses the version of its tokens (`requestedAccessTokenVersion`): set it to the one that you expect.",
        ),
        ("typ", Some(KnownIssuer::Keycloak)) => Some(
            "The claim `typ` tells the tokens of Keycloak apart: `Bearer` or `DPoP` is an access token, `ID` an ID token, `Refresh` a refresh token.",
        ),
        ("client_id", _) if input.said.is_none() && CLIENT.iter().any(|other| input.has_claim(other)) => {
            Some("This issuer names the client in another claim (`azp`, `appid` or `cid`). Expect that one.")
        }
        ("email_verified", _) if input.said.is_some_and(|said| said == "true") => {
            Some("This issuer writes the value as text. Expect the text `true` as well.")
        }
        ("scp", _) if input.said.is_none() && input.has_claim("scope") => {
            Some("This issuer writes scopes into `scope`. Expect them there.")
        }
        ("scope", _) if input.said.is_none() && input.has_claim("scp") => {
            Some("This issuer writes scopes into `scp`. Expect them there.")
        }
        _ => None,
    }
}

pub(super) fn fix_of_scope(input: &HintInput) -> Option<&'static str> {
    let is_of_app = input.text_of("idtyp") == Some("app") || (input.has_claim("roles") && !input.has_claim("scp"));
    match input.issuer? {
        KnownIssuer::EntraV1 | KnownIssuer::EntraV2 if is_of_app => Some(
            "The app asked for itself, without a user: such tokens of Entra have `roles` and no `scp`. Expect an app role, or let a user sign in.",
        ),
        KnownIssuer::Cognito if input.is_id_token() => {
            Some("ID tokens of Cognito have no scopes. Send the access token instead.")
        }
        _ => None,
    }
}
