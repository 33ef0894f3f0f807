//! The key of a Supabase project that bypasses Row Level Security.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "supabase-service-role",
    severity: Severity::Error,
    title: "Supabase service role key",
    why: "Whoever holds this key reads and writes every table of the project: Row Level Security does not apply to it.",
    advice: "Use it on servers only. If it was ever in a browser, an app or a repository, rotate the JWT secret of the project at once.",
    references: &["Supabase documentation, “Understanding API keys”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if claims::issuer(evaluation) != Some(KnownIssuer::SupabaseServiceRole)
        || !claims::is_text(evaluation, "iss", "supabase")
    {
        return Vec::new();
    }
    let message = "Such keys have full access to the database, past Row Level Security. Keep them on a server, and replace one that was ever in a browser, an app or a repository.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "role"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires() {
        let message = "Such keys have full access to the database, past Row Level Security. Keep them on a server, and replace one that was ever in a browser, an app or a repository.";
        let token = token_with(r#"{"iss":"supabase","ref":"r","role":"service_role","exp":2000000000}"#);
        check(&RULE, &token, "supabase-service-role", "/payload/role", message);
    }

    #[test]
    fn is_quiet_on_what_is_almost_the_same() {
        for claims in [
            r#"{"iss":"https://a.example","role":"service_role"}"#,
            r#"{"iss":"a","role":"service_role"}"#,
            r#"{"iss":"supabase-demo","role":"service_role"}"#,
            r#"[]"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
