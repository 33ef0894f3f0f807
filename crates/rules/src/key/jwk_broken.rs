//! A malformed key inside the token.

use crate::evidence::{LIMIT, of_problem};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static JWK_WRONG_CURVE: Record = Record {
    id: "jwk-wrong-curve",
    severity: Severity::Error,
    title: "Curve and key type do not fit",
    why: "The curve in `crv` belongs to another key type than `kty` says. A library that reads the key fails.",
    advice: "Write the `kty` that belongs to the curve: `EC` for the NIST curves, `OKP` for Ed25519, Ed448, X25519 and X448.",
    references: &["RFC 7518 section 6.2.1.1", "RFC 8037 section 2"],
    guide: Question::Keys,
};

pub(crate) static JWK_ZERO: Record = Record {
    id: "jwk-zero",
    severity: Severity::Error,
    title: "RSA value is zero",
    why: "The modulus and the exponent of an RSA key cannot be zero. No signature can be verified with this key.",
    advice: "Export the key again with the library that made it, and check that the variable held a key.",
    references: &["RFC 7518 section 6.3.1"],
    guide: Question::Keys,
};

pub(crate) static JWK_LEADING_ZERO: Record = Record {
    id: "jwk-leading-zero",
    severity: Severity::Warning,
    title: "Leading zero bytes in an RSA value",
    why: "RSA values must be written with as few bytes as possible. With extra zeros a strict library refuses the key, and its thumbprint differs from the one that others compute.",
    advice: "Remove the leading zero bytes before encoding. Java's `BigInteger.toByteArray` often adds one.",
    references: &["RFC 7518 section 6.3.1.1"],
    guide: Question::Keys,
};

pub(crate) static JWK_MEMBER_MISSING: Record = Record {
    id: "jwk-member-missing",
    severity: Severity::Error,
    title: "Incomplete key",
    why: "A member that this key type needs is missing. A library cannot build the key and refuses the token.",
    advice: "Export the whole public key as a JWK with the library that made it.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    guide: Question::Keys,
};

pub(crate) static JWK_WRONG_TYPE: Record = Record {
    id: "jwk-wrong-type",
    severity: Severity::Error,
    title: "Key value of the wrong type",
    why: "A JWK is an object whose members are mostly strings. A library that reads this one fails or ignores the key.",
    advice: "Write the key as a JSON object, and its numbers as base64url strings.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    guide: Question::Keys,
};

pub(crate) static JWK_NOT_BASE64URL: Record = Record {
    id: "jwk-not-base64url",
    severity: Severity::Error,
    title: "Key value is not base64url",
    why: "The values of a key must be base64url without padding. Strict libraries refuse another alphabet, and lenient ones may read another key.",
    advice: "Encode the bytes of the value with base64url without padding.",
    references: &["RFC 7518 section 6", "RFC 7515 section 2"],
    guide: Question::Keys,
};

pub(crate) static JWK_EMPTY: Record = Record {
    id: "jwk-empty",
    severity: Severity::Error,
    title: "Empty key value",
    why: "The key contains no bytes. A library that accepts an empty key would verify with a secret or key that everybody knows.",
    advice: "Look for the code that wrote the key before it was loaded, and refuse empty keys.",
    references: &["RFC 7517 section 4", "RFC 7518 section 6"],
    guide: Question::Keys,
};

pub(crate) static JWK_WRONG_LENGTH: Record = Record {
    id: "jwk-wrong-length",
    severity: Severity::Error,
    title: "Key value of the wrong length",
    why: "The curve or key type fixes how many bytes the value has. Leading zeros were probably dropped, or the curve is another one.",
    advice: "Write the value in its full length, with leading zeros where they belong.",
    references: &["RFC 7518 section 6.2.1", "RFC 8037 section 2"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Keys,
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
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // Unknown key types and curves are only notices: they need not be broken.
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
