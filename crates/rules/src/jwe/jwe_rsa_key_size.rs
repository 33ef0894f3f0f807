//! An encrypted token for a recipient with a short RSA key.

use crate::evidence::LIMIT;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::json::Value;
use decode::{Part, Role};
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "jwe-rsa-key-size",
    severity: Severity::Warning,
    title: "Short RSA key for encryption",
    why: "RSA keys of less than 2048 bits can be broken. Whoever breaks the key can read everything that was encrypted with it.",
    advice: "Make a new key pair of 2048 bits or more for the recipient, and publish its public key.",
    references: &["RFC 7518 section 4.2", "RFC 7518 section 4.3"],
    guide: Question::SignOrEncrypt,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encryption, records: &[&RECORD], check: Check::Once(check) };

/// In bytes: 2048 bits.
const LEAST: usize = 256;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let is_short = |part: &&Part| {
        let group = part.group.unwrap_or_default();
        let algorithm = || evaluation.token.parameter_of(group, "alg").and_then(Value::as_str);
        part.role == Role::EncryptedKey
            && group <= LIMIT
            && (1..LEAST).contains(&part.bytes.len())
            && algorithm().is_some_and(|algorithm| algorithm.starts_with("RSA"))
    };
    let short = evaluation.token.parts.iter().find(is_short);
    let evidence = short.map(|part| {
        let bits = (part.bytes.len() * 8).to_string();
        let message = format!("Encrypted to an RSA key of {bits} bits, but 2048 is the least.");
        Evidence::new(&RECORD, message, Place::role(part.role))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_of};
    use decode::Token;

    fn token(algorithm: &str, length: usize) -> Token {
        let header = encode(format!(r#"{{"alg":"{algorithm}","enc":"A256GCM"}}"#));
        let key = encode("x".repeat(length));
        token_of(&format!("{header}.{key}.{}.AAAA.{}", encode([0; 12]), encode([0; 16])))
    }

    #[test]
    fn fires_below_2048_bits() {
        let message = "Encrypted to an RSA key of 1024 bits, but 2048 is the least.";
        check(&RULE, &token("RSA-OAEP", 128), "jwe-rsa-key-size", "/encryptedKey", message);
    }

    #[test]
    fn is_quiet_from_there_on_and_on_other_algorithms() {
        for token in [token("RSA-OAEP", 256), token("RSA1_5", 0), token("A256KW", 40)] {
            check_quiet(&RULE, &token);
        }
    }

    #[test]
    fn fires_just_below_and_far_below() {
        for (length, bits) in [(255, "2040"), (1, "8")] {
            let message = format!("Encrypted to an RSA key of {bits} bits, but 2048 is the least.");
            check(&RULE, &token("RSA1_5", length), "jwe-rsa-key-size", "/encryptedKey", &message);
        }
    }
}
