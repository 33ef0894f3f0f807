//! An access token for Okta's own APIs.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "okta-org-access-token",
    severity: Severity::Warning,
    title: "Access token for Okta's own APIs",
    why: "Okta's org authorization server issues it for Okta's APIs only. Its form may change at any time, and other services cannot validate it.",
    advice: "For an API of your own, request a token from a custom authorization server.",
    references: &["Okta documentation, “Validate access tokens”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !(claims::issuer(evaluation) == Some(KnownIssuer::OktaOrg)
        && ["scp", "cid"].iter().all(|name| claims::claim(evaluation, name).is_some()))
    {
        return Vec::new();
    }
    let message =
        "An access token of Okta's org authorization server is for Okta's own APIs alone: others cannot rely on it.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "iss"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires() {
        let message = "An access token of Okta's org authorization server is for Okta's own APIs alone: others cannot rely on it.";
        let token = token_with(r#"{"iss":"https://a.okta.com","scp":["a"],"cid":"c","exp":2000000000}"#);
        check(&RULE, &token, "okta-org-access-token", "/payload/iss", message);
    }

    #[test]
    fn is_quiet_on_what_is_almost_the_same() {
        for claims in [
            r#"{"iss":"https://a.okta.com","scp":["a"]}"#,
            r#"{"iss":"https://a.okta.com","cid":"c"}"#,
            r#"{"iss":"https://a.okta.com/oauth2/x","scp":["a"],"cid":"c"}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
