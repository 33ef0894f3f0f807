//! A service account token of Kubernetes without an expiry time.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "k8s-legacy",
    severity: Severity::Warning,
    title: "Legacy Kubernetes token",
    why: "Legacy service account tokens have no expiry time: a leaked copy works until its Secret is deleted. Since version 1.29 Kubernetes refuses those that it made by itself once they were not used for a year, and deletes them a year later.",
    advice: "Use bound tokens from the TokenRequest API, and delete the Secret that holds this one.",
    references: &["Kubernetes documentation, “Managing Service Accounts”", "KEP-2799"],
    guide: Question::Revoke,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if claims::issuer(evaluation) != Some(KnownIssuer::K8sLegacy) {
        return Vec::new();
    }
    let message = "Has no expiry time: such tokens work until their Secret in Kubernetes is deleted, or until Kubernetes finds that nobody used them for a year.";
    vec![Evidence::new(&RECORD, message, claims::set_place(evaluation))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires() {
        let message = "Has no expiry time: such tokens work until their Secret in Kubernetes is deleted, or until Kubernetes finds that nobody used them for a year.";
        let token = token_with(r#"{"iss":"kubernetes/serviceaccount"}"#);
        check(&RULE, &token, "k8s-legacy", "/payload", message);
    }

    #[test]
    fn is_quiet_on_what_is_almost_the_same() {
        check_quiet(&RULE, &token_with(r#"{"iss":"kubernetes"}"#));
    }
}
