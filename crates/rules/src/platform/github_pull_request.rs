//! A token of GitHub Actions for a workflow that runs on a pull request.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "github-pull-request",
    severity: Severity::Notice,
    title: "GitHub token from a pull request",
    why: "The workflow ran on a pull request, so its code may not have been reviewed. A cloud role that accepts this `sub` is open to whoever can open pull requests.",
    advice: "In the trust policy, allow only the branches or environments that deploy, not `pull_request`.",
    references: &["GitHub documentation, “OpenID Connect reference”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !(claims::issuer(evaluation) == Some(KnownIssuer::GithubActions)
        && claims::texts(evaluation, "sub").any(|sub| sub.ends_with(":pull_request")))
    {
        return Vec::new();
    }
    let message = "Comes from a pull request, so its code may not have been reviewed.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "sub"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires() {
        let message = "Comes from a pull request, so its code may not have been reviewed.";
        let token = token_with(
            r#"{"iss":"https://token.actions.githubusercontent.com","sub":"repo:a/b:pull_request","aud":"sts.amazonaws.com"}"#,
        );
        check(&RULE, &token, "github-pull-request", "/payload/sub", message);
        // With the IDs that newer repositories write, and from a host of one enterprise.
        let token = token_with(r#"{"iss":"https://token.actions.a.ghe.com","sub":"repo:a@1/b@2:pull_request"}"#);
        check(&RULE, &token, "github-pull-request", "/payload/sub", message);
    }

    #[test]
    fn is_quiet_on_what_is_almost_the_same() {
        for claims in [
            r#"{"iss":"https://token.actions.githubusercontent.com","sub":"repo:a/pull_request"}"#,
            r#"{"iss":"https://token.actions.githubusercontent.com","sub":"repo:a/b:environment:pull_request-x"}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
