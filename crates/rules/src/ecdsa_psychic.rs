//! An ECDSA signature with a zero in it.

use super::signature_shape::{Shape, by_shape};
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "ecdsa-psychic",
    title: "Psychic signature",
    severity: Severity::Error,
    why: "R and S must be at least 1. Versions of Java from 15 to 18 took zeros for a signature of anything by anyone.",
    advice: "Treat it as forged, and keep Java up to date.",
    references: &["FIPS 186-5 section 6.4.2", "CVE-2022-21449"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let message = "R or S of the signature is zero: it matches a known attack and signs nothing.";
    by_shape(evaluation, &|seen| (seen.shape == Shape::Psychic).then(|| message.to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, encode, found_by, token_from, token_of};

    #[test]
    fn fires_on_both_forms() {
        let message = "R or S of the signature is zero: it matches a known attack and signs nothing.";
        for token in [
            "eyJhbGciOiJFUzI1NiJ9.eyJhZG1pbiI6InRydWUifQ.MAYCAQACAQA",
            "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ] {
            let token = token_of(token);
            check("ecdsa-psychic", &token, "ecdsa-psychic", "/signature", message);
            assert!(
                ["ecdsa-der", "signature-all-zero", "signature-length-mismatch"]
                    .iter()
                    .all(|id| found_by(id, &token).is_empty())
            );
        }
    }

    #[test]
    fn fires_on_one_of_several_by_its_own_algorithm() {
        let zeros = encode([0; 64]);
        let signature = |alg: &str| format!(r#"{{"header":{{"alg":"{alg}"}},"signature":"{zeros}"}}"#);
        let token =
            token_of(&format!(r#"{{"payload":"e30","signatures":[{},{}]}}"#, signature("HS512"), signature("ES256")));
        assert_eq!(found_by("ecdsa-psychic", &token).len(), 1);
        assert_eq!(found_by("signature-all-zero", &token).len(), 1);
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet("ecdsa-psychic", &token_from(r#"{"alg":"ES256"}"#, "{}"));
        check_quiet("ecdsa-psychic", &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.MAYCAQACAQA"));
    }
}
