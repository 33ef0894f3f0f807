//! Amazon Cognito: its access tokens name the client in `client_id`, its ID tokens in `aud`.

use inspect::jose::issuers::KnownIssuer;

use super::HintInput;
use crate::{ExpectationKind, said};

pub(super) fn hint(input: &HintInput) -> Option<String> {
    if input.issuer() != Some(KnownIssuer::Cognito) {
        return None;
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
