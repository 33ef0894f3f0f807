//! A token for a personal Microsoft account.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

/// The tenant of all personal Microsoft accounts.
const TENANT: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

pub(crate) static RECORD: Record = Record {
    id: "entra-personal-account",
    severity: Severity::Info,
    title: "Personal Microsoft account",
    why: "All personal Microsoft accounts share this tenant, and anybody can create one, so the tenant does not tell \
        who the user is.",
    advice: "If only members of certain organizations may sign in, allow their tenants by `tid` and refuse this one.",
    references: &["Microsoft documentation, “Access token claims reference”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let is_entra = matches!(
        claims::issuer(evaluation),
        Some(KnownIssuer::EntraV1 | KnownIssuer::EntraV2 | KnownIssuer::EntraGraph)
    );
    if !is_entra || !claims::is_text(evaluation, "tid", TENANT) {
        return Vec::new();
    }
    let message = "This `tid` stands for personal Microsoft accounts, which anybody can have.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "tid"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_the_tenant_of_personal_accounts() {
        let message = "This `tid` stands for personal Microsoft accounts, which anybody can have.";
        for iss in ["https://login.microsoftonline.com/TENANT/v2.0", "https://sts.windows.net/TENANT/"] {
            let claims = format!(r#"{{"iss":"{iss}","tid":"TENANT"}}"#).replace("TENANT", TENANT);
            check(&RULE, &token_with(&claims), "entra-personal-account", "/payload/tid", message);
        }
    }

    #[test]
    fn is_quiet_on_other_tenants_and_issuers() {
        check_quiet(&RULE, &token_with(r#"{"iss":"https://login.microsoftonline.com/t/v2.0","tid":"t"}"#));
        check_quiet(&RULE, &token_with(&format!(r#"{{"iss":"https://a.example/","tid":"{TENANT}"}}"#)));
    }
}
