//! A signature that is made to resist quantum computers.

use super::algorithms::by_algorithm;
use super::{Evidence, Rule, Severity, Evaluation};
use inspect::display::counted;
use inspect::registry;

pub(super) const RULE: Rule = Rule {
    id: "alg-post-quantum",
    title: "Post-quantum signature",
    severity: Severity::Info,
    why: "Few libraries can check it yet, and tokens as long as these do not fit into every header or cookie.",
    advice: "Make sure that all who check the token know the algorithm.",
    references: &["RFC 9964"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_algorithm(evaluation, &|alg| {
        let algorithm = registry::algorithm(alg).filter(|algorithm| algorithm.name.starts_with("ML-DSA-"))?;
        let bytes = counted(algorithm.signature_bytes().first().copied()?, "byte");
        Some(["`", algorithm.name, "` is a post-quantum algorithm: its signatures have ", &bytes, "."].concat())
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_from, token_with};

    #[test]
    fn fires() {
        let message = "`ML-DSA-44` is a post-quantum algorithm: its signatures have 2420 bytes.";
        check(
            "alg-post-quantum",
            &token_from(r#"{"alg":"ML-DSA-44"}"#, "{}"),
            "alg-post-quantum",
            "/header/alg",
            message,
        );
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet("alg-post-quantum", &token_with("{}"));
        check_quiet("alg-post-quantum", &token_from(r#"{"alg":"ML-DSA-45"}"#, "{}"));
    }
}
