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
    let said = input.said?;
    let own = pool(said)?;
    let pools: Vec<&str> = input.expected.iter().filter_map(|text| pool(text)).collect();
    if pools.contains(&own) {
        return Some(format!(
            "It is the same user pool: its issuer configuration decides on the address. Expect {}.",
            shown(said)
        ));
    }
    let other = pools.first()?;
    Some(format!("The token comes from the user pool {}. Sign in at {}, or expect both.", shown(own), shown(other)))
}

/// `https://cognito-idp.<region>.amazonaws.com/<user pool ID>`, or that of a pool with an updated issuer.
fn pool(issuer: &str) -> Option<&str> {
    let (host, path) = host_and_path(issuer)?;
    let is_cognito =
        ["cognito-idp.", "issuer-cognito-idp.", "issuer.cognito-idp."].iter().any(|begin| host.starts_with(begin));
    let pool = path.strip_prefix('/').filter(|_| is_cognito)?;
    (!pool.is_empty() && !pool.contains(['/', '<'])).then_some(pool)
}
