//! A header or payload in UTF-16 or UTF-32.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::{Part, Role};
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "json-wrong-encoding",
    severity: Severity::Error,
    title: "UTF-16 or UTF-32",
    why: "Headers and claims must be UTF-8. A parser that guesses the encoding reads claims that other parsers do not see.",
    advice: "Encode the JSON as UTF-8 before encoding it with base64url.",
    references: &["RFC 7519 section 7.1", "RFC 8259 section 8.1", "RFC 8725 section 3.7"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let parts = evaluation.token.parts.iter().filter(|part| matches!(part.role, Role::Header | Role::Payload));
    let evidence = |part: &Part| {
        let message = format!("The {} is {}, not UTF-8.", part.role.name(), encoding(&part.bytes)?);
        Some(Evidence::new(&RECORD, message, Place::role(part.role)))
    };
    parts.filter_map(evidence).collect()
}

/// Recognized by the byte-order mark, or by the zero bytes around the opening brace.
fn encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0, 0, 0, b'{', ..] | [b'{', 0, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [0xff, 0xfe, 0, 0, ..] => Some("UTF-32"),
        [0, b'{', 0, _, ..] | [b'{', 0, _, 0, ..] | [0xfe, 0xff, 0, b'{', ..] | [0xff, 0xfe, b'{', 0, ..] => {
            Some("UTF-16")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, grave_findings, token_of, token_with};

    #[test]
    fn fires_on_every_encoding_and_says_it_alone() {
        let text = r#"{"sub":"u"}"#;
        let utf_16 = |bytes: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
            format!("{mark}{text}").encode_utf16().flat_map(bytes).collect()
        };
        let utf_32 = |bytes: fn(u32) -> [u8; 4]| -> Vec<u8> { text.chars().flat_map(|c| bytes(c.into())).collect() };
        for (payload, name) in [
            (utf_16(u16::to_be_bytes, ""), "UTF-16"),
            (utf_16(u16::to_le_bytes, ""), "UTF-16"),
            (utf_16(u16::to_be_bytes, "\u{FEFF}"), "UTF-16"),
            (utf_16(u16::to_le_bytes, "\u{FEFF}"), "UTF-16"),
            (utf_32(u32::to_be_bytes), "UTF-32"),
            (utf_32(u32::to_le_bytes), "UTF-32"),
        ] {
            for header in [r#"{"alg":"HS256","typ":"JWT"}"#, r#"{"alg":"HS256"}"#] {
                let token = token_of(&[encode(header), encode(&payload), token_signature()].join("."));
                let message = format!("The payload is {name}, not UTF-8.");
                check(&RULE, &token, "json-wrong-encoding", "/payload", &message);
                assert_eq!(grave_findings(&token).len(), 1, "{:?}", grave_findings(&token));
            }
        }
    }

    fn token_signature() -> String {
        token_with("{}").text.rsplit_once('.').map(|(_, signature)| signature.to_owned()).unwrap()
    }

    #[test]
    fn is_quiet_on_utf_8_and_on_other_messages() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_with("{\"a\":\"\u{0}\"}"));
        check_quiet(
            &RULE,
            &token_of(&[encode(r#"{"alg":"HS256"}"#), encode([0, 1, 0, 2]), token_signature()].join(".")),
        );
    }
}
