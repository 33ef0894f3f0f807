//! A token that is encrypted with a public key, so that anybody can have made it.

use guide::Question;

use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "jwe-not-authenticated",
    severity: Severity::Notice,
    title: "Encryption does not show the sender",
    why: "The key that encrypts is public. Anybody can make a token that decrypts correctly, so the claims in it can come from anybody.",
    advice: "Put a signed token inside and verify its signature after decrypting.",
    references: &["RFC 7516 section 1", "RFC 7518 section 4", "RFC 8725 section 3.2"],
    guide: Question::SignOrEncrypt,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encryption, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !evaluation.token.format.is_encrypted() {
        return Vec::new();
    }
    let has_public_key = |alg: &str| alg.starts_with("RSA") || alg.starts_with("ECDH-ES");
    let message = "Whoever has the public key can make such a token: that it decrypts does not show who wrote it.";
    // With several recipients, once is enough.
    headers::parameters(evaluation, "alg")
        .find(|(_, member)| member.value.as_str().is_some_and(has_public_key))
        .map(|(part, member)| headers::evidence(&RECORD, evaluation, part, member, message))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use decode::Token;

    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of};

    fn encrypted(header: &str) -> Token {
        token_of(&format!("{}.AAAA.{}.AAAA.{}", encode(header), encode([0; 12]), encode([0; 16])))
    }

    #[test]
    fn fires_on_each_algorithm_with_a_public_key() {
        let message = "Whoever has the public key can make such a token: that it decrypts does not show who wrote it.";
        for alg in ["RSA1_5", "RSA-OAEP", "RSA-OAEP-256", "ECDH-ES", "ECDH-ES+A256KW"] {
            let token = encrypted(&format!(r#"{{"alg":"{alg}","enc":"A128GCM","epk":{{}}}}"#));
            check(&RULE, &token, "jwe-not-authenticated", "/header/alg", message);
        }
    }

    #[test]
    fn is_quiet_on_shared_keys_and_nested_tokens() {
        check_quiet(&RULE, &encrypted(r#"{"alg":"A128KW","enc":"A128GCM"}"#));
        check_quiet(&RULE, &encrypted(r#"{"alg":"ECDH-ES+A128KW","enc":"A128GCM","epk":{},"cty":"JWT"}"#));
    }
}
