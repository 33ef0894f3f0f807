//! A role in a part of a Supabase token that users can change themselves.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

/// Names under which services look for what a user may do.
const ROLES: [&str; 9] =
    ["admin", "isAdmin", "is_admin", "permissions", "role", "roles", "superuser", "is_superuser", "tenant_id"];

pub(crate) static RECORD: Record = Record {
    id: "supabase-editable-role",
    severity: Severity::Warning,
    title: "Role that users can change themselves",
    why: "Users can write their own `user_metadata`. A service that reads a role from it lets everybody make themselves an administrator.",
    advice: "Keep roles in `app_metadata`, which only the server can write, and read them from there.",
    references: &["Supabase documentation, “User management”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

/// "User management" of Supabase: users can write their own `user_metadata`.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if claims::issuer(evaluation) != Some(KnownIssuer::SupabaseUser) {
        return Vec::new();
    }
    let members = claims::value(evaluation, "user_metadata").map_or(&[][..], |metadata| metadata.members());
    let role = members.iter().find(|member| ROLES.contains(&member.name.text.as_str()));
    let evidence = role.map(|role| {
        let name = &role.name.text;
        let message =
            format!("Users can change `user_metadata` themselves, and it has `{name}`: read that from `app_metadata`.");
        Evidence::new(&RECORD, message, claims::place(evaluation, "user_metadata"))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, found_by, token_with};

    fn supabase(metadata: &str) -> decode::Token {
        let claims = r#"{"iss":"https://a.supabase.co/auth/v1","role":"authenticated","user_metadata":METADATA}"#;
        token_with(&claims.replace("METADATA", metadata))
    }

    #[test]
    fn warns_of_what_users_can_write() {
        let message = "Users can change `user_metadata` themselves, and it has `role`: read that from `app_metadata`.";
        let token = supabase(r#"{"name":"Ann","role":"admin"}"#);
        check(&RULE, &token, "supabase-editable-role", "/payload/user_metadata", message);
        check_quiet(&RULE, &supabase(r#"{"name":"role"}"#));
        check_quiet(&RULE, &supabase("null"));
    }

    #[test]
    fn knows_each_name_under_which_rights_are_looked_for() {
        for name in ROLES {
            let found = found_by(&RULE, &supabase(&format!(r#"{{"{name}":[]}}"#)));
            assert!(matches!(found.as_slice(), [(_, _, message)] if message.contains(name)), "{name}");
        }
    }
}
