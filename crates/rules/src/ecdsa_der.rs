//! An ECDSA signature in the form of another world.

use super::signature_shape::{Shape, by_shape};
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "ecdsa-der",
    title: "Signature in DER",
    severity: Severity::Error,
    why: "Java, OpenSSL and many key services make signatures in DER. A token has R and S one behind the other, each in its full length.",
    advice: "Convert it where the token is signed.",
    references: &["RFC 7518 section 3.4"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_shape(evaluation, &|seen| {
        let message = || ["The signature is in DER, not in the form that `", seen.alg, "` has in a token."].concat();
        (seen.shape == Shape::Der).then(message)
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, encode, found_by, token_from, token_of};

    #[test]
    fn fires() {
        let signature = encode([0x30, 8, 2, 2, 1, 2, 2, 2, 3, 4]);
        let token = token_of(&["eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.", &signature].concat());
        let message = "The signature is in DER, not in the form that `ES256` has in a token.";
        check("ecdsa-der", &token, "ecdsa-der", "/signature", message);
        assert!(found_by("signature-length-mismatch", &token).is_empty());
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet("ecdsa-der", &token_from(r#"{"alg":"ES256"}"#, "{}"));
        check_quiet("ecdsa-der", &token_of("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.MAYCAQACAQA"));
    }
}
