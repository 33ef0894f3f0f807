//! A token of Firebase with another project in `aud` than in `iss`, or with an invalid user ID.

use decode::json::Value;
use guide::Question;
use inspect::display;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static FIREBASE_AUD_DIFFERS: Record = Record {
    id: "firebase-aud-differs",
    severity: Severity::Error,
    title: "Firebase project differs from issuer",
    why: "Firebase writes the project into both `iss` and `aud`. A service must refuse the token where they differ: it may be of another project.",
    advice: "Check both against the ID of your own project, with the Firebase Admin SDK if you can.",
    references: &["Firebase documentation, “Verify ID tokens”", "Firebase documentation, “Manage session cookies”"],
    guide: Question::Profiles,
};

pub(crate) static FIREBASE_SUB_LENGTH: Record = Record {
    id: "firebase-sub-length",
    severity: Severity::Error,
    title: "Invalid Firebase user ID",
    why: "The user ID in `sub` must have 1 to 128 characters. Firebase makes no others, and its libraries refuse the token.",
    advice: "Refuse the token. If you make user IDs yourself, keep them within 128 characters.",
    references: &["Firebase documentation, “Verify ID tokens”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Services,
    records: &[&FIREBASE_AUD_DIFFERS, &FIREBASE_SUB_LENGTH],
    check: Check::Once(check),
};

/// "Verify ID tokens" and "Manage session cookies" of Firebase.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !matches!(claims::issuer(evaluation), Some(KnownIssuer::Firebase | KnownIssuer::FirebaseSession)) {
        return Vec::new();
    }
    judge(evaluation).into_iter().collect()
}

fn judge(evaluation: &Evaluation) -> Option<Evidence> {
    let project = claims::value(evaluation, "iss")?.as_str()?.rsplit('/').next()?;
    let (payload, aud) = claims::claim(evaluation, "aud")?;
    if aud.value.as_str() != Some(project) {
        let [project, aud] = [project, &payload.source(aud.value.span)].map(|text| display::quoted(text, 80));
        let message = format!("`aud` must be the project that `iss` names, {project}, but is {aud}.");
        return Some(Evidence::new(&FIREBASE_AUD_DIFFERS, message, claims::place(evaluation, "aud")));
    }
    let length = claims::value(evaluation, "sub").and_then(Value::as_str)?.chars().count();
    if (1..=128).contains(&length) {
        return None;
    }
    let message = format!("`sub` must have 1 to 128 characters, but has {length}.");
    Some(Evidence::new(&FIREBASE_SUB_LENGTH, message, claims::place(evaluation, "sub")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, found_by, token_from};

    #[test]
    fn compares_projects() {
        let firebase = |aud: &str, sub: &str| {
            let claims = format!(r#"{{"iss":"https://securetoken.google.com/shop","aud":{aud},"sub":"{sub}"}}"#);
            token_from(r#"{"alg":"RS256"}"#, &claims)
        };
        let message = "`aud` must be the project that `iss` names, `shop`, but is `\"other\"`.";
        check(&RULE, &firebase("\"other\"", "u"), "firebase-aud-differs", "/payload/aud", message);
        let message = "`sub` must have 1 to 128 characters, but has 0.";
        check(&RULE, &firebase("\"shop\"", ""), "firebase-sub-length", "/payload/sub", message);
        check_quiet(&RULE, &firebase("\"shop\"", &"u".repeat(128)));
    }

    #[test]
    fn counts_characters() {
        for (length, is_fine) in [(1, true), (128, true), (129, false)] {
            for iss in ["https://securetoken.google.com/p", "https://session.firebase.google.com/p"] {
                let claims = format!(r#"{{"iss":"{iss}","aud":"p","sub":"{}"}}"#, "ü".repeat(length));
                let found = found_by(&RULE, &token_from(r#"{"alg":"RS256"}"#, &claims));
                assert_eq!(found.is_empty(), is_fine, "{length}");
                assert!(found.iter().all(|(id, ..)| id == "firebase-sub-length"), "{length}");
            }
        }
    }
}
