//! A custom token for signing in to Firebase.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "firebase-custom-token",
    severity: Severity::Info,
    title: "Firebase custom token",
    why: "It is only for signing in to Firebase, which returns an ID token for it. An API that accepts it skips that sign-in.",
    advice: "Exchange it with the Firebase client library, and send the resulting ID token to APIs.",
    references: &["Firebase documentation, “Create custom tokens”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if claims::issuer(evaluation) != Some(KnownIssuer::FirebaseCustom) {
        return Vec::new();
    }
    let message =
        "Such tokens are for signing in to Firebase alone, which gives an ID token for one: no API should accept it.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "aud"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires() {
        let message = "Such tokens are for signing in to Firebase alone, which gives an ID token for one: no API should accept it.";
        let token = token_with(
            r#"{"aud":"https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit","uid":"u"}"#,
        );
        check(&RULE, &token, "firebase-custom-token", "/payload/aud", message);
    }

    #[test]
    fn is_quiet_on_what_is_almost_the_same() {
        check_quiet(&RULE, &token_with(r#"{"aud":"https://identitytoolkit.googleapis.com","uid":"u"}"#));
    }
}
