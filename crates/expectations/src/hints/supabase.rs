//! Supabase: one audience for all projects, API keys that are no users' tokens, shared secrets.

use inspect::jose::issuers::KnownIssuer;

use super::{HintInput, bare, shown};
use crate::ExpectationKind;

pub(super) fn hint(input: &HintInput) -> Option<String> {
    match (input.issuer()?, input.kind) {
        (
            KnownIssuer::SupabaseAnon | KnownIssuer::SupabaseServiceRole,
            ExpectationKind::Issuer | ExpectationKind::Audience | ExpectationKind::Claim(_),
        ) => Some("This is an API key of the project, which names no user. Send the access token of the user's session.".to_owned()),
        (KnownIssuer::SupabaseUser, ExpectationKind::Audience) if input.said == Some("authenticated") => Some(
            "The audience is `authenticated` in every project: expect that, and tell projects apart by the issuer.".to_owned(),
        ),
        (KnownIssuer::SupabaseUser, ExpectationKind::Issuer) => {
            let said = input.said?;
            let other = input.expected.iter().find_map(|text| project(text));
            if let (Some(own), Some(_)) = (project(said), other.filter(|other| project(said) != Some(other))) {
                return Some(format!(
                    "The token comes from the project {}. Use the address and the key of your own in the app.",
                    shown(own)
                ));
            }
            let is_project = input.expects(|text| said.strip_suffix("/auth/v1") == Some(bare(text)));
            (is_project || input.expects(|text| text == "supabase"))
                .then(|| format!("The issuer of users' tokens is the project's address with `/auth/v1`: expect {}.", shown(said)))
        }
        (KnownIssuer::SupabaseUser, ExpectationKind::Algorithm) if input.said == Some("HS256") => Some(
            "Move the project to an asymmetric signing key, or expect `HS256` alone and check with the project's secret."
                .to_owned(),
        ),
        _ => None,
    }
}

/// `https://<project>.supabase.co/auth/v1`
fn project(issuer: &str) -> Option<&str> {
    let project = issuer.strip_prefix("https://")?.strip_suffix(".supabase.co/auth/v1")?;
    (!project.is_empty() && !project.contains(['/', '<'])).then_some(project)
}
