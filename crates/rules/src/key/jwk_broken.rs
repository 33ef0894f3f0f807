//! A key inside the token that cannot be one.

use crate::evidence::{LIMIT, of_problem};
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static JWK_WRONG_CURVE: Record = Record {
    id: "jwk-wrong-curve",
    severity: Severity::Error,
    title: "Broken key inside",
    why: "A library that reads the key fails, or reads another key than the next one does.",
    advice: "Let the library that made the key write it out as a JWK.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    guide: Question::Keys,
};

pub(crate) static JWK_ZERO: Record = Record {
    id: "jwk-zero",
    severity: Severity::Error,
    title: "Broken key inside",
    why: "A library that reads the key fails, or reads another key than the next one does.",
    advice: "Let the library that made the key write it out as a JWK.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    guide: Question::Keys,
};

pub(crate) static JWK_LEADING_ZERO: Record = Record {
    id: "jwk-leading-zero",
    severity: Severity::Warning,
    title: "Broken key inside",
    why: "A library that reads the key fails, or reads another key than the next one does.",
    advice: "Let the library that made the key write it out as a JWK.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    guide: Question::Keys,
};

pub(crate) static JWK_MEMBER_MISSING: Record = Record {
    id: "jwk-member-missing",
    severity: Severity::Error,
    title: "Broken key inside",
    why: "A library that reads the key fails, or reads another key than the next one does.",
    advice: "Let the library that made the key write it out as a JWK.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    guide: Question::Keys,
};

pub(crate) static JWK_WRONG_TYPE: Record = Record {
    id: "jwk-wrong-type",
    severity: Severity::Error,
    title: "Broken key inside",
    why: "A library that reads the key fails, or reads another key than the next one does.",
    advice: "Let the library that made the key write it out as a JWK.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    guide: Question::Keys,
};

pub(crate) static JWK_NOT_BASE64URL: Record = Record {
    id: "jwk-not-base64url",
    severity: Severity::Error,
    title: "Broken key inside",
    why: "A library that reads the key fails, or reads another key than the next one does.",
    advice: "Let the library that made the key write it out as a JWK.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    guide: Question::Keys,
};

pub(crate) static JWK_EMPTY: Record = Record {
    id: "jwk-empty",
    severity: Severity::Error,
    title: "Broken key inside",
    why: "A library that reads the key fails, or reads another key than the next one does.",
    advice: "Let the library that made the key write it out as a JWK.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    guide: Question::Keys,
};

pub(crate) static JWK_WRONG_LENGTH: Record = Record {
    id: "jwk-wrong-length",
    severity: Severity::Error,
    title: "Broken key inside",
    why: "A library that reads the key fails, or reads another key than the next one does.",
    advice: "Let the library that made the key write it out as a JWK.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule {
    records: &[
        &JWK_WRONG_CURVE,
        &JWK_ZERO,
        &JWK_LEADING_ZERO,
        &JWK_MEMBER_MISSING,
        &JWK_WRONG_TYPE,
        &JWK_NOT_BASE64URL,
        &JWK_EMPTY,
        &JWK_WRONG_LENGTH,
    ],
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // A kind of key that is not known here need not be broken.
    let is_wrong = |problem: &&inspect::problem::Problem| problem.severity <= Severity::Warning;
    let keys = evaluation.description.keys.iter();
    let evidence = keys.flat_map(|found| {
        found
            .key
            .problems
            .iter()
            .filter(is_wrong)
            .filter_map(|problem| of_problem(RULE.records, evaluation, found.part, problem))
    });
    evidence.take(LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn fires_on_what_is_no_key() {
        let header = r#"{"alg":"RS256","jwk":{"kty":"RSA","n":"AQAB"}}"#;
        let message = "`e` is missing, which keys of the type RSA must have.";
        check(&RULE, &token_from(header, "{}"), "jwk-member-missing", "/header/jwk", message);
        let payload = r#"{"a":1,"cnf":{"jwk":{"kty":"RSA","n":7,"e":"AQAB"}}}"#;
        let message = "`n` must be a string, but is a number.";
        let token = token_from(r#"{"alg":"RS256"}"#, payload);
        check(&RULE, &token, "jwk-wrong-type", "/payload/cnf", message);
    }

    #[test]
    fn is_quiet_on_keys_and_on_kinds_that_are_new() {
        for key in [r#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#, r#"{"kty":"NEW"}"#] {
            check_quiet(&RULE, &token_from(&format!(r#"{{"alg":"X","jwk":{key}}}"#), "{}"));
        }
    }
}
