//! A signature that is made to resist quantum computers.

use crate::query::algorithms::by_algorithm;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
use inspect::display::counted;
use inspect::jose;
use inspect::jose::algorithms::AlgorithmFamily;

pub(crate) static RECORD: Record = Record {
    id: "alg-post-quantum",
    severity: Severity::Info,
    title: "Post-quantum signature",
    why: "Few libraries can verify ML-DSA yet. Its signatures have thousands of bytes and may not fit into a header or a cookie.",
    advice: "Check that every service that verifies the token knows the algorithm and accepts tokens of this length.",
    references: &["RFC 9964"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Algorithm, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_algorithm(&RECORD, evaluation, |alg| {
        let algorithm = jose::algorithm(alg).filter(|algorithm| algorithm.family == AlgorithmFamily::MlDsa)?;
        let bytes = counted(algorithm.signature_lengths().first().copied()?, "byte");
        Some(format!("`{}` is a post-quantum algorithm: its signatures have {bytes}.", algorithm.name))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from, token_with};

    #[test]
    fn fires() {
        let message = "`ML-DSA-44` is a post-quantum algorithm: its signatures have 2420 bytes.";
        check(&RULE, &token_from(r#"{"alg":"ML-DSA-44"}"#, "{}"), "alg-post-quantum", "/header/alg", message);
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"ML-DSA-45"}"#, "{}"));
    }
}
