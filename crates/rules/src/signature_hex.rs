//! A signature that was written in hexadecimal digits first.

use super::signature_shape::{Shape, by_shape};
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "signature-hex",
    title: "Signature in hexadecimal",
    severity: Severity::Error,
    why: "base64url is for the bytes of the signature. Code that signs by hand often has them as hexadecimal digits and encodes those.",
    advice: "Encode the bytes themselves, once.",
    references: &["RFC 7515 section 5.1"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_shape(evaluation, &|seen| {
        let message =
            || ["The signature is one for `", seen.alg, "` in hexadecimal digits: it cannot verify as it is."].concat();
        (seen.shape == Shape::Hexadecimal).then(message)
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, encode, token_of, token_with};

    const DIGITS: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    #[test]
    fn fires_with_and_without_base64url() {
        let message = "The signature is one for `HS256` in hexadecimal digits: it cannot verify as it is.";
        for signature in [DIGITS, &encode(DIGITS)] {
            let token = token_of(&["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.", signature].concat());
            check("signature-hex", &token, "signature-hex", "/signature", message);
        }
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet("signature-hex", &token_with("{}"));
        check_quiet("signature-hex", &token_of(&["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.", &DIGITS[..62]].concat()));
    }
}
