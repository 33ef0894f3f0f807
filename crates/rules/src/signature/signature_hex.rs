//! A signature in hexadecimal digits.

use crate::query::signature_shape::{Shape, by_shape};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "signature-hex",
    severity: Severity::Error,
    title: "Signature in hexadecimal digits",
    why: "base64url must encode the bytes of the signature. Here it encodes their hexadecimal digits, so the signature is twice as long and cannot be verified.",
    advice: "Encode the raw bytes of the signature once. Many crypto functions return hexadecimal text unless they are asked for bytes.",
    references: &["RFC 7515 section 5.1"],
    guide: Question::Decoded,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Signature, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_shape(&RECORD, evaluation, |seen| {
        let message =
            || format!("The signature is one for `{}` in hexadecimal digits: it cannot verify as it is.", seen.alg);
        (seen.shape == Shape::Hexadecimal).then(message)
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of, token_with};

    const DIGITS: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    #[test]
    fn fires_with_and_without_base64url() {
        let message = "The signature is one for `HS256` in hexadecimal digits: it cannot verify as it is.";
        for signature in [DIGITS, &encode(DIGITS)] {
            let token = token_of(&format!("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.{signature}"));
            check(&RULE, &token, "signature-hex", "/signature", message);
        }
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of(&format!("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.{}", &DIGITS[..62])));
    }
}
