//! An access token of Auth0 that only Auth0 can decrypt.

use decode::json::Value;
use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "auth0-opaque-jwe",
    severity: Severity::Notice,
    title: "Encrypted for Auth0 alone",
    why: "Without an API as audience, Auth0 issues access tokens for its own userinfo endpoint, encrypted with a key that only Auth0 has. No API of yours can read it.",
    advice: "Request the token with the `audience` of your API: then it is a signed JWT.",
    references: &["Auth0 documentation, “Access Tokens”"],
    guide: Question::SignOrEncrypt,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let says = |name: &str, value: &str| evaluation.token.parameter(name).and_then(Value::as_str) == Some(value);
    let is_one = evaluation.token.format.is_encrypted()
        && claims::issuer(evaluation) == Some(KnownIssuer::Auth0)
        && says("alg", "dir")
        && says("enc", "A256GCM");
    let message = "Has the form of the encrypted access tokens that Auth0 makes for itself: no API can read it.";
    let header = evaluation.token.header().filter(|_| is_one);
    let evidence = header.map(|header| Evidence::new(&RECORD, message, Place::of(evaluation.token, header, "iss")));
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of};
    use decode::Token;

    fn token(header: &str) -> Token {
        token_of(&[&encode(header), "..", &encode([0; 12]), ".AAAA.", &encode([0; 16])].concat())
    }

    #[test]
    fn fires_on_the_form_of_auth0() {
        let message = "Has the form of the encrypted access tokens that Auth0 makes for itself: no API can read it.";
        let token = token(r#"{"alg":"dir","enc":"A256GCM","iss":"https://x.auth0.com/"}"#);
        check(&RULE, &token, "auth0-opaque-jwe", "/header/iss", message);
    }

    #[test]
    fn is_quiet_on_others() {
        check_quiet(&RULE, &token(r#"{"alg":"dir","enc":"A256GCM","iss":"https://auth0.example/"}"#));
        check_quiet(&RULE, &token(r#"{"alg":"dir","enc":"A128GCM","iss":"https://x.auth0.com/"}"#));
    }
}
