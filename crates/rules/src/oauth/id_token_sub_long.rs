//! An ID token whose subject is longer than allowed.

use guide::Question;
use inspect::display;
use inspect::jose::kinds::TokenKind;

use crate::query::{claims, kinds};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "id-token-sub-long",
    severity: Severity::Error,
    title: "Subject too long",
    why: "`sub` must not have more than 255 ASCII characters in an ID token. Clients that store it in a column of that size cut it, and two users may become one.",
    advice: "In the issuer, use a shorter identifier for users.",
    references: &["OpenID Connect Core 1.0 section 2"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

/// OpenID Connect Core 1.0 section 2, in bytes.
const LONGEST: usize = 255;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let is_id_token = evaluation.description.profile.kind == TokenKind::OidcIdToken;
    let sub = claims::text(evaluation, "sub").filter(|sub| is_id_token && sub.len() > LONGEST);
    let evidence = sub.map(|sub| {
        let length = display::counted(sub.len(), "byte");
        let message = format!("`sub` has {length}, but must not have more than {LONGEST}.");
        Evidence::new(&RECORD, message, claims::place(evaluation, "sub")).with_severity(kinds::gravest(evaluation))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn counts_bytes() {
        let google = |length: usize| {
            token_with(&format!(r#"{{"iss":"https://accounts.google.com","sub":"{}"}}"#, "a".repeat(length)))
        };
        check_quiet(&RULE, &google(255));
        let message = "`sub` has 256 bytes, but must not have more than 255.";
        check(&RULE, &google(256), "id-token-sub-long", "/payload/sub", message);
    }
}
