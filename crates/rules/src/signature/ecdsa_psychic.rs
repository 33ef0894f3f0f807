//! An ECDSA signature with a zero in it.

use crate::query::signature_shape::{Shape, by_shape};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "ecdsa-psychic",
    severity: Severity::Error,
    title: "Zero in an ECDSA signature",
    why: "R and S must be at least 1. Java versions 15 to 18 accepted zeros as a valid signature for any content and any key.",
    advice: "Treat the token as forged, and update Java where such tokens are verified.",
    references: &["FIPS 186-5 section 6.4.2", "CVE-2022-21449"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Signature, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let message = "R or S of the signature is zero: it matches a known attack and signs nothing.";
    by_shape(&RECORD, evaluation, |seen| (seen.shape == Shape::Psychic).then(|| message.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, findings, found_by, token_from, token_of};

    #[test]
    fn fires_on_both_forms() {
        let message = "R or S of the signature is zero: it matches a known attack and signs nothing.";
        for token in [
            "eyJhbGciOiJFUzI1NiJ9.eyJhZG1pbiI6InRydWUifQ.MAYCAQACAQA",
            "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ] {
            let token = token_of(token);
            check(&RULE, &token, "ecdsa-psychic", "/signature", message);
            let others = ["ecdsa-der", "signature-all-zero", "signature-length-mismatch"];
            assert!(findings(&token).iter().all(|finding| !others.contains(&finding.id())));
        }
    }

    #[test]
    fn fires_on_one_of_several_by_its_own_algorithm() {
        let zeros = encode([0; 64]);
        let signature = |alg: &str| format!(r#"{{"header":{{"alg":"{alg}"}},"signature":"{zeros}"}}"#);
        let token =
            token_of(&format!(r#"{{"payload":"e30","signatures":[{},{}]}}"#, signature("HS512"), signature("ES256")));
        assert_eq!(found_by(&RULE, &token).len(), 1);
        assert_eq!(found_by(&crate::signature::signature_all_zero::RULE, &token).len(), 1);
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256"}"#, "{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.MAYCAQACAQA"));
    }
}
