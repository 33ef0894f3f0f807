//! `none`, spelt so that a filter misses it.

use super::algorithms::{by_algorithm, is_disguised_none};
use super::{Evidence, Rule, Severity, Evaluation};
use inspect::display;

pub(super) const RULE: Rule = Rule {
    id: "alg-none-variant",
    title: "Disguised `none`",
    severity: Severity::Error,
    why: "Some verifiers refused `none` in exactly this spelling, and took any other for it: anyone could write any claims.",
    advice: "Let the server accept only the algorithms that it expects, compared exactly.",
    references: &["RFC 7515 section 4.1.1", "RFC 8725 section 3.1"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_algorithm(evaluation, &|alg| {
        let message = "` is a disguised `none`: a known way to slip an unsigned token past a filter.";
        is_disguised_none(alg).then(|| ["`", &display::capped(alg, 80), message].concat())
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, found_by, token_from, token_of, token_with};

    #[test]
    fn fires_on_every_disguise() {
        let message = "`nOnE` is a disguised `none`: a known way to slip an unsigned token past a filter.";
        let seed = token_of("eyJhbGciOiJuT25FIn0.eyJzdWIiOiJ1MSJ9.");
        check("alg-none-variant", &seed, "alg-none-variant", "/header/alg", message);
        for alg in ["None", "NONE", "none ", " none", "none\\u0000", "no\\u200bne", "none\\n"] {
            let token = token_from(&["{\"alg\":\"", alg, "\"}"].concat(), "{}");
            assert_eq!(found_by("alg-none-variant", &token).len(), 1, "{alg}");
            assert!(
                ["alg-unknown", "alg-case", "alg-none", "signature-missing"]
                    .iter()
                    .all(|id| found_by(id, &token).is_empty())
            );
        }
    }

    #[test]
    fn is_quiet_on_none_itself_and_on_others() {
        check_quiet("alg-none-variant", &token_of("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9."));
        check_quiet("alg-none-variant", &token_with("{}"));
        check_quiet("alg-none-variant", &token_from(r#"{"alg":"nonesuch"}"#, "{}"));
    }
}
