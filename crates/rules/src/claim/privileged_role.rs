//! Claims that give the holder of the token all rights, or those of an administrator.

use decode::json::{JsonKind, Member, Value};
use guide::Question;
use inspect::jose::entra_roles::{GLOBAL_ADMINISTRATOR, entra_role};
use inspect::jose::natures::bare;

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

/// Names of claims that are true for administrators.
const FLAGS: [&str; 5] = ["admin", "is_admin", "isAdmin", "is_superuser", "superuser"];

/// Names of roles with high privileges, in lower case.
const HIGH: [&str; 16] = [
    "admin",
    "admins",
    "administrator",
    "administrators",
    "superadmin",
    "super_admin",
    "superuser",
    "root",
    GLOBAL_ADMINISTRATOR.template_id,
    "owner",
    "sysadmin",
    "role_admin",
    "realm-admin",
    "cluster-admin",
    "service_role",
    "system:masters",
];

/// Scopes that allow everything.
const ANYTHING: [&str; 6] = ["*", "*:*", "*/*", "*.*", "all", "full_access"];

/// Names of claims that hold scopes.
const SCOPES: [&str; 4] = ["scope", "scopes", "scp", "permissions"];

/// How many roles are named.
const SHOWN: usize = 5;

pub(crate) static PRIVILEGED_ROLE: Record = Record {
    id: "privileged-role",
    severity: Severity::Notice,
    title: "High privileges",
    why: "If this token leaks, the thief has all rights of an administrator until it expires. Such claims are also the first that attackers try to add.",
    advice: "Use an ordinary token for ordinary work. Keep tokens for administrators short, and check their role on the server where much depends on it.",
    references: &["RFC 9700 section 2.3"],
    guide: Question::Stale,
};

pub(crate) static SCOPE_WILDCARD: Record = Record {
    id: "scope-wildcard",
    severity: Severity::Warning,
    title: "Scope for everything",
    why: "The token is not limited to any task: whoever gets hold of it can do all that its holder can.",
    advice: "Request and grant only the scopes that the client needs.",
    references: &["RFC 9700 section 2.3", "RFC 6749 section 3.3"],
    guide: Question::Stale,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Claims, records: &[&PRIVILEGED_ROLE, &SCOPE_WILDCARD], check: Check::Once(check) };

/// A word that says what the holder of the token may do.
#[derive(Clone, Copy)]
struct Right<'t> {
    /// The top-level member that it stands in.
    top: &'t Member,
    /// The name of the claim, without the address that may stand before it.
    name: &'t str,
    word: &'t str,
}

impl Right<'_> {
    fn is_for_everything(&self) -> bool {
        SCOPES.contains(&self.name) && is_one_of(&ANYTHING, self.word)
    }

    fn is_high(&self) -> bool {
        !self.is_for_everything() && (FLAGS.contains(&self.word) || is_one_of(&HIGH, self.word))
    }
}

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(payload) = evaluation.token.payload() else { return Vec::new() };
    let mut rights = Vec::new();
    collect(payload.members(), None, &mut rights);
    let mut found = Vec::new();
    if let Some(Right { top, name, word }) = rights.iter().find(|right| right.is_for_everything()) {
        let message = format!("Allows everything: `{name}` holds `{word}`.");
        found.push(Evidence::new(&SCOPE_WILDCARD, message, Place::member(evaluation.token, payload, top)));
    }
    let high: Vec<_> = rights.iter().filter(|right| right.is_high()).collect();
    if let Some(first) = high.first() {
        let mut words: Vec<&str> = Vec::new();
        for right in &high {
            if !words.contains(&right.word) {
                words.push(right.word);
            }
        }
        let end = if words.len() > SHOWN { ", …" } else { "." };
        let shown: Vec<_> = words.iter().take(SHOWN).map(|word| named(word)).collect();
        let message = format!("Gives high privileges: {}{end}", shown.join(", "));
        found.push(Evidence::new(&PRIVILEGED_ROLE, message, Place::member(evaluation.token, payload, first.top)));
    }
    found
}

/// A word, and what role of a directory it is the ID of.
fn named(word: &str) -> String {
    match entra_role(word) {
        Some(role) => format!("`{word}` ({})", role.name),
        None => format!("`{word}`"),
    }
}

/// Adds the rights that these members name, and the members inside them. A flag that is true counts with its name.
fn collect<'t>(members: &'t [Member], top: Option<&'t Member>, rights: &mut Vec<Right<'t>>) {
    for member in members {
        let top = top.unwrap_or(member);
        let name = bare(&member.name.text);
        let words = |value: &'t Value| {
            value.as_str().unwrap_or_default().split([' ', ',']).map(move |word| Right { top, name, word })
        };
        match &member.value.kind {
            // The JSON reader limits the depth.
            JsonKind::Object(inner) => collect(inner, Some(top), rights),
            JsonKind::Bool(true) if FLAGS.contains(&name) => rights.push(Right { top, name, word: name }),
            JsonKind::String(_) if is_list(name) => rights.extend(words(&member.value)),
            JsonKind::Array(values) if is_list(name) => rights.extend(values.iter().flat_map(words)),
            _ => {}
        }
    }
}

