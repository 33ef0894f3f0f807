//! Keycloak: audiences that a mapper adds, issuers by host name, the path of old versions, refresh tokens.

use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;

use super::{HintInput, host_and_path, shown};
use crate::ExpectationKind;

pub(super) fn hint(input: &HintInput) -> Option<String> {
    if input.issuer() != Some(KnownIssuer::Keycloak) {
        return None;
    }
    match input.kind {
        ExpectationKind::Audience if input.profile.kind == TokenKind::OauthAccessToken => audience(input),
        ExpectationKind::Issuer => issuer(input),
        ExpectationKind::Algorithm if input.profile.kind == TokenKind::RefreshToken => {
            Some("This is a refresh token, which only Keycloak itself can check. Send the access token.".to_owned())
        }
        _ => None,
    }
}

fn audience(input: &HintInput) -> Option<String> {
    let wanted = input.first_expected()?;
    let is_client = input.claim("azp").is_some_and(|client| input.expects(|text| text == client));
    let mapper = format!("a mapper of the type Audience for {wanted} to a client scope of the client.");
    Some(match (input.said, is_client) {
        (_, true) => {
            format!("Keycloak writes the client into `azp`, not into `aud`. Check `azp`, or add {mapper}")
        }
        (Some("account"), _) => format!("`account` is there because the user has roles of that client. Add {mapper}"),
        _ => format!("Add {mapper}"),
    })
}

fn issuer(input: &HintInput) -> Option<String> {
    let said = input.said?;
    let (host, path) = host_and_path(said)?;
    let others = || input.expected.iter().filter_map(|text| host_and_path(text));
    if others().any(|(other, other_path)| other == host && other_path.strip_prefix("/auth") == Some(path)) {
        return Some(format!(
            "Keycloak has had no `/auth` in its addresses by default since version 17: expect {}.",
            shown(said)
        ));
    }
    if others().any(|(other, other_path)| other == host && path.strip_prefix("/auth") == Some(other_path)) {
        return Some(format!(
            "This Keycloak has `/auth` in its addresses, as before version 17: expect {}.",
            shown(said)
        ));
    }
    let is_other_host = others().any(|(other, other_path)| other != host && other_path == path);
    is_other_host.then(|| {
        format!(
            "Keycloak may write the host name at which the client reached it. Set its option `hostname`, or expect {}.",
            shown(said)
        )
    })
}
