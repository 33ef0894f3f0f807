//! Claims and header parameters that contradict the rules of the platform that they are said to come from.

use crate::oauth::oauth_claims::{claim, on, one_or_many};
use crate::query::key_address;
use crate::query::times;
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Part;
use decode::json::Value;
use guide::Question;
use inspect::{calendar, display, numeric_date};

pub(crate) static ENTRA_TENANT_DIFFERS: Record = Record {
    id: "entra-tenant-differs",
    severity: Severity::Warning,
    title: "Not as the platform writes it",
    why: "Services of this platform compare these claims, or let users write them: relying on them otherwise lets strangers in.",
    advice: "Check them as the documentation of the platform says.",
    references: &["RFC 8292 section 2", "SPIFFE JWT-SVID section 2", "the documentation of the platform"],
    guide: Question::Profiles,
};

pub(crate) static FIREBASE_AUD_DIFFERS: Record = Record {
    id: "firebase-aud-differs",
    severity: Severity::Error,
    title: "Not as the platform writes it",
    why: "Services of this platform compare these claims, or let users write them: relying on them otherwise lets strangers in.",
    advice: "Check them as the documentation of the platform says.",
    references: &["RFC 8292 section 2", "SPIFFE JWT-SVID section 2", "the documentation of the platform"],
    guide: Question::Profiles,
};

pub(crate) static FIREBASE_SUB_LENGTH: Record = Record {
    id: "firebase-sub-length",
    severity: Severity::Error,
    title: "Not as the platform writes it",
    why: "Services of this platform compare these claims, or let users write them: relying on them otherwise lets strangers in.",
    advice: "Check them as the documentation of the platform says.",
    references: &["RFC 8292 section 2", "SPIFFE JWT-SVID section 2", "the documentation of the platform"],
    guide: Question::Profiles,
};

pub(crate) static SUPABASE_EDITABLE_ROLE: Record = Record {
    id: "supabase-editable-role",
    severity: Severity::Warning,
    title: "Not as the platform writes it",
    why: "Services of this platform compare these claims, or let users write them: relying on them otherwise lets strangers in.",
    advice: "Check them as the documentation of the platform says.",
    references: &["RFC 8292 section 2", "SPIFFE JWT-SVID section 2", "the documentation of the platform"],
    guide: Question::Profiles,
};

pub(crate) static K8S_EXTENDED_LIFETIME: Record = Record {
    id: "k8s-extended-lifetime",
    severity: Severity::Info,
    title: "Not as the platform writes it",
    why: "Services of this platform compare these claims, or let users write them: relying on them otherwise lets strangers in.",
    advice: "Check them as the documentation of the platform says.",
    references: &["RFC 8292 section 2", "SPIFFE JWT-SVID section 2", "the documentation of the platform"],
    guide: Question::Profiles,
};

pub(crate) static JWT_SVID_HEADER: Record = Record {
    id: "jwt-svid-header",
    severity: Severity::Error,
    title: "Not as the platform writes it",
    why: "Services of this platform compare these claims, or let users write them: relying on them otherwise lets strangers in.",
    advice: "Check them as the documentation of the platform says.",
    references: &["RFC 8292 section 2", "SPIFFE JWT-SVID section 2", "the documentation of the platform"],
    guide: Question::Profiles,
};

