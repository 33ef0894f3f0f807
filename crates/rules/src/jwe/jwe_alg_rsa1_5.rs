//! A content key that is encrypted with the old RSA padding.

use crate::query::algorithms::by_algorithm;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "jwe-alg-rsa1-5",
    severity: Severity::Warning,
    title: "Old RSA padding for encryption",
    why: "If a server shows whether the padding was right, an attacker can send many changed tokens and decrypt without the key (Bleichenbacher's attack).",
    advice: "Encrypt with RSA-OAEP-256 or ECDH-ES, and refuse RSA1_5.",
    references: &["RFC 7518 section 4.2", "RFC 8725 section 3.2", "draft-ietf-jose-deprecate-none-rsa15"],
    guide: Question::SignOrEncrypt,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encryption, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let message = "Encrypted with `RSA1_5`, whose padding is open to attack.";
    by_algorithm(&RECORD, evaluation, |alg| {
        (alg == "RSA1_5" && evaluation.token.format.is_encrypted()).then(|| message.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_from, token_of};

    #[test]
    fn fires() {
        let message = "Encrypted with `RSA1_5`, whose padding is open to attack.";
        let token = token_of(&format!("{}.AA.AA.AA.AA", encode(r#"{"alg":"RSA1_5","enc":"A128GCM"}"#)));
        check(&RULE, &token, "jwe-alg-rsa1-5", "/header/alg", message);
    }

    #[test]
    fn is_quiet_on_others_and_on_signed_tokens() {
        check_quiet(&RULE, &token_of(&format!("{}.AA.AA.AA.AA", encode(r#"{"alg":"RSA-OAEP","enc":"A128GCM"}"#))));
        check_quiet(&RULE, &token_from(r#"{"alg":"RSA1_5"}"#, "{}"));
    }
}
