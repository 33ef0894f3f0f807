//! The public key of a Supabase project.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "supabase-anon",
    severity: Severity::Info,
    title: "Supabase anonymous key",
    why: "This key is meant to be public. It protects nothing by itself: Row Level Security decides what it may read and write.",
    advice: "Enable Row Level Security on every table that the key can reach.",
    references: &["Supabase documentation, “Understanding API keys”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if claims::issuer(evaluation) != Some(KnownIssuer::SupabaseAnon) || !claims::is_text(evaluation, "iss", "supabase")
    {
        return Vec::new();
    }
    let message = "Such keys are public by design: Row Level Security decides what they may read and write.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "role"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires() {
        let message = "Such keys are public by design: Row Level Security decides what they may read and write.";
        let token = token_with(r#"{"iss":"supabase","role":"anon","exp":2000000000}"#);
        check(&RULE, &token, "supabase-anon", "/payload/role", message);
    }

    #[test]
    fn is_quiet_on_what_is_almost_the_same() {
        for claims in [r#"{"iss":"supabase","role":"anonymous"}"#, r#"{"iss":"supabase-demo","role":"anon"}"#] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
