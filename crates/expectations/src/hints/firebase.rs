//! Firebase Authentication: the project in issuer and audience, and three kinds of token that look alike.

use inspect::jose::issuers::KnownIssuer;

use super::{HintInput, shown};
use crate::ExpectationKind;

const ID_TOKENS: &str = "https://securetoken.google.com/";

pub(super) fn hint(input: &HintInput) -> Option<String> {
    let is_addressed = matches!(input.kind, ExpectationKind::Issuer | ExpectationKind::Audience);
    match input.issuer()? {
        KnownIssuer::FirebaseCustom if is_addressed => Some(
            "This is a custom token, with which an app signs in. Send the ID token that it gets for it.".to_owned(),
        ),
        KnownIssuer::FirebaseSession if *input.kind == ExpectationKind::Issuer && input.expects(is_of_id_tokens) => {
            Some(format!(
                "This is a session cookie, with keys of its own. Expect {}, or send the ID token.",
                shown(input.said?)
            ))
        }
        KnownIssuer::FirebaseSession if *input.kind == ExpectationKind::Signature => {
            Some("This is a session cookie: its keys are others than those of ID tokens.".to_owned())
        }
        KnownIssuer::Firebase | KnownIssuer::FirebaseEmulator if *input.kind == ExpectationKind::Issuer => {
            let project = input.said?.strip_prefix(ID_TOKENS)?;
            input.expects(is_of_id_tokens).then(|| {
                format!(
                    "The token comes from the project {}. Use the configuration of your own in the app.",
                    shown(project)
                )
            })
        }
        KnownIssuer::Firebase | KnownIssuer::FirebaseEmulator if *input.kind == ExpectationKind::Audience => {
            let project = input.claim("iss")?.strip_prefix(ID_TOKENS)?;
            (input.said == Some(project)).then(|| {
                format!(
                    "The audience of Firebase's ID tokens is the project ID: expect {}, if it is yours.",
                    shown(project)
                )
            })
        }
        _ => None,
    }
}

fn is_of_id_tokens(issuer: &str) -> bool {
    issuer.starts_with(ID_TOKENS)
}
