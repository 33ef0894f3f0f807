//! A token of Microsoft Entra ID whose `iss` and `tid` name different tenants.

use decode::json::Value;
use guide::Question;
use inspect::display;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "entra-tenant-differs",
    severity: Severity::Warning,
    title: "Tenant differs from issuer",
    why: "Microsoft Entra ID writes the same tenant into `iss` and `tid`. Where they differ, a service that checks only one of them can let in users of another tenant.",
    advice: "Refuse the token, and check that `tid` is the tenant named in `iss` and one that you allow.",
    references: &["Microsoft documentation, “Access token claims reference”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

/// "Access token claims reference" of Microsoft: the tenant in `iss` is that of `tid`.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !matches!(
        claims::issuer(evaluation),
        Some(KnownIssuer::EntraV1 | KnownIssuer::EntraV2 | KnownIssuer::EntraGraph)
    ) {
        return Vec::new();
    }
    let [iss, tid] = ["iss", "tid"].map(|name| claims::value(evaluation, name).and_then(Value::as_str));
    let Some((iss, tid)) = iss.zip(tid) else { return Vec::new() };
    if iss.split('/').any(|segment| segment.eq_ignore_ascii_case(tid)) {
        return Vec::new();
    }
    let message = format!("`tid` is {}, but `iss` names another tenant.", display::quoted(tid, 80));
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "tid"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, found_by, token_with};

    #[test]
    fn compares_tenants() {
        let entra = |tid: &str| token_with(&format!(r#"{{"iss":"https://sts.windows.net/aa-1/","tid":"{tid}"}}"#));
        let message = "`tid` is `bb-2`, but `iss` names another tenant.";
        check(&RULE, &entra("bb-2"), "entra-tenant-differs", "/payload/tid", message);
        check_quiet(&RULE, &entra("AA-1"));
    }

    #[test]
    fn compares_the_tenants_of_each_version() {
        for (iss, aud) in [
            ("https://sts.windows.net/a/", "api"),
            ("https://login.microsoftonline.com/a/v2.0", "api"),
            ("https://sts.windows.net/a/", "https://graph.microsoft.com"),
        ] {
            for (tid, count) in [("a", 0), ("b", 1)] {
                let claims = format!(r#"{{"iss":"{iss}","aud":"{aud}","tid":"{tid}"}}"#);
                assert_eq!(found_by(&RULE, &token_with(&claims)).len(), count, "{claims}");
            }
        }
    }
}
