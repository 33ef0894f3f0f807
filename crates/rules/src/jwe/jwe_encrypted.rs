//! An encrypted token, whose content cannot be inspected.

use guide::Question;

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "jwe-encrypted",
    severity: Severity::Info,
    title: "Content is encrypted",
    why: "The claims cannot be read without the recipient's key. An expired token, a wrong audience or a secret inside would not be noticed here.",
    advice: "Decrypt the token with the recipient's own tools, and inspect the content there.",
    references: &["RFC 7516 section 1"],
    guide: Question::SignOrEncrypt,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encryption, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !evaluation.token.format.is_encrypted() {
        return Vec::new();
    }
    let message = "No finding here is about the encrypted content, which cannot be read without the key.";
    vec![Evidence::new(&RECORD, message, Place::default())]
}

#[cfg(test)]
mod tests {
    use decode::Token;

    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of, token_with};

    fn encrypted(header: &str) -> Token {
        token_of(&format!("{}.AAAA.{}.AAAA.{}", encode(header), encode([0; 12]), encode([0; 16])))
    }

    #[test]
    fn fires_on_encrypted_tokens_only() {
        let message = "No finding here is about the encrypted content, which cannot be read without the key.";
        for header in [r#"{"alg":"A128KW","enc":"A128GCM"}"#, r#"{"alg":"RSA-OAEP","enc":"A128GCM"}"#] {
            check(&RULE, &encrypted(header), "jwe-encrypted", "", message);
        }
        check_quiet(&RULE, &token_with("{}"));
    }
}
