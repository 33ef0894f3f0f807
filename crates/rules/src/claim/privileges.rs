//! Claims by which the token opens everything, or much.

use crate::query::headers;
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use decode::json::{Kind, Member, Value};
use guide::Question;
use inspect::nature::bare;

pub(crate) static PRIVILEGED_ROLE: Record = Record {
    id: "privileged-role",
    severity: Severity::Notice,
    title: "High privileges",
    why: "The more a token allows, the worse it is if it leaks. Claims like these are also the first that attackers change.",
    advice: "Give each token only what its task needs, and let it expire soon.",
    references: &["RFC 9700 section 2.3", "RFC 6749 section 3.3"],
    guide: Question::Stale,
};

pub(crate) static SCOPE_WILDCARD: Record = Record {
    id: "scope-wildcard",
    severity: Severity::Warning,
    title: "High privileges",
    why: "The more a token allows, the worse it is if it leaks. Claims like these are also the first that attackers change.",
    advice: "Give each token only what its task needs, and let it expire soon.",
    references: &["RFC 9700 section 2.3", "RFC 6749 section 3.3"],
    guide: Question::Stale,
};

pub(crate) const RULE: Rule = Rule { records: &[&PRIVILEGED_ROLE, &SCOPE_WILDCARD], check };

/// Names of claims that are true for whoever may do everything.
const FLAGS: [&str; 5] = ["admin", "is_admin", "isAdmin", "is_superuser", "superuser"];

/// What those are called who may, in lower case. The ninth is the Global Administrator of Microsoft Entra ID.
const HIGH: [&str; 16] = [
    "admin",
    "admins",
    "administrator",
    "administrators",
    "superadmin",
    "super_admin",
    "superuser",
    "root",
    "62e90394-69f5-4237-9190-012177145e10",
    "owner",
    "sysadmin",
    "role_admin",
    "realm-admin",
    "cluster-admin",
    "service_role",
    "system:masters",
];

/// Scopes that leave nothing out.
const ANYTHING: [&str; 6] = ["*", "*:*", "*/*", "*.*", "all", "full_access"];

/// Names under which scopes stand.
const SCOPES: [&str; 4] = ["scope", "scopes", "scp", "permissions"];

/// So many are named.
const SHOWN: usize = 5;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let mut found = Vec::new();
    let Some(payload) = evaluation.token.payload() else { return found };
    let mut high: Vec<&str> = Vec::new();
    let mut first = None;
    let mut anything = None;
    into(payload.members(), None, &mut |top, name, word| {
        if is_one_of(&ANYTHING, word) && SCOPES.contains(&name) {
            anything = anything.or(Some((top, name, word)));
        } else if FLAGS.contains(&word) || is_one_of(&HIGH, word) {
            first = first.or(Some(top));
            if high.len() <= SHOWN && !high.contains(&word) {
                high.push(word);
            }
        }
    });
    if let Some((top, name, word)) = anything {
        let message = ["Says that it allows everything: `", name, "` holds `", word, "`."];
        let mut evidence = headers::evidence(RULE.by_id("scope-wildcard"), evaluation, payload, top, message.concat());
        evidence.severity = Severity::Warning;
        found.push(evidence);
    }
    if let Some(top) = first {
        let more = if high.len() > SHOWN { "`, …" } else { "`." };
        let shown = high.get(..SHOWN).unwrap_or(&high).join("`, `");
        let message = ["Says that its holder has high privileges: `", &shown, more];
        found.push(headers::evidence(&PRIVILEGED_ROLE, evaluation, payload, top, message.concat()));
    }
    found
}

/// Shows each word that says what its holder may do: with the top-level member that it stands in, and under which
/// name. A flag that is true shows its name.
fn into<'s>(members: &'s [Member], top: Option<&'s Member>, see: &mut dyn FnMut(&'s Member, &'s str, &'s str)) {
    for member in members {
        let top = top.unwrap_or(member);
        let name = bare(&member.name.text);
        let mut words = |value: &'s Value| {
            value.as_str().unwrap_or_default().split([' ', ',']).for_each(|word| see(top, name, word));
        };
        match &member.value.kind {
            // No deeper than the reader goes.
            Kind::Object(inner) => into(inner, Some(top), see),
            Kind::Bool(true) if FLAGS.contains(&name) => see(top, name, name),
            Kind::String(_) if is_list(name) => words(&member.value),
            Kind::Array(values) if is_list(name) => values.iter().for_each(words),
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
        let message = "Says that its holder has high privileges: `isAdmin`, `Admin`, `root`.";
        let claims = r#"{"isAdmin":true,"role":"Admin","groups":["staff","root","Admin"]}"#;
        fires(claims, "privileged-role", "/payload/isAdmin", message);
        let message = "Says that its holder has high privileges: `realm-admin`.";
        let claims = r#"{"resource_access":{"realm-management":{"roles":["realm-admin"]}}}"#;
        fires(claims, "privileged-role", "/payload/resource_access", message);
        let message = "Says that its holder has high privileges: `owner`.";
        fires(
            r#"{"https://a.example/roles":["owner"]}"#,
            "privileged-role",
            "/payload/https:~1~1a.example~1roles",
            message,
        );
        let message = "Says that its holder has high privileges: `admin`, `admins`, `root`, `owner`, `sysadmin`, …";
        let claims = r#"{"roles":["admin","admins","root","owner","sysadmin","superuser"]}"#;
        fires(claims, "privileged-role", "/payload/roles", message);
    }

    #[test]
    fn warns_of_scopes_without_a_limit() {
        let message = "Says that it allows everything: `scope` holds `*`.";
        fires(r#"{"scope":"openid * all"}"#, "scope-wildcard", "/payload/scope", message);
        let message = "Says that it allows everything: `permissions` holds `*:*`.";
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
                let message = ["Says that it allows everything: `", name, "` holds `", word, "`."].concat();
                let claims = ["{\"", name, "\":\"", word, "\"}"].concat();
                fires(&claims, "scope-wildcard", &["/payload/", name].concat(), &message);
            }
        }
        let high = "admin admins administrator administrators superadmin super_admin superuser root owner sysadmin \
                    role_admin realm-admin cluster-admin service_role system:masters \
                    62e90394-69f5-4237-9190-012177145e10";
        for (name, word) in high.split(' ').map(|word| ("roles", word)).chain(
            ["scope", "scp", "permissions", "role", "group", "groups", "authorities", "wids"].map(|it| (it, "admin")),
        ) {
            let message = ["Says that its holder has high privileges: `", word, "`."].concat();
            let claims = ["{\"", name, "\":\"", word, "\"}"].concat();
            fires(&claims, "privileged-role", &["/payload/", name].concat(), &message);
        }
        for name in ["admin", "is_admin", "isAdmin", "is_superuser", "superuser"] {
            let message = ["Says that its holder has high privileges: `", name, "`."].concat();
            fires(&["{\"", name, "\":true}"].concat(), "privileged-role", &["/payload/", name].concat(), &message);
        }
        let message = "Says that its holder has high privileges: `admin`, `admins`, `root`, `owner`, `sysadmin`.";
        let claims = r#"{"roles":["admin","admins","root","owner","sysadmin"]}"#;
        fires(claims, "privileged-role", "/payload/roles", message);
    }
}
