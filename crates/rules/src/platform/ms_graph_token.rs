//! An access token for Microsoft Graph.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "ms-graph-token",
    severity: Severity::Notice,
    title: "Access token for Microsoft Graph",
    why: "Only Microsoft Graph should accept this token. Other services that try to verify it often find the signature invalid, because the `nonce` in the header is treated in a special way.",
    advice: "Request a token with the scope of your own API, such as `api://.../.default`, and do not validate tokens for Graph.",
    references: &["Microsoft documentation, “Access tokens in the Microsoft identity platform”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if claims::issuer(evaluation) != Some(KnownIssuer::EntraGraph) {
        return Vec::new();
    }
    let message = if evaluation.token.parameter("nonce").is_some() {
        "For Microsoft Graph only. Such tokens are signed with another `nonce` in the header, so other services find \
         the signature invalid."
    } else {
        "For Microsoft Graph only: no other API should accept it."
    };
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "aud"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn tells_tokens_with_a_nonce_apart() {
        let graph = r#"{"iss":"https://sts.windows.net/t/","aud":"https://graph.microsoft.com"}"#;
        let message = "For Microsoft Graph only: no other API should accept it.";
        let token = token_from(r#"{"alg":"RS256"}"#, graph);
        check(&RULE, &token, "ms-graph-token", "/payload/aud", message);
        let message = "For Microsoft Graph only. Such tokens are signed with another `nonce` in the header, so other \
            services find the signature invalid.";
        let token = token_from(r#"{"alg":"RS256","nonce":"n"}"#, graph);
        check(&RULE, &token, "ms-graph-token", "/payload/aud", message);
    }

    #[test]
    fn is_quiet_on_other_audiences() {
        let other = r#"{"iss":"https://sts.windows.net/t/","aud":"https://graph.windows.net"}"#;
        check_quiet(&RULE, &token_from(r#"{"alg":"RS256"}"#, other));
    }
}
