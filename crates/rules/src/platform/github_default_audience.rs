//! A token of GitHub Actions with the audience that GitHub writes by default.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "github-default-audience",
    severity: Severity::Notice,
    title: "Default audience of GitHub",
    why: "Without a request for another audience, GitHub names the owner of the repository. Every service that accepts that can use the token at the other services that do.",
    advice: "Request the token with the audience of the one service that it is for, and accept only that.",
    references: &["GitHub documentation, “OpenID Connect reference”"],
    guide: Question::Audience,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let is_default = |aud: &str| {
        let owner = aud.strip_prefix("https://github.com/");
        owner.is_some_and(|owner| !owner.is_empty() && owner.bytes().all(is_of_name))
    };
    if claims::issuer(evaluation) != Some(KnownIssuer::GithubActions)
        || !claims::texts(evaluation, "aud").any(is_default)
    {
        return Vec::new();
    }
    let message =
        "Has the audience that GitHub gives by default: each service that accepts it can pass it on to the others.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "aud"))]
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires() {
        let message =
            "Has the audience that GitHub gives by default: each service that accepts it can pass it on to the others.";
        let token = token_with(
            r#"{"iss":"https://token.actions.githubusercontent.com","sub":"repo:a/b:ref:refs/heads/main","aud":"https://github.com/a"}"#,
        );
        check(&RULE, &token, "github-default-audience", "/payload/aud", message);
    }

    #[test]
    fn is_quiet_on_what_is_almost_the_same() {
        for claims in [
            r#"{"iss":"https://token.actions.githubusercontent.com","aud":"https://github.com"}"#,
            r#"{"iss":"https://token.actions.githubusercontent.com","aud":"https://github.com/a/b"}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
