//! A signature whose length does not fit its algorithm.

use crate::query::signature_shape::{SeenSignature, Shape, by_shape};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "signature-length-mismatch",
    severity: Severity::Error,
    title: "Wrong signature length",
    why: "The algorithm, or the size of an RSA key, fixes the length of the signature. Either `alg` names another algorithm than the one used, or part of the signature is missing.",
    advice: "Copy the whole token again. If the length stays wrong, compare `alg` with the algorithm and key that the issuer signs with.",
    references: &["RFC 7518 sections 3.2 to 3.5", "RFC 8037 section 3.1", "RFC 9964"],
    guide: Question::Decoded,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Signature, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_shape(&RECORD, evaluation, |seen| match seen.shape {
        Shape::WrongLength => Some(format!("{}{}: it cannot verify.", compared(seen, "has "), origin(seen))),
        Shape::NoKeyLength => Some(compared(seen, "mostly has ") + "."),
        _ => None,
    })
}

fn compared(seen: &SeenSignature, has: &str) -> String {
    let mut lengths: Vec<String> = seen.lengths.iter().map(usize::to_string).collect();
    let last = lengths.pop().unwrap_or_default();
    let or = if lengths.is_empty() { "" } else { " or " };
    let length = seen.part.bytes.len().to_string();
    format!("A signature by `{}` {has}{}{or}{last} bytes; this has {length}", seen.alg, lengths.join(", "))
}

/// Which algorithm probably made a signature of this length.
fn origin(seen: &SeenSignature) -> &'static str {
    match seen.part.bytes.len() {
        32 => ", as one by `HS256` has",
        48 => ", as one by `HS384` has",
        64 => ", as one by `ES256`, `Ed25519` or `HS512` has",
        96 => ", as one by `ES384` has",
        132 => ", as one by `ES512` has",
        256 | 384 | 512 => ", as one by RSA has",
        length if seen.lengths.iter().all(|wanted| length < *wanted) => " and may be cut off",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, token_from, token_of, token_with};

    #[test]
    fn says_what_was_expected_and_what_it_may_be() {
        for (alg, length, message) in [
            (
                "HS256",
                64,
                "A signature by `HS256` has 32 bytes; this has 64, as one by `ES256`, `Ed25519` or `HS512` has: it cannot verify.",
            ),
            ("ES256", 256, "A signature by `ES256` has 64 bytes; this has 256, as one by RSA has: it cannot verify."),
            (
                "EdDSA",
                50,
                "A signature by `EdDSA` has 64 or 114 bytes; this has 50 and may be cut off: it cannot verify.",
            ),
            ("ES512", 133, "A signature by `ES512` has 132 bytes; this has 133: it cannot verify."),
            ("RS256", 150, "A signature by `RS256` mostly has 256, 384 or 512 bytes; this has 150."),
            ("RS256", 32, "A signature by `RS256` mostly has 256, 384 or 512 bytes; this has 32."),
        ] {
            let signature: Vec<u8> = (0..length).map(|at| (at * 151 % 251) as u8).collect();
            let header = encode(format!("{{\"alg\":\"{alg}\"}}"));
            let token = token_of(&[header, encode(r#"{"sub":"u"}"#), encode(signature)].join("."));
            check(&RULE, &token, "signature-length-mismatch", "/signature", message);
        }
    }

    #[test]
    fn is_quiet_where_lengths_agree_or_nothing_can_be_said() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"nobody"}"#, "{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9."));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAAAA"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9.AAEC"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAAA.BBBB"));
    }
}
