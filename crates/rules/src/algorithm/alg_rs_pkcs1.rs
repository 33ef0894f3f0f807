//! An RSA signature with the PKCS #1 v1.5 padding.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;

use crate::query::{algorithms, claims};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "alg-rs-pkcs1",
    severity: Severity::Info,
    title: "RSA signature with the older padding",
    why: "RS256, RS384 and RS512 use the PKCS #1 v1.5 padding. It is not known to be broken for signatures, but RFC 8017 asks new applications to use RSASSA-PSS.",
    advice: "Existing systems can stay as they are. Choose `PS256` or `ES256` for a new one.",
    references: &["RFC 8017 section 8", "RFC 7518 section 3.3"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Algorithm, records: &[&RECORD], check: Check::Once(check) };

const ALGORITHMS: [&str; 3] = ["RS256", "RS384", "RS512"];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // SAP XSUAA signs with nothing else, and nobody can choose.
    if claims::issuer(evaluation) == Some(KnownIssuer::SapXsuaa) {
        return Vec::new();
    }
    let message = "The older kind of RSA signature, still the usual one; `PS256` is advised for new systems.";
    algorithms::signed_with(&ALGORITHMS, &RECORD, evaluation, message)
}

#[cfg(test)]
mod tests {
    use super::{ALGORITHMS, RULE};
    use crate::testing::{check, check_quiet, encode, token_from, token_of};

    #[test]
    fn fires_on_each_algorithm() {
        let message = "The older kind of RSA signature, still the usual one; `PS256` is advised for new systems.";
        for alg in ALGORITHMS {
            check(&RULE, &token_from(&format!(r#"{{"alg":"{alg}"}}"#), "{}"), "alg-rs-pkcs1", "/header/alg", message);
        }
    }

    #[test]
    fn is_quiet_on_others_and_without_a_signature() {
        let xsuaa = r#"{"iss":"https://a.authentication.eu10.hana.ondemand.com/oauth/token"}"#;
        check_quiet(&RULE, &token_from(r#"{"alg":"RS256"}"#, xsuaa));
        for header in [r#"{"alg":"PS256"}"#, r#"{"alg":"Ed25519"}"#, r#"{"alg":"RSA-OAEP"}"#, r#"{"alg":"HS1"}"#] {
            check_quiet(&RULE, &token_from(header, "{}"));
        }
        check_quiet(&RULE, &token_of(&format!("{}.e30.", encode(r#"{"alg":"RS256"}"#))));
    }

    #[test]
    fn is_quiet_in_an_encrypted_token() {
        check_quiet(&RULE, &token_of(&format!("{}.AA.AA.AA.AA", encode(r#"{"alg":"RS256","enc":"A128GCM"}"#))));
    }
}
