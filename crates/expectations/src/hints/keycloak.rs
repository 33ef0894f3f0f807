//! Keycloak: audiences that a mapper adds, issuers by host name, the path of old versions, refresh tokens.

use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;

use super::{HintInput, host_and_path, shown};
use crate::ExpectationKind;

pub(super) fn hint(input: &HintInput) -> Option<String> {
    if *input.kind == ExpectationKind::Issuer && input.said.is_some_and(is_of_realm) {
        return issuer(input);
    }
    if input.issuer() != Some(KnownIssuer::Keycloak) {
        return None;
    }
    match input.kind {
        ExpectationKind::Audience if input.profile.kind == TokenKind::OauthAccessToken => audience(input),
        ExpectationKind::Claim(name) if name == "typ" => token_type(input),
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

/// The values of Keycloak's source: `TokenUtil`.
fn token_type(input: &HintInput) -> Option<String> {
    let sentence = match input.said? {
        "ID" if input.expects(|typ| matches!(typ, "Bearer" | "DPoP")) => "This is an ID token. Send the access token.",
        "Refresh" | "Offline" => {
            "This is a refresh token, which only Keycloak itself can check. Send the access token."
        }
        "Bearer" | "DPoP" if input.expects(|typ| typ == "ID") => "This is the access token: send the ID token.",
        "DPoP" if input.expects(|typ| typ == "Bearer") => {
            "The token is bound to a key of the client: expect `DPoP`, and check the proof that comes with it (RFC 9449)."
        }
        "Bearer" if input.expects(|typ| typ == "DPoP") => {
            "The token is bound to no key. Let the client ask with a DPoP proof (RFC 9449)."
        }
        _ => return None,
    };
    Some(sentence.to_owned())
}

/// `https://<host>/realms/<realm>`: the form tells it where no other claim does.
fn is_of_realm(issuer: &str) -> bool {
    let realm = host_and_path(issuer).and_then(|(_, path)| without_auth(path).strip_prefix("/realms/"));
    realm.is_some_and(|realm| !realm.is_empty() && !realm.contains('/'))
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
    let other_realm =
        others().filter(|(other, _)| *other == host).find_map(|(_, other_path)| other_realm(path, other_path));
    if let Some((own, other)) = other_realm {
        return Some(format!(
            "The token comes from the realm {}. Let the client sign in at the realm {}, or expect {} too.",
            shown(own),
            shown(other),
            shown(said)
        ));
    }
    let is_other_host =
        others().any(|(other, other_path)| other != host && without_auth(other_path) == without_auth(path));
    is_other_host.then(|| {
        format!(
            "Keycloak may write the host name at which the client reached it. Set its option `hostname`, or expect {}.",
            shown(said)
        )
    })
}

/// The names of two realms of one Keycloak.
fn other_realm<'a>(path: &'a str, other_path: &'a str) -> Option<(&'a str, &'a str)> {
    let ((before, own), (other_before, other)) = (path.split_once("/realms/")?, other_path.split_once("/realms/")?);
    let is_name = |name: &str| !name.is_empty() && !name.contains(['/', '<']);
    (without_auth(before) == without_auth(other_before)
        && !own.eq_ignore_ascii_case(other)
        && is_name(own)
        && is_name(other))
    .then_some((own, other))
}

fn without_auth(path: &str) -> &str {
    path.strip_prefix("/auth").unwrap_or(path)
}
