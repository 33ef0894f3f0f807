//! Okta: the org authorization server, whose access tokens are for Okta alone, and the custom ones.

use inspect::jose::issuers::KnownIssuer;

use super::{HintInput, host_and_path, shown};
use crate::ExpectationKind;

pub(super) fn hint(input: &HintInput) -> Option<String> {
    let is_custom = match input.issuer()? {
        KnownIssuer::OktaCustom => true,
        KnownIssuer::OktaOrg => false,
        _ => return None,
    };
    match input.kind {
        ExpectationKind::Issuer => issuer(input, is_custom),
        ExpectationKind::Audience if input.is_id_token() || input.claim_of_client().is_some() => None,
        ExpectationKind::Audience if is_custom => Some(format!(
            "The audience stands in the settings of the authorization server: set {} there, or ask at another server.",
            input.first_expected()?
        )),
        ExpectationKind::Audience => Some(
            "The org authorization server makes access tokens for Okta alone. Ask at a custom one, such as `/oauth2/default`."
                .to_owned(),
        ),
        _ => None,
    }
}

fn issuer(input: &HintInput, is_custom: bool) -> Option<String> {
    let said = input.said?;
    let (host, path) = host_and_path(said)?;
    // "Customize domain and email address": an org has its own address and may have custom domains, of which each
    // authorization server writes the one that is set for it.
    let is_other_domain = |text: &str| {
        host_and_path(text).is_some_and(|(other, other_path)| other != host && other_path == path && is_custom)
    };
    if input.expects(|text| is_other_domain(text) && !text.contains('<')) {
        return Some(format!(
            "The token names another domain. If both belong to one org, change the issuer in the settings of the authorization \
             server, or expect {}.",
            shown(said)
        ));
    }
    let wanted = input.expected.iter().find_map(|text| {
        host_and_path(text)
            .filter(|(other, other_path)| *other == host && super::bare(other_path) != path)
            .map(|_| text)
    })?;
    let wants_custom = wanted.contains("/oauth2/");
    match (is_custom, wants_custom) {
        (false, true) => Some(format!(
            "The token comes from the org authorization server, whose access tokens are for Okta alone. Ask at {}.",
            shown(wanted)
        )),
        (true, false) => Some(format!("The token comes from a custom authorization server: expect {}.", shown(said))),
        (true, true) => Some(format!(
            "The token comes from another authorization server of the same org. Ask at {}, or expect {}.",
            shown(wanted),
            shown(said)
        )),
        (false, false) => None,
    }
}
