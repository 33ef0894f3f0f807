//! Amazon Cognito: its access tokens name the client in `client_id`, its ID tokens in `aud`.

use inspect::jose::issuers::KnownIssuer;

use super::{HintInput, host_and_path, shown};
use crate::{ExpectationKind, said};

pub(super) fn hint(input: &HintInput) -> Option<String> {
    if input.issuer() != Some(KnownIssuer::Cognito) {
        return None;
    }
    if *input.kind == ExpectationKind::Issuer {
        return other_pool(input);
    }
    let token_use = input.claim("token_use");
    let sentence = match (input.kind, token_use) {
        (ExpectationKind::Audience, Some("access")) if said::claim(input.token, "aud").is_none() => {
            "Cognito's access tokens usually have no `aud`: expect no audience, but check `client_id`, and `access` in `token_use`."
        }
        (ExpectationKind::Claim(name), Some("id")) if name == "client_id" => {
            "This is an ID token, which names the client in `aud`. Send the access token."
        }
        (ExpectationKind::Claim(name), Some("id")) if name == "token_use" && input.expects(|it| it == "access") => {
            "This is the ID token: send the access token."
        }
        (ExpectationKind::Claim(name), Some("access")) if name == "token_use" && input.expects(|it| it == "id") => {
            "This is the access token: send the ID token."
        }
        (ExpectationKind::Scope, Some("id")) => "ID tokens have no scopes: send the access token.",
        _ => return None,
    };
    Some(sentence.to_owned())
}

fn other_pool(input: &HintInput) -> Option<String> {
    let own = pool(input.said?)?;
    let other = input.expected.iter().find_map(|text| pool(text)).filter(|other| *other != own)?;
    Some(format!("The token comes from the user pool {}. Sign in at {}, or expect both.", shown(own), shown(other)))
}

/// `https://cognito-idp.<region>.amazonaws.com/<user pool ID>`
fn pool(issuer: &str) -> Option<&str> {
    let (host, path) = host_and_path(issuer)?;
    let pool = path.strip_prefix('/').filter(|_| host.starts_with("cognito-idp."))?;
    (!pool.is_empty() && !pool.contains(['/', '<'])).then_some(pool)
}
