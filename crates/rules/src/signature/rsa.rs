//! An RSA signature whose length shows that the key is too short or has an unusual size.

use crate::query::signature_shape::{Shape, by_shape};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RSA_KEY_TOO_SMALL: Record = Record {
    id: "rsa-key-too-small",
    severity: Severity::Error,
    title: "RSA key too short",
    why: "An RSA signature is as long as its key, and this key has fewer than the 2048 bits that are required. Short keys have been factored, and then anybody can sign.",
    advice: "Make a new key of 2048 bits or more, and stop accepting the old one.",
    references: &["RFC 7518 sections 3.3 and 3.5"],
    guide: Question::Algorithms,
};

pub(crate) static RSA_LENGTH_ODD: Record = Record {
    id: "rsa-length-odd",
    severity: Severity::Notice,
    title: "Unusual RSA key size",
    why: "An RSA signature is as long as its key. Nearly all keys have 2048, 3072 or 4096 bits, so bytes may have been added to or lost from this signature.",
    advice: "Compare the signature with its source, and ask the issuer for the size of its key.",
    references: &["RFC 8017 section 8.1", "RFC 7518 section 3.3"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Signature, records: &[&RSA_KEY_TOO_SMALL, &RSA_LENGTH_ODD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let small = by_shape(&RSA_KEY_TOO_SMALL, evaluation, |seen| match seen.shape {
        Shape::SmallKey { bits } => {
            Some(format!("The signature is as long as an RSA key of {bits} bits; at least 2048 are required."))
        }
        _ => None,
    });
    let odd = by_shape(&RSA_LENGTH_ODD, evaluation, |seen| match seen.shape {
        Shape::OddKey { bits } => {
            Some(format!("The signature is as long as an RSA key of {bits} bits, which is an unusual size."))
        }
        _ => None,
    });
    small.into_iter().chain(odd).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, found_by, token_from, token_of};
    use decode::Token;

    fn signed(alg: &str, length: usize) -> Token {
        let signature: Vec<u8> = (0..length).map(|at| (at * 151 % 251) as u8).collect();
        token_of(&[encode(format!("{{\"alg\":\"{alg}\"}}")), encode(r#"{"sub":"u"}"#), encode(signature)].join("."))
    }

    #[test]
    fn fires_on_small_and_odd_ones() {
        let message = "The signature is as long as an RSA key of 1024 bits; at least 2048 are required.";
        check(&RULE, &signed("RS256", 128), "rsa-key-too-small", "/signature", message);
        let message = "The signature is as long as an RSA key of 2560 bits, which is an unusual size.";
        check(&RULE, &signed("PS256", 320), "rsa-length-odd", "/signature", message);
        assert!(found_by(&crate::signature::signature_length_mismatch::RULE, &signed("RS256", 128)).is_empty());
    }

    #[test]
    fn is_quiet_on_usual_ones_and_other_algorithms() {
        for length in [256, 384, 512] {
            check_quiet(&RULE, &signed("RS256", length));
        }
        check_quiet(&RULE, &signed("RS256", 150));
        check_quiet(&RULE, &signed("HS256", 128));
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256"}"#, "{}"));
    }
}
