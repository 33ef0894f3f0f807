//! A shared-secret algorithm in a token that should be signed with a private key.

use crate::query::algorithms::algorithm;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Part;
use decode::json::Value;
use guide::Question;
use inspect::jose;
use inspect::jose::{AlgorithmUse, CheckedWith};

pub(crate) static RECORD: Record = Record {
    id: "alg-hmac-key-confusion",
    severity: Severity::Warning,
    title: "Shared secret where a public key is expected",
    why: "In a known attack somebody changes `alg` to HMAC and signs with the issuer's public key as the secret. A verifier that takes the algorithm from the token then accepts the forged token.",
    advice: "Fix the algorithm for each issuer and key in the verifier, and refuse a token that names another one.",
    references: &["RFC 8725 sections 2.1 and 3.1", "CVE-2015-9235", "CVE-2016-10555", "CVE-2022-29217"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Algorithm, records: &[&RECORD], check: Check::Once(check) };

/// Header parameters that lead to a public key. RFC 7515 sections 4.1.2 to 4.1.8.
const PUBLIC_KEY: [&str; 6] = ["jku", "jwk", "x5c", "x5t", "x5t#S256", "x5u"];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    headers::of_token(evaluation.token).find_map(|header| evidence(evaluation, header)).into_iter().collect()
}

fn evidence(evaluation: &Evaluation, header: &Part) -> Option<Evidence> {
    let member = algorithm(header)?;
    let algorithm = jose::algorithm(member.value.as_str()?)?;
    if algorithm.usage != AlgorithmUse::Signature || algorithm.checked_with != CheckedWith::SharedSecret {
        return None;
    }
    let leads_to_public_key = |name: &str| {
        let key = header.value().and_then(|value| value.member(name));
        // A symmetric key in the header has a finding of its own.
        key.is_some_and(|key| key.member("kty").and_then(Value::as_str) != Some("oct"))
    };
    let contradiction = match PUBLIC_KEY.into_iter().find(|name| leads_to_public_key(name)) {
        Some(name) => format!("its `{name}` leads to a public key."),
        None => {
            let issuer = evaluation.description.profile.known_issuer();
            let issuer = issuer.filter(|issuer| issuer.facts().signs_with_private_key)?;
            format!("what comes from {} is signed with a private key.", issuer.name())
        }
    };
    let message = format!("`{}` works with a shared secret, but {contradiction}", algorithm.name);
    Some(Evidence::new(&RECORD, message, Place::member(evaluation.token, header, member)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_from, token_with};

    #[test]
    fn fires_beside_a_public_key() {
        let header = r#"{"alg":"HS256","x5t":"AAAA","x5c":["AAAA"]}"#;
        let message = "`HS256` works with a shared secret, but its `x5c` leads to a public key.";
        let token = token_from(header, "{}");
        check(&RULE, &token, "alg-hmac-key-confusion", "/header/alg", message);
    }

    #[test]
    fn fires_on_issuers_that_have_private_keys() {
        let message = "`HS256` works with a shared secret, but what comes from Google is signed with a private key.";
        let token = token_with(r#"{"iss":"https://accounts.google.com","sub":"1"}"#);
        check(&RULE, &token, "alg-hmac-key-confusion", "/header/alg", message);
    }

    #[test]
    fn is_quiet_on_ordinary_tokens_of_both_kinds() {
        check_quiet(&RULE, &token_with(r#"{"iss":"https://shop.auth0.com/"}"#));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","kid":"1"}"#, "{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"RS256","x5t":"AAAA"}"#, "{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","jwk":{"kty":"oct","k":"AA"}}"#, "{}"));
    }

    #[test]
    fn fires_beside_each_parameter_that_leads_to_a_public_key() {
        for name in ["jku", "jwk", "x5c", "x5t", "x5t#S256", "x5u"] {
            let message = format!("`HS256` works with a shared secret, but its `{name}` leads to a public key.");
            let token = token_from(&[r#"{"alg":"HS256",""#, name, r#"":"AA"}"#].concat(), "{}");
            check(&RULE, &token, "alg-hmac-key-confusion", "/header/alg", &message);
        }
    }
}
