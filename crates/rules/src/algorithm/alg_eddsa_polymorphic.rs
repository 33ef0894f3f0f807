//! The algorithm `EdDSA`, which does not name the curve.

use crate::query::algorithms::by_algorithm;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "alg-eddsa-polymorphic",
    severity: Severity::Info,
    title: "Old name of the Edwards-curve algorithms",
    why: "`EdDSA` stands for more than one curve, so a verifier learns only from the key which one is meant. `Ed25519` and `Ed448` name the curve, so both sides can agree on it beforehand.",
    advice: "Use `Ed25519` in new systems whose libraries know it. `EdDSA` is still very common and need not be refused.",
    references: &["RFC 9864 section 2.2"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Algorithm, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let message = "`EdDSA` is deprecated in favour of `Ed25519` and `Ed448`, which name the curve.";
    by_algorithm(&RECORD, evaluation, |alg| (alg == "EdDSA").then(|| message.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from, token_with};

    #[test]
    fn fires() {
        let message = "`EdDSA` is deprecated in favour of `Ed25519` and `Ed448`, which name the curve.";
        let token = token_from(r#"{"alg":"EdDSA"}"#, "{}");
        check(&RULE, &token, "alg-eddsa-polymorphic", "/header/alg", message);
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"Ed25519"}"#, "{}"));
    }
}
