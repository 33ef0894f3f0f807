//! An ECDSA signature with a number that is too large.

use crate::query::signature_shape::{Shape, by_shape};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "ecdsa-out-of-range",
    severity: Severity::Error,
    title: "ECDSA number too large",
    why: "R and S of a valid signature are smaller than the order of the curve. One of them is not, so no key can have made this signature.",
    advice: "Look for damaged bytes, a wrong byte order, or an `alg` that names another curve than the key has.",
    references: &["FIPS 186-5 section 6.4.2", "RFC 7518 section 3.4"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Signature, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_shape(&RECORD, evaluation, |seen| {
        let message = || format!("R or S of the signature is too large for `{}`: it cannot verify.", seen.alg);
        (seen.shape == Shape::OutOfRange).then(message)
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_from, token_of};

    #[test]
    fn fires() {
        let signature = encode([[0xff; 32], [7; 32]].concat());
        let token = token_of(&format!("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.{signature}"));
        let message = "R or S of the signature is too large for `ES256`: it cannot verify.";
        check(&RULE, &token, "ecdsa-out-of-range", "/signature", message);
    }

    #[test]
    fn is_quiet_on_numbers_in_range_and_other_algorithms() {
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256"}"#, "{}"));
        let signature = encode([[0xff; 32], [7; 32]].concat());
        check_quiet(&RULE, &token_of(&format!("eyJhbGciOiJIUzUxMiJ9.eyJzdWIiOiJ1MSJ9.{signature}")));
    }
}
