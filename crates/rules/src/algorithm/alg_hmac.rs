//! A signature that is made with a shared secret.

use guide::Question;

use crate::query::algorithms;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "alg-hmac",
    severity: Severity::Info,
    title: "Signed with a shared secret",
    why: "An HMAC secret is used both to sign and to verify, so every service that can check the token can also make one. If the secret is a weak password, anybody who has one token can try passwords until one fits.",
    advice: "Use a random secret that is at least as long as the hash, and give it to one service only. Where several parties verify, sign with a private key instead.",
    references: &["RFC 7518 section 3.2", "RFC 8725 section 3.5"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Algorithm, records: &[&RECORD], check: Check::Once(check) };

const ALGORITHMS: [&str; 3] = ["HS256", "HS384", "HS512"];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let message = "Whoever can check this token can also make one, and a weak secret can be guessed.";
    algorithms::signed_with(&ALGORITHMS, &RECORD, evaluation, message)
}

#[cfg(test)]
mod tests {
    use super::{ALGORITHMS, RULE};
    use crate::testing::{check, check_quiet, encode, token_from, token_of};

    #[test]
    fn fires_on_each_algorithm() {
        let message = "Whoever can check this token can also make one, and a weak secret can be guessed.";
        for alg in ALGORITHMS {
            check(&RULE, &token_from(&format!(r#"{{"alg":"{alg}"}}"#), "{}"), "alg-hmac", "/header/alg", message);
        }
    }

    #[test]
    fn is_quiet_on_others_and_without_a_signature() {
        for header in [r#"{"alg":"PS256"}"#, r#"{"alg":"Ed25519"}"#, r#"{"alg":"RSA-OAEP"}"#, r#"{"alg":"HS1"}"#] {
            check_quiet(&RULE, &token_from(header, "{}"));
        }
        check_quiet(&RULE, &token_of(&format!("{}.e30.", encode(r#"{"alg":"HS256"}"#))));
    }

    #[test]
    fn is_quiet_where_a_public_key_is_expected() {
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","x5t":"AA"}"#, "{}"));
    }
}
