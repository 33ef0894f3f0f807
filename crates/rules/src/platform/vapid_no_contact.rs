//! A VAPID token without contact information.

use guide::Question;
use inspect::jose::kinds::TokenKind;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "vapid-no-contact",
    severity: Severity::Notice,
    title: "Web push without contact",
    why: "Without `sub` the push service cannot reach the sender when something goes wrong, and some push services refuse the message.",
    advice: "Write a `mailto:` or `https:` address into `sub`.",
    references: &["RFC 8292 section 2.1"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.description.profile.kind != TokenKind::VapidToken || !claims::lacks(evaluation, "sub") {
        return Vec::new();
    }
    let message = "Has no `sub`, so the push service cannot reach its sender: some refuse that.";
    vec![Evidence::new(&RECORD, message, claims::set_place(evaluation))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn fires_without_contact() {
        let push = |claims: &str| token_from(r#"{"alg":"ES256"}"#, claims);
        let message = "Has no `sub`, so the push service cannot reach its sender: some refuse that.";
        let token = push(r#"{"aud":"https://fcm.googleapis.com","exp":1700003600}"#);
        check(&RULE, &token, "vapid-no-contact", "/payload", message);
        let token = push(r#"{"aud":"https://fcm.googleapis.com","exp":1700003600,"sub":"mailto:a@b.example"}"#);
        check_quiet(&RULE, &token);
    }
}
