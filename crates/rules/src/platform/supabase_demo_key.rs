//! A key that every local Supabase has by default.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "supabase-demo-key",
    severity: Severity::Info,
    title: "Supabase demo key",
    why: "Every local Supabase starts with this same key, so everybody knows it.",
    advice: "Use it on your own machine only. Give every server that others can reach a secret and keys of its own.",
    references: &["Supabase documentation, “Understanding API keys”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !matches!(claims::issuer(evaluation), Some(KnownIssuer::SupabaseAnon | KnownIssuer::SupabaseServiceRole))
        || !claims::is_text(evaluation, "iss", "supabase-demo")
    {
        return Vec::new();
    }
    let message = "Every Supabase on a developer's own machine has such a key by default: no server that others reach should accept it.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "iss"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_both_roles() {
        let message = "Every Supabase on a developer's own machine has such a key by default: no server that others reach should accept it.";
        for role in ["anon", "service_role"] {
            let token = token_with(&format!(r#"{{"iss":"supabase-demo","role":"{role}"}}"#));
            check(&RULE, &token, "supabase-demo-key", "/payload/iss", message);
        }
    }

    #[test]
    fn is_quiet_on_what_is_almost_the_same() {
        for claims in [r#"{"iss":"supabase-demo2","role":"anon"}"#, r#"{"iss":"supabase-demo","role":"service"}"#] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
