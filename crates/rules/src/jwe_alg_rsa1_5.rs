//! A content key that is encrypted with the old RSA padding.

use super::algorithms::by_algorithm;
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "jwe-alg-rsa1-5",
    title: "Old RSA padding",
    severity: Severity::Warning,
    why: "Whoever can ask a server often enough whether such padding is right can decrypt without the key (Bleichenbacher's attack).",
    advice: "Encrypt with RSA-OAEP-256 or ECDH-ES, and let the server refuse RSA1_5.",
    references: &["RFC 7518 section 4.2", "RFC 8725 section 3.2"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let message = "Encrypted with `RSA1_5`, whose padding is open to attack.";
    by_algorithm(evaluation, &|alg| (alg == "RSA1_5" && evaluation.token.format.is_encrypted()).then(|| message.to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, encode, token_from, token_of};

    #[test]
    fn fires() {
        let message = "Encrypted with `RSA1_5`, whose padding is open to attack.";
        let token = token_of(&[&encode(r#"{"alg":"RSA1_5","enc":"A128GCM"}"#), ".AA.AA.AA.AA"].concat());
        check("jwe-alg-rsa1-5", &token, "jwe-alg-rsa1-5", "/header/alg", message);
    }

    #[test]
    fn is_quiet_on_others_and_on_signed_tokens() {
        check_quiet(
            "jwe-alg-rsa1-5",
            &token_of(&[&encode(r#"{"alg":"RSA-OAEP","enc":"A128GCM"}"#), ".AA.AA.AA.AA"].concat()),
        );
        check_quiet("jwe-alg-rsa1-5", &token_from(r#"{"alg":"RSA1_5"}"#, "{}"));
    }
}
