//! An encrypted token whose key is derived from a password with too many or too few iterations.

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use decode::json::{JsonKind, Value};
use guide::Question;
use inspect::time::numeric_date;

pub(crate) static P2C_TOO_HIGH: Record = Record {
    id: "p2c-too-high",
    severity: Severity::Error,
    title: "Too many password iterations",
    why: "The recipient must hash as often as the token says. An attacker can keep a server busy for a long time with a single token.",
    advice: "Set a limit for `p2c` in the recipient, and refuse tokens above it. Several libraries have one of 10,000 to 32,768.",
    references: &["RFC 7518 section 4.8.1.2", "CVE-2022-36083", "CVE-2023-52428", "CVE-2023-50658"],
    guide: Question::SignOrEncrypt,
};

pub(crate) static P2C_TOO_LOW: Record = Record {
    id: "p2c-too-low",
    severity: Severity::Warning,
    title: "Too few password iterations",
    why: "The fewer iterations, the faster an attacker who has the token can try passwords.",
    advice: "Better encrypt with a random key than with a password. For passwords OWASP asks for 600,000 iterations with SHA-256 and 220,000 with SHA-512, but several libraries refuse tokens with more than 10,000 to 32,768: see what the recipient takes.",
    references: &["RFC 7518 section 4.8.1.2", "RFC 7518 section 8.8", "OWASP Password Storage Cheat Sheet"],
    guide: Question::SignOrEncrypt,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Encryption, records: &[&P2C_TOO_HIGH, &P2C_TOO_LOW], check: Check::Once(check) };

/// Twice of what the OWASP Password Storage Cheat Sheet asks for with SHA-256, and what takes a server many seconds. Many
/// libraries stop far earlier: jose and jwx at 10,000, jwcrypto at 16,384, the jose of C at 32,768.
const HIGH: i64 = 1_200_000;
const VERY_HIGH: i64 = 10_000_000;
/// RFC 7518 section 4.8.1.2 recommends 1000 at least; that was in 2015.
const LOW: i64 = 1_000;

/// What the OWASP Password Storage Cheat Sheet asks for. It names no number for SHA-384, whose rounds cost as much as
/// those of SHA-512.
fn usual(algorithm: &str) -> i64 {
    if algorithm.starts_with("PBES2-HS256") { 600_000 } else { 220_000 }
}

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let counts =
        headers::parameters(evaluation, "p2c").filter(|(_, count)| matches!(count.value.kind, JsonKind::Number));
    let algorithm = evaluation.token.parameter("alg").and_then(Value::as_str).unwrap_or_default();
    let evidence = counts.filter_map(|(part, member)| {
        let rounds = numeric_date::parse(&part.source(member.value.span))?;
        let count = if rounds.out_of_range { "countless".to_owned() } else { rounds.seconds.to_string() };
        let rounds = rounds.seconds;
        let (record, severity, message) = if rounds > HIGH {
            let severity = if rounds > VERY_HIGH { Severity::Error } else { Severity::Warning };
            (&P2C_TOO_HIGH, severity, format!("Asks for {count} rounds of hashing: this can stall a server."))
        } else if rounds < usual(algorithm) {
            let severity = if rounds < LOW { Severity::Warning } else { Severity::Notice };
            (&P2C_TOO_LOW, severity, format!("Only {count} rounds of hashing: passwords can be tried quickly."))
        } else {
            return None;
        };
        Some(headers::evidence(record, evaluation, part, member, message).with_severity(severity))
    });
    evidence.take(LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, encode, findings, token_of};
    use decode::Token;

    fn token(count: &str) -> Token {
        token_by("PBES2-HS256+A128KW", count)
    }

    fn token_by(alg: &str, count: &str) -> Token {
        let header = format!(r#"{{"alg":"{alg}","enc":"A128GCM","p2s":"AAAAAAAAAAAAAAAAAAAAAA","p2c":{count}}}"#);
        let parts = [encode([0; 24]), encode([0; 12]), encode([0; 9]), encode([0; 16])];
        token_of(&[encode(header), parts.join(".")].join("."))
    }

    #[track_caller]
    fn fires(count: &str, id: &str, severity: Severity, message: &str) {
        check(&RULE, &token(count), id, "/header/p2c", message);
        assert!(findings(&token(count)).iter().any(|finding| finding.id() == id && finding.severity == severity));
    }

    #[test]
    fn fires_on_too_many_and_too_few() {
        let message = "Asks for 1200001 rounds of hashing: this can stall a server.";
        fires("1200001", "p2c-too-high", Severity::Warning, message);
        let message = "Asks for 10000001 rounds of hashing: this can stall a server.";
        fires("10000001", "p2c-too-high", Severity::Error, message);
        let message = "Asks for countless rounds of hashing: this can stall a server.";
        fires("1e99", "p2c-too-high", Severity::Error, message);
        let message = "Only 999 rounds of hashing: passwords can be tried quickly.";
        fires("999", "p2c-too-low", Severity::Warning, message);
        let message = "Only 599999 rounds of hashing: passwords can be tried quickly.";
        fires("599999", "p2c-too-low", Severity::Notice, message);
    }

    #[test]
    fn is_quiet_between() {
        for count in ["600000", "1200000"] {
            check_quiet(&RULE, &token(count));
        }
    }

    #[test]
    fn a_longer_hash_needs_fewer_rounds() {
        for alg in ["PBES2-HS384+A192KW", "PBES2-HS512+A256KW"] {
            check_quiet(&RULE, &token_by(alg, "220000"));
            let message = "Only 219999 rounds of hashing: passwords can be tried quickly.";
            check(&RULE, &token_by(alg, "219999"), "p2c-too-low", "/header/p2c", message);
        }
    }

    #[test]
    fn is_milder_up_to_each_limit() {
        let message = "Asks for 10000000 rounds of hashing: this can stall a server.";
        fires("10000000", "p2c-too-high", Severity::Warning, message);
        let message = "Only 1000 rounds of hashing: passwords can be tried quickly.";
        fires("1000", "p2c-too-low", Severity::Notice, message);
    }
}
