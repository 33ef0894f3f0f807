//! GitHub Actions: the audience that is asked for, issuers of enterprises, and the runner's own token.

use inspect::jose::issuers::KnownIssuer;

use super::{HintInput, shown};
use crate::ExpectationKind;

const ISSUER: &str = "https://token.actions.githubusercontent.com";

pub(super) fn hint(input: &HintInput) -> Option<String> {
    match (input.issuer()?, input.kind) {
        (KnownIssuer::GithubRuntime, ExpectationKind::Issuer | ExpectationKind::Audience) => Some(
            "This is the token of the runner itself. Ask for an OpenID Connect token with `core.getIDToken()`."
                .to_owned(),
        ),
        (KnownIssuer::GithubActions, ExpectationKind::Audience) => {
            let wanted = input.expected.first().filter(|text| !text.contains(['<', '\'']))?;
            let owner = input.claim("repository_owner").map(|owner| format!("https://github.com/{owner}"));
            let is_default = owner.is_some() && owner.as_deref() == input.said;
            let call = shown(&format!("core.getIDToken('{wanted}')"));
            Some(match is_default {
                true => format!("That is the audience if the workflow asks for none. Let it ask with {call}."),
                false => format!("The audience is what the workflow asked for. Let it ask with {call}."),
            })
        }
        (KnownIssuer::GithubActions, ExpectationKind::Issuer) => {
            let said = input.said?;
            let is_enterprise = said.strip_prefix(ISSUER).is_some_and(|rest| rest.starts_with('/') && rest.len() > 1);
            (is_enterprise && input.expects(|text| text == ISSUER))
                .then(|| format!("This enterprise has an issuer of its own: expect {}.", shown(said)))
        }
        // "OpenID Connect reference", "Immutable subject claims".
        (KnownIssuer::GithubActions, ExpectationKind::Claim(name)) if name == "sub" => {
            let said = input.said?;
            let is_other_form = said.contains('@') && input.expects(|text| text == without_ids(said));
            is_other_form.then(|| {
                format!(
                    "The `sub` of newer repositories has the IDs of owner and repository in it: expect {}.",
                    shown(said)
                )
            })
        }
        _ => None,
    }
}

/// `repo:octo-org/octo-repo:…` of `repo:octo-org@123456/octo-repo@456789:…`
fn without_ids(sub: &str) -> String {
    let mut parts = sub.splitn(3, ':');
    let (Some(kind), Some(repository)) = (parts.next(), parts.next()) else { return sub.to_owned() };
    let names = repository.split('/').map(|part| part.split('@').next().unwrap_or(part));
    let repository = names.collect::<Vec<_>>().join("/");
    match parts.next() {
        Some(rest) => format!("{kind}:{repository}:{rest}"),
        None => format!("{kind}:{repository}"),
    }
}
