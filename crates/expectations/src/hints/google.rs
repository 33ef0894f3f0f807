//! Google: one issuer in two spellings, and a client ID for each app.

use inspect::jose::issuers::KnownIssuer;

use super::{HintInput, shown};
use crate::ExpectationKind;

const SPELLINGS: [&str; 2] = ["accounts.google.com", "https://accounts.google.com"];

pub(super) fn hint(input: &HintInput) -> Option<String> {
    if input.issuer() != Some(KnownIssuer::Google) {
        return None;
    }
    let said = input.said?;
    let is_client_id = |text: &str| text.ends_with(".apps.googleusercontent.com");
    match input.kind {
        ExpectationKind::Issuer if SPELLINGS.contains(&said) && input.expects(|text| SPELLINGS.contains(&text)) => {
            Some("Expect both `accounts.google.com` and `https://accounts.google.com`.".to_owned())
        }
        ExpectationKind::Audience if is_client_id(said) && input.expects(is_client_id) => {
            Some(format!("The token is for another client ID. Expect {} too, if that app is yours.", shown(said)))
        }
        // "Token types": its access tokens are for Google's APIs.
        ExpectationKind::Audience if is_client_id(said) => Some(format!(
            "Google's ID tokens are for a client ID: expect {}, if that app is yours. Its access tokens are for Google's own APIs.",
            shown(said)
        )),
        _ => None,
    }
}
