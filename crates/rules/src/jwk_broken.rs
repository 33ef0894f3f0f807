//! A key inside the token that cannot be one.

use super::disclosure_broken::of;
use super::evidence::LIMIT;
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "jwk-broken",
    title: "Broken key inside",
    severity: Severity::Error,
    why: "A library that reads the key fails, or reads another key than the next one does.",
    advice: "Let the library that made the key write it out as a JWK.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    members: "jwk-*:EW",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // A kind of key that is not known here need not be broken.
    let is_wrong = |problem: &&inspect::problem::Problem| problem.severity <= Severity::Warning;
    let keys = evaluation.description.keys.iter();
    let evidence = keys
        .flat_map(|found| found.key.problems.iter().filter(is_wrong).map(|problem| of(evaluation, found.part, problem)));
    evidence.take(LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn fires_on_what_is_no_key() {
        let header = r#"{"alg":"RS256","jwk":{"kty":"RSA","n":"AQAB"}}"#;
        let message = "`e` is missing, which keys of the type RSA must have.";
        check("jwk-broken", &token_from(header, "{}"), "jwk-member-missing", "/header/jwk", message);
        let payload = r#"{"a":1,"cnf":{"jwk":{"kty":"RSA","n":7,"e":"AQAB"}}}"#;
        let message = "`n` must be a string, but is a number.";
        let token = token_from(r#"{"alg":"RS256"}"#, payload);
        check("jwk-broken", &token, "jwk-wrong-type", "/payload/cnf", message);
    }

    #[test]
    fn is_quiet_on_keys_and_on_kinds_that_are_new() {
        for key in [r#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#, r#"{"kty":"NEW"}"#] {
            check_quiet("jwk-broken", &token_from(&format!(r#"{{"alg":"X","jwk":{key}}}"#), "{}"));
        }
    }
}
