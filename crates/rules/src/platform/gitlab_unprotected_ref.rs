//! A token of GitLab CI for a branch or tag that is not protected.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "gitlab-unprotected-ref",
    severity: Severity::Notice,
    title: "GitLab token from an unprotected branch or tag",
    why: "Every developer of the project can push to an unprotected branch or tag, and so change what ran in this job.",
    advice: "In the trust policy, require `ref_protected` to be `true` for everything that deploys.",
    references: &["GitLab documentation, “OpenID Connect (OIDC) authentication using ID tokens”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if claims::issuer(evaluation) != Some(KnownIssuer::GitlabCi)
        || !claims::is_text(evaluation, "ref_protected", "false")
    {
        return Vec::new();
    }
    let message = "Comes from an unprotected branch or tag, so more people could change what ran.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "ref_protected"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_unprotected_refs() {
        let message = "Comes from an unprotected branch or tag, so more people could change what ran.";
        for who in [r#""pipeline_id":"1""#, r#""iss":"https://gitlab.com""#] {
            let gitlab = |is_protected: &str| {
                token_with(&format!(r#"{{{who},"project_path":"a","ref_protected":"{is_protected}"}}"#))
            };
            check(&RULE, &gitlab("false"), "gitlab-unprotected-ref", "/payload/ref_protected", message);
            check_quiet(&RULE, &gitlab("true"));
        }
    }
}
