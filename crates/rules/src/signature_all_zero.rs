//! One byte over and over in place of a signature.

use super::signature_shape::{Shape, by_shape};
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "signature-all-zero",
    title: "Filler for a signature",
    severity: Severity::Error,
    why: "No algorithm makes such a signature. Something stands in its place, in a test, in an example, or by mistake.",
    advice: "Copy the token again from its source. A server must refuse it as it is.",
    references: &["RFC 7515 section 5.2"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_shape(evaluation, &|seen| match seen.shape {
        Shape::Filler(byte) => {
            Some(format!("The signature is a filler: {} times the byte 0x{byte:02X}.", seen.part.bytes.len()))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, encode, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of(&["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.", &encode([0; 32])].concat());
        let message = "The signature is a filler: 32 times the byte 0x00.";
        check("signature-all-zero", &token, "signature-all-zero", "/signature", message);
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet("signature-all-zero", &token_with("{}"));
        check_quiet("signature-all-zero", &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9."));
        check_quiet("signature-all-zero", &token_of("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9.AAAAAAAAAAAAAAAA"));
    }
}
