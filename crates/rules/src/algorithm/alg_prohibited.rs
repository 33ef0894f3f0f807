//! An algorithm that is registered as prohibited.

use crate::query::algorithms::by_algorithm;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
use inspect::jose;
use inspect::jose::IanaStanding;

pub(crate) static RECORD: Record = Record {
    id: "alg-prohibited",
    severity: Severity::Error,
    title: "Prohibited algorithm",
    why: "The name is registered only for keys in the Web Cryptography API and is prohibited in tokens. Such algorithms use SHA-1 or do not detect changes of the content.",
    advice: "Sign with ES256, PS256 or RS256, or with HS256 where both sides share a secret.",
    references: &["IANA JSON Web Signature and Encryption Algorithms", "RFC 8725 section 3.2"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Algorithm, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_algorithm(&RECORD, evaluation, |alg| {
        let algorithm = jose::algorithm(alg).filter(|algorithm| algorithm.standing == IanaStanding::Prohibited)?;
        Some(format!("Uses `{}`, which is registered as prohibited in tokens.", algorithm.name))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from, token_with};

    #[test]
    fn fires() {
        let message = "Uses `RS1`, which is registered as prohibited in tokens.";
        check(&RULE, &token_from(r#"{"alg":"RS1"}"#, "{}"), "alg-prohibited", "/header/alg", message);
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"EdDSA"}"#, "{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"rs1"}"#, "{}"));
    }
}
