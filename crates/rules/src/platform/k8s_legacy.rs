//! A service account token of Kubernetes that never expires.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "k8s-legacy",
    severity: Severity::Warning,
    title: "Legacy Kubernetes token",
    why: "Legacy service account tokens never expire: a leaked copy works until its Secret is deleted.",
    advice: "Use bound tokens from the TokenRequest API, and delete the Secret that holds this one.",
    references: &["Kubernetes documentation, “Managing Service Accounts”", "KEP-2799"],
    guide: Question::Revoke,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if claims::issuer(evaluation) != Some(KnownIssuer::K8sLegacy) {
        return Vec::new();
    }
    let message = "Never expires: such tokens work until their Secret in Kubernetes is deleted.";
    vec![Evidence::new(&RECORD, message, claims::set_place(evaluation))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires() {
        let message = "Never expires: such tokens work until their Secret in Kubernetes is deleted.";
        let token = token_with(r#"{"iss":"kubernetes/serviceaccount"}"#);
        check(&RULE, &token, "k8s-legacy", "/payload", message);
    }

    #[test]
    fn is_quiet_on_what_is_almost_the_same() {
        check_quiet(&RULE, &token_with(r#"{"iss":"kubernetes"}"#));
    }
}
