//! `EdDSA`, which leaves the curve to the key.

use super::algorithms::by_algorithm;
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "alg-eddsa-polymorphic",
    title: "Newer name",
    severity: Severity::Info,
    why: "A name that says everything lets both sides know beforehand what they can check. The old one is still very common.",
    advice: "Prefer `Ed25519` in new systems whose libraries know it.",
    references: &["RFC 9864 section 2.2"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let message = "`EdDSA` is deprecated in favour of `Ed25519` and `Ed448`, which name the curve.";
    by_algorithm(evaluation, &|alg| (alg == "EdDSA").then(|| message.to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_from, token_with};

    #[test]
    fn fires() {
        let message = "`EdDSA` is deprecated in favour of `Ed25519` and `Ed448`, which name the curve.";
        let token = token_from(r#"{"alg":"EdDSA"}"#, "{}");
        check("alg-eddsa-polymorphic", &token, "alg-eddsa-polymorphic", "/header/alg", message);
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet("alg-eddsa-polymorphic", &token_with("{}"));
        check_quiet("alg-eddsa-polymorphic", &token_from(r#"{"alg":"Ed25519"}"#, "{}"));
    }
}
