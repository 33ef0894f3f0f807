//! An unsigned token of the Firebase emulator.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "firebase-emulator",
    severity: Severity::Info,
    title: "Token of the Firebase emulator",
    why: "The emulator signs nothing, so anybody can write such a token with any user in it.",
    advice: "Accept it only in tests. In production make sure that `FIREBASE_AUTH_EMULATOR_HOST` is not set.",
    references: &["Firebase documentation, “Connect your app to the Authentication Emulator”"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if claims::issuer(evaluation) != Some(KnownIssuer::FirebaseEmulator) {
        return Vec::new();
    }
    let message =
        "The Firebase emulator makes such tokens, and signs nothing: no server outside of a test should accept one.";
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "iss"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, encode, token_from, token_of};

    #[test]
    fn fires_on_unsigned_tokens_of_firebase() {
        let claims = r#"{"iss":"https://securetoken.google.com/p"}"#;
        let message = "The Firebase emulator makes such tokens, and signs nothing: no server outside of a test should accept one.";
        let token = token_of(&format!("eyJhbGciOiJub25lIn0.{}.", encode(claims)));
        check(&RULE, &token, "firebase-emulator", "/payload/iss", message);
        check_quiet(&RULE, &token_from(r#"{"alg":"RS256"}"#, claims));
    }
}
