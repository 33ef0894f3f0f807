//! An ECDSA signature from which anybody can compute a second valid one.

use guide::Question;

use crate::query::{algorithms, claims};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "ecdsa-malleable",
    severity: Severity::Info,
    title: "Second valid signature can be made",
    why: "From a valid ECDSA signature anybody can compute another one for the same header and payload. A deny list that stores the text of whole tokens does not recognize the changed copy.",
    advice: "In the issuer, write a `jti`. In deny lists, store the `jti`, or a hash of the header and the payload.",
    references: &["RFC 7518 section 3.4", "RFC 7519 section 4.1.7"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Signature, records: &[&RECORD], check: Check::Once(check) };

const ALGORITHMS: [&str; 4] = ["ES256", "ES256K", "ES384", "ES512"];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !is_told_by_text(evaluation) {
        return Vec::new();
    }
    let message = "Has no `jti`, and if its signature is valid, anybody can make a second valid one: identify it by \
        its header and payload, not by its whole text.";
    algorithms::signed_with(&ALGORITHMS, &RECORD, evaluation, message)
}

/// Whether a deny list can only name the token by its text. With a `jti` the list should name that.
fn is_told_by_text(evaluation: &Evaluation) -> bool {
    claims::is_bearer(evaluation) && claims::whole_set(evaluation).is_some() && claims::lacks(evaluation, "jti")
}

#[cfg(test)]
mod tests {
    use super::{ALGORITHMS, RULE};
    use crate::testing::{check, check_quiet, encode, token_from, token_of};

    #[test]
    fn fires_on_each_algorithm() {
        let message = "Has no `jti`, and if its signature is valid, anybody can make a second valid one: identify it \
            by its header and payload, not by its whole text.";
        for alg in ALGORITHMS {
            check(
                &RULE,
                &token_from(&format!(r#"{{"alg":"{alg}"}}"#), "{}"),
                "ecdsa-malleable",
                "/header/alg",
                message,
            );
        }
    }

    #[test]
    fn is_quiet_on_others_and_without_a_signature() {
        for header in [r#"{"alg":"PS256"}"#, r#"{"alg":"Ed25519"}"#, r#"{"alg":"RSA-OAEP"}"#, r#"{"alg":"HS1"}"#] {
            check_quiet(&RULE, &token_from(header, "{}"));
        }
        check_quiet(&RULE, &token_of(&format!("{}.e30.", encode(r#"{"alg":"ES256"}"#))));
    }

    #[test]
    fn is_quiet_on_tokens_with_an_id_and_on_those_that_give_no_access() {
        check_quiet(&RULE, &token_from(r#"{"alg":"ES384"}"#, r#"{"jti":"a"}"#));
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, "{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256"}"#, "hello"));
    }
}