fn is_list(name: &str) -> bool {
    SCOPES.contains(&name) || matches!(name, "role" | "roles" | "group" | "groups" | "authorities" | "wids")
}

fn is_one_of(words: &[&str], word: &str) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[track_caller]
    fn fires(claims: &str, id: &str, place: &str, message: &str) {
        check(&RULE, &token_with(claims), id, place, message);
    }

    #[test]
    fn fires_on_high_roles() {
        let message = "Gives high privileges: `isAdmin`, `Admin`, `root`.";
        let claims = r#"{"isAdmin":true,"role":"Admin","groups":["staff","root","Admin"]}"#;
        fires(claims, "privileged-role", "/payload/isAdmin", message);
        let message = "Gives high privileges: `realm-admin`.";
        let claims = r#"{"resource_access":{"realm-management":{"roles":["realm-admin"]}}}"#;
        fires(claims, "privileged-role", "/payload/resource_access", message);
        let message = "Gives high privileges: `owner`.";
        fires(
            r#"{"https://a.example/roles":["owner"]}"#,
            "privileged-role",
            "/payload/https:~1~1a.example~1roles",
            message,
        );
        let message = "Gives high privileges: `admin`, `admins`, `root`, `owner`, `sysadmin`, …";
        let claims = r#"{"roles":["admin","admins","root","owner","sysadmin","superuser"]}"#;
        fires(claims, "privileged-role", "/payload/roles", message);
    }

    #[test]
    fn warns_of_scopes_without_a_limit() {
        let message = "Allows everything: `scope` holds `*`.";
        fires(r#"{"scope":"openid * all"}"#, "scope-wildcard", "/payload/scope", message);
        let message = "Allows everything: `permissions` holds `*:*`.";
        fires(r#"{"permissions":["*:*"]}"#, "scope-wildcard", "/payload/permissions", message);
    }

    #[test]
    fn is_quiet_on_ordinary_rights() {
        for claims in [
            r#"{"scope":"openid aws.cognito.signin.user.admin files:* full_access_as_app","roles":["user","admin-panel"]}"#,
            r#"{"admin":false,"isAdmin":"true","name":"root","role":"authenticated","groups":["all","*","groups"]}"#,
            r#"{"sub":"admin","user":{"name":"owner"},"realm_access":{"roles":["offline_access"]}}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }

    #[test]
    fn knows_each_name_and_word() {
        for word in ["*", "*:*", "*/*", "*.*", "all", "full_access"] {
            for name in ["scope", "scopes", "scp", "permissions"] {
                let message = ["Allows everything: `", name, "` holds `", word, "`."].concat();
                let claims = ["{\"", name, "\":\"", word, "\"}"].concat();
                fires(&claims, "scope-wildcard", &["/payload/", name].concat(), &message);
            }
        }
        let high = "admin admins administrator administrators superadmin super_admin superuser root owner sysadmin \
                    role_admin realm-admin cluster-admin service_role system:masters";
        for (name, word) in high.split(' ').map(|word| ("roles", word)).chain(
            ["scope", "scp", "permissions", "role", "group", "groups", "authorities", "wids"].map(|it| (it, "admin")),
        ) {
            let message = ["Gives high privileges: `", word, "`."].concat();
            let claims = ["{\"", name, "\":\"", word, "\"}"].concat();
            fires(&claims, "privileged-role", &["/payload/", name].concat(), &message);
        }
        let message = "Gives high privileges: \
                       `62e90394-69f5-4237-9190-012177145e10` (Global Administrator).";
        for name in ["wids", "roles"] {
            let claims = ["{\"", name, "\":[\"62e90394-69f5-4237-9190-012177145e10\",\"staff\"]}"].concat();
            fires(&claims, "privileged-role", &["/payload/", name].concat(), message);
        }
        for name in ["admin", "is_admin", "isAdmin", "is_superuser", "superuser"] {
            let message = ["Gives high privileges: `", name, "`."].concat();
            fires(&["{\"", name, "\":true}"].concat(), "privileged-role", &["/payload/", name].concat(), &message);
        }
        let message = "Gives high privileges: `admin`, `admins`, `root`, `owner`, `sysadmin`.";
        let claims = r#"{"roles":["admin","admins","root","owner","sysadmin"]}"#;
        fires(claims, "privileged-role", "/payload/roles", message);
    }
}
