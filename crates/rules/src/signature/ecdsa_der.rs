//! An ECDSA signature in DER instead of the JWS form.

use crate::query::signature_shape::{Shape, by_shape};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "ecdsa-der",
    severity: Severity::Error,
    title: "ECDSA signature in DER",
    why: "Java, OpenSSL and many key services return ECDSA signatures in DER. A token needs R and S one after the other, each in its full length, so verifiers refuse this signature.",
    advice: "Convert the signature from DER to R and S where the token is signed, or let a JWT library sign.",
    references: &["RFC 7518 section 3.4"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Signature, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_shape(&RECORD, evaluation, |seen| {
        let message = || format!("The signature is in DER, not in the form that `{}` has in a token.", seen.alg);
        (seen.shape == Shape::Der).then(message)
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, found_by, token_from, token_of};

    #[test]
    fn fires() {
        let signature = encode([0x30, 8, 2, 2, 1, 2, 2, 2, 3, 4]);
        let token = token_of(&format!("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.{signature}"));
        let message = "The signature is in DER, not in the form that `ES256` has in a token.";
        check(&RULE, &token, "ecdsa-der", "/signature", message);
        assert!(found_by(&crate::signature::signature_length_mismatch::RULE, &token).is_empty());
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256"}"#, "{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.MAYCAQACAQA"));
    }
}
