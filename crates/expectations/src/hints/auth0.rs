//! Auth0: its issuer is the domain that was asked, with a slash, and its access tokens need `audience` to be for an API.

use inspect::jose::issuers::KnownIssuer;

use super::{HintInput, bare, host_and_path, shown};
use crate::ExpectationKind;

pub(super) fn hint(input: &HintInput) -> Option<String> {
    if input.issuer() != Some(KnownIssuer::Auth0) {
        return None;
    }
    match input.kind {
        ExpectationKind::Issuer => issuer(input),
        ExpectationKind::Audience if input.is_id_token() => Some(
            "This is an ID token, which is for the client. Ask Auth0 with the parameter `audience`, the identifier of your API, \
             and send the access token: without it, the access token is no signed JWT."
                .to_owned(),
        ),
        ExpectationKind::Audience if input.claim_of_client().is_none() => Some(format!(
            "The audience is what the client asked for: let it ask with {}.",
            shown(&format!("audience={}", input.expected.first().filter(|text| !text.contains('<'))?))
        )),
        ExpectationKind::Type if input.expects(|typ| typ.ends_with("at+jwt")) && !input.is_id_token() => {
            Some("Choose the profile RFC 9068 in the settings of the API, or expect `JWT`.".to_owned())
        }
        ExpectationKind::Algorithm if input.said == Some("HS256") => Some(
            "Choose `RS256` in the settings of the API: then a public key is enough to check.".to_owned(),
        ),
        _ => None,
    }
}

/// "Get Access Tokens": the issuer is the domain that was asked, be it the tenant's or a custom one.
fn issuer(input: &HintInput) -> Option<String> {
    let said = input.said?;
    if input.expects(|text| text != said && bare(text) == bare(said)) {
        return Some(format!("Auth0's issuer ends with a slash: expect {}.", shown(said)));
    }
    let (host, _) = host_and_path(said)?;
    let is_other_domain = |text: &str| {
        text.starts_with("https://")
            && host_and_path(text)
                .is_some_and(|(other, path)| !other.eq_ignore_ascii_case(host) && matches!(path, "" | "/"))
    };
    let domain = input.expected.iter().find(|text| is_other_domain(text) && !text.contains('<'))?;
    Some(format!(
        "Auth0 writes the domain at which the client asked. Let it ask at {}, or expect {}.",
        shown(domain),
        shown(said)
    ))
}
