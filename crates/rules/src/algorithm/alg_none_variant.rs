//! The algorithm `none` in a spelling that a filter can miss.

use crate::query::algorithms::{by_algorithm, is_disguised_none};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
use inspect::display;

pub(crate) static RECORD: Record = Record {
    id: "alg-none-variant",
    severity: Severity::Error,
    title: "Disguised `none`",
    why: "Some verifiers refused exactly `none` but treated another spelling of it as unsigned. An attacker could then write any claims.",
    advice: "Compare `alg` exactly with a list of allowed algorithms, instead of refusing single names.",
    references: &["RFC 7515 section 4.1.1", "RFC 8725 section 3.1"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Algorithm, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_algorithm(&RECORD, evaluation, |alg| {
        let message = " is a disguised `none`: a known way to slip an unsigned token past a filter.";
        is_disguised_none(alg).then(|| display::quoted(alg, 80) + message)
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, findings, found_by, token_from, token_of, token_with};

    #[test]
    fn fires_on_every_disguise() {
        let message = "`nOnE` is a disguised `none`: a known way to slip an unsigned token past a filter.";
        let seed = token_of("eyJhbGciOiJuT25FIn0.eyJzdWIiOiJ1MSJ9.");
        check(&RULE, &seed, "alg-none-variant", "/header/alg", message);
        for alg in ["None", "NONE", "none ", " none", "none\\u0000", "no\\u200bne", "none\\n"] {
            let token = token_from(&format!("{{\"alg\":\"{alg}\"}}"), "{}");
            assert_eq!(found_by(&RULE, &token).len(), 1, "{alg}");
            let others = ["alg-unknown", "alg-case", "alg-none", "signature-missing"];
            assert!(findings(&token).iter().all(|finding| !others.contains(&finding.id())));
        }
    }

    #[test]
    fn is_quiet_on_none_itself_and_on_others() {
        check_quiet(&RULE, &token_of("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9."));
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"nonesuch"}"#, "{}"));
    }
}