pub(crate) static VAPID_AUD_PATH: Record = Record {
    id: "vapid-aud-path",
    severity: Severity::Warning,
    title: "Not as the platform writes it",
    why: "Services of this platform compare these claims, or let users write them: relying on them otherwise lets strangers in.",
    advice: "Check them as the documentation of the platform says.",
    references: &["RFC 8292 section 2", "SPIFFE JWT-SVID section 2", "the documentation of the platform"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule {
    records: &[
        &ENTRA_TENANT_DIFFERS,
        &FIREBASE_AUD_DIFFERS,
        &FIREBASE_SUB_LENGTH,
        &SUPABASE_EDITABLE_ROLE,
        &K8S_EXTENDED_LIFETIME,
        &JWT_SVID_HEADER,
        &VAPID_AUD_PATH,
    ],
    check,
};

type Check = fn(&Evaluation, &Part) -> Option<Evidence>;

/// By kind or issuer.
const CHECKS: [(&str, Check); 10] = [
    ("entra-v1", entra_tenant),
    ("entra-v2", entra_tenant),
    ("entra-graph", entra_tenant),
    ("firebase", firebase_project),
    ("firebase-session", firebase_project),
    ("supabase-user", supabase_metadata),
    ("k8s-bound", kubernetes_replacement),
    ("eks", kubernetes_replacement),
    ("jwt-svid", spiffe_header),
    ("vapid-token", push_audience),
];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let profile = &evaluation.description.profile;
    let issuer = profile.issuer_id();
    let check = CHECKS.iter().find(|(id, _)| *id == issuer || *id == profile.id);
    let evidence = check.and_then(|(_, check)| check(evaluation, evaluation.token.payload()?));
    evidence.into_iter().collect()
}

/// "Access token claims reference" of Microsoft: the tenant in `iss` is that of `tid`.
fn entra_tenant(evaluation: &Evaluation, payload: &Part) -> Option<Evidence> {
    let [iss, tid] = ["iss", "tid"].map(|name| claim(payload, name).and_then(Value::as_str));
    let (iss, tid) = iss.zip(tid)?;
    let message = ["`tid` is `", &display::capped(tid, 80), "`, but `iss` names another tenant."];
    let is_same = iss.split('/').any(|segment| segment.eq_ignore_ascii_case(tid));
    (!is_same).then(|| on(RULE.by_id("entra-tenant-differs"), evaluation, Severity::Warning, "tid", &message))
}

/// "Verify ID tokens" and "Manage session cookies" of Firebase.
fn firebase_project(evaluation: &Evaluation, payload: &Part) -> Option<Evidence> {
    let project = claim(payload, "iss")?.as_str()?.rsplit('/').next()?;
    let aud = claim(payload, "aud")?;
    if aud.as_str() != Some(project) {
        let quoted = [project, &payload.source(aud.span)].map(|text| display::capped(text, 80));
        let [project, aud] = &quoted;
        let message = ["`aud` must be the project that `iss` names, `", project, "`, but is `", aud, "`."];
        return Some(on(RULE.by_id("firebase-aud-differs"), evaluation, Severity::Error, "aud", &message));
    }
    let sub = claim(payload, "sub")?.as_str()?;
    let message = ["`sub` must have 1 to 128 characters, but has ", &sub.chars().count().to_string(), "."];
    let is_uid = (1..=128).contains(&sub.chars().count());
    (!is_uid).then(|| on(RULE.by_id("firebase-sub-length"), evaluation, Severity::Error, "sub", &message))
}

/// Names under which services look for what a user may do.
const ROLES: [&str; 9] =
    ["admin", "isAdmin", "is_admin", "permissions", "role", "roles", "superuser", "is_superuser", "tenant_id"];

/// "User management" of Supabase: users can write their own `user_metadata`.
fn supabase_metadata(evaluation: &Evaluation, payload: &Part) -> Option<Evidence> {
    let members = claim(payload, "user_metadata")?.members();
    let role = members.iter().find(|member| ROLES.contains(&member.name.text.as_str()))?;
    let message = [
        "Users can change `user_metadata` themselves, and it has `",
        &role.name.text,
        "`: read that from `app_metadata`.",
    ];
    Some(on(RULE.by_id("supabase-editable-role"), evaluation, Severity::Warning, "user_metadata", &message))
}

/// Kubernetes, KEP-1205: an hour and seven seconds after a token was issued its pod should have got another.
fn kubernetes_replacement(evaluation: &Evaluation, payload: &Part) -> Option<Evidence> {
    const NAME: &str = "kubernetes.io";
    let written = claim(payload, NAME)?.member("warnafter")?;
    let replaced = numeric_date::parse(&payload.source(written.span)).filter(|date| !date.out_of_range)?.seconds;
    let (_, _, exp) = times::sensible(evaluation, "exp")?;
    let is_extended = exp.saturating_sub(replaced) > 86_400 && replaced > times::YEAR_2000;
    let message = [
        "Lasts this long for old programs alone: its pod gets another, and from ",
        &calendar::day_and_time(replaced),
        " on Kubernetes counts its use as outdated.",
    ];
    is_extended.then(|| on(RULE.by_id("k8s-extended-lifetime"), evaluation, Severity::Info, NAME, &message))
}

/// SPIFFE JWT-SVID section 2.
fn spiffe_header(evaluation: &Evaluation, _: &Part) -> Option<Evidence> {
    let header = evaluation.token.header()?;
    let is_strange = |name: &str| !["alg", "kid", "typ"].contains(&name);
    let member = header.members().iter().find(|member| is_strange(&member.name.text))?;
    let message =
        ["The header has `", &display::capped(&member.name.text, 80), "`, but may have `alg`, `kid`, `typ` alone."];
    let mut evidence =
        Evidence::new(RULE.by_id("platform-claims"), message.concat(), Place::member(evaluation.token, header, member));
    evidence.record = RULE.by_id("jwt-svid-header");
    Some(evidence)
}

/// RFC 8292 section 2: the origin of the push service.
fn push_audience(evaluation: &Evaluation, payload: &Part) -> Option<Evidence> {
    let with_path = |text: &&str| key_address::read(text).is_some_and(|address| !address.rest.is_empty());
    let text = one_or_many(claim(payload, "aud")?).iter().filter_map(Value::as_str).find(with_path)?;
    let message =
        ["`aud` must be the push service's origin, without a path, but is `", &display::capped(text, 80), "`."];
    Some(on(RULE.by_id("vapid-aud-path"), evaluation, Severity::Warning, "aud", &message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, findings, token_from, token_with};
    use decode::Token;

    #[track_caller]
    fn fires(token: &Token, id: &str, place: &str, severity: Severity, message: &str) {
        check(&RULE, token, id, place, message);
        let found = findings(token).into_iter().find(|finding| crate::testing::is_of(&RULE, &finding));
        assert_eq!(found.map(|finding| finding.severity), Some(severity));
    }

    #[test]
    fn compares_tenants() {
        let entra = |tid: &str| token_with(&[r#"{"iss":"https://sts.windows.net/aa-1/","tid":""#, tid, "\"}"].concat());
        let message = "`tid` is `bb-2`, but `iss` names another tenant.";
        fires(&entra("bb-2"), "entra-tenant-differs", "/payload/tid", Severity::Warning, message);
        check_quiet(&RULE, &entra("AA-1"));
    }

    #[test]
    fn compares_projects() {
        let firebase = |aud: &str, sub: &str| {
            let claims = [r#"{"iss":"https://securetoken.google.com/shop","aud":"#, aud, r#","sub":""#, sub, "\"}"];
            token_from(r#"{"alg":"RS256"}"#, &claims.concat())
        };
        let message = "`aud` must be the project that `iss` names, `shop`, but is `\"other\"`.";
        fires(&firebase("\"other\"", "u"), "firebase-aud-differs", "/payload/aud", Severity::Error, message);
        let message = "`sub` must have 1 to 128 characters, but has 0.";
        fires(&firebase("\"shop\"", ""), "firebase-sub-length", "/payload/sub", Severity::Error, message);
        check_quiet(&RULE, &firebase("\"shop\"", &"u".repeat(128)));
    }

    #[test]
    fn warns_of_what_users_can_write() {
        let supabase = |metadata: &str| {
            let claims =
                [r#"{"iss":"https://a.supabase.co/auth/v1","role":"authenticated","user_metadata":"#, metadata, "}"];
            token_with(&claims.concat())
        };
        let message = "Users can change `user_metadata` themselves, and it has `role`: read that from `app_metadata`.";
        let token = supabase(r#"{"name":"Ann","role":"admin"}"#);
        fires(&token, "supabase-editable-role", "/payload/user_metadata", Severity::Warning, message);
        check_quiet(&RULE, &supabase(r#"{"name":"role"}"#));
        check_quiet(&RULE, &supabase("null"));
    }

    #[test]
    fn explains_long_lives_in_kubernetes() {
        let bound = |exp: &str| {
            let claims = [
                r#"{"sub":"system:serviceaccount:a:b","iat":1700000000,"kubernetes.io":{"warnafter":1700003607},"exp":"#,
                exp,
                "}",
            ];
            token_from(r#"{"alg":"RS256"}"#, &claims.concat())
        };
        let found =
            findings(&bound("1731536000")).into_iter().find(|it| it.id() == "k8s-extended-lifetime").expect("it");
        assert_eq!((found.severity, &*found.place.pointer()), (Severity::Info, "/payload/kubernetes.io"));
        assert!(found.message.starts_with("Lasts this long for old programs alone: its pod gets another, and from "));
        check_quiet(&RULE, &bound("1700003600"));
    }

    #[test]
    fn knows_what_headers_may_have() {
        let svid = |header: &str| token_from(header, r#"{"sub":"spiffe://a.example/b","aud":"a","exp":1700003600}"#);
        let message = "The header has `jku`, but may have `alg`, `kid`, `typ` alone.";
        let token = svid(r#"{"alg":"ES256","jku":"https://a.example"}"#);
        fires(&token, "jwt-svid-header", "/header/jku", Severity::Warning, message);
        check_quiet(&RULE, &svid(r#"{"alg":"ES256","kid":"1","typ":"JWT"}"#));
    }

    #[test]
    fn knows_what_an_origin_is() {
        let push = |aud: &str| {
            let claims = [r#"{"sub":"mailto:a@b.example","exp":1700003600,"aud":""#, aud, "\"}"].concat();
            token_from(r#"{"alg":"ES256"}"#, &claims)
        };
        let message = "`aud` must be the push service's origin, without a path, but is `https://push.example/send/1`.";
        fires(&push("https://push.example/send/1"), "vapid-aud-path", "/payload/aud", Severity::Warning, message);
        check_quiet(&RULE, &push("https://push.example"));
    }

    #[test]
    fn every_check_is_of_a_kind_or_an_issuer_that_there_is() {
        assert!(CHECKS.iter().all(|(id, _)| inspect::profile::is_known(id)));
    }

    #[test]
    fn counts_as_the_platforms_do() {
        let ids = |header: &str, claims: &[&str]| {
            let found = crate::testing::found_by(&RULE, &token_from(header, &claims.concat()));
            found.into_iter().map(|(id, ..)| id).collect::<String>()
        };
        for (length, expected) in [(1, ""), (128, ""), (129, "firebase-sub-length")] {
            for iss in ["https://securetoken.google.com/p", "https://session.firebase.google.com/p"] {
                let claims = [r#"{"iss":""#, iss, r#"","aud":"p","sub":""#, &"ü".repeat(length), "\"}"];
                assert_eq!(ids(r#"{"alg":"RS256"}"#, &claims), expected, "{length}");
            }
        }
        for (replaced, exp, expected) in [
            ("1700003607", "1700090007", ""),
            ("1700003607", "1700090008", "k8s-extended-lifetime"),
            ("946684800", "1731536000", ""),
            ("946684801", "1731536000", "k8s-extended-lifetime"),
        ] {
            for who in [
                r#""sub":"system:serviceaccount:a:b""#,
                r#""iss":"https://oidc.eks.eu-central-1.amazonaws.com/id/AB","sub":"u""#,
            ] {
                let claims = ["{", who, r#","kubernetes.io":{"warnafter":"#, replaced, r#"},"exp":"#, exp, "}"];
                assert_eq!(ids(r#"{"alg":"RS256"}"#, &claims), expected, "{replaced} and {exp} by {who}");
            }
        }
    }

    #[test]
    fn knows_each_name_under_which_rights_are_looked_for() {
        for name in
            ["admin", "isAdmin", "is_admin", "permissions", "role", "roles", "superuser", "is_superuser", "tenant_id"]
        {
            let claims =
                [r#"{"iss":"https://a.supabase.co/auth/v1","role":"x","user_metadata":{""#, name, r#"":[]}}"#].concat();
            let found = findings(&token_with(&claims)).into_iter().find(|it| it.id() == "supabase-editable-role");
            assert!(found.is_some_and(|found| found.message.contains(name)), "{name}");
        }
    }

    #[test]
    fn compares_the_tenants_of_each_version() {
        for (iss, aud) in [
            ("https://sts.windows.net/a/", "api"),
            ("https://login.microsoftonline.com/a/v2.0", "api"),
            ("https://sts.windows.net/a/", "https://graph.microsoft.com"),
        ] {
            for (tid, count) in [("a", 0), ("b", 1)] {
                let claims = [r#"{"iss":""#, iss, r#"","aud":""#, aud, r#"","tid":""#, tid, "\"}"].concat();
                let found = crate::testing::found_by(&RULE, &token_with(&claims));
                assert_eq!(found.len(), count, "{claims}");
            }
        }
    }
}
