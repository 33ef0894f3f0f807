//! One repeated byte instead of a signature.

use crate::query::signature_shape::{Shape, by_shape};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "signature-all-zero",
    severity: Severity::Error,
    title: "Filler instead of a signature",
    why: "The signature is one byte repeated, which no algorithm produces. A test, an example or a tool put it where the signature should be.",
    advice: "Get a signed token from the issuer. A verifier must refuse this one.",
    references: &["RFC 7515 section 5.2"],
    guide: Question::Decoded,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Signature, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_shape(&RECORD, evaluation, |seen| match seen.shape {
        Shape::Filler(byte) => {
            Some(format!("The signature is a filler: {} times the byte 0x{byte:02X}.", seen.part.bytes.len()))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of(&format!("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.{}", encode([0; 32])));
        let message = "The signature is a filler: 32 times the byte 0x00.";
        check(&RULE, &token, "signature-all-zero", "/signature", message);
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9."));
        check_quiet(&RULE, &token_of("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9.AAAAAAAAAAAAAAAA"));
    }
}
