//! A token whose first characters were lost.

use std::iter;

use decode::json::JsonKind;
use decode::{Coding, Part, Role, Span, Token};
use guide::Question;

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "beginning-missing",
    severity: Severity::Error,
    title: "First characters missing",
    why: "The first characters were lost in copying. Without them the header decodes to other bytes, and no verifier accepts the token.",
    advice: "Copy the whole token again from its source, with its first character.",
    references: &["RFC 7515 section 7.1", "RFC 4648 section 5"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

/// What may be missing: a header begins with `{"`, which is these characters in base64url.
const MISSING: [(&str, &str); 3] =
    [("The first character is", "e"), ("The first 2 characters are", "ey"), ("The first 3 characters are", "eyJ")];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let token = evaluation.token;
    let Some(header) = unread_header(token) else { return Vec::new() };
    let written = header.span.in_str(&token.text);
    let found = MISSING.iter().find(|(_, missing)| is_header(&[missing, written].concat()));
    let evidence = found.map(|(subject, missing)| {
        let message = format!("{subject} missing: with `{missing}` in front, the header reads.");
        Evidence::new(&RECORD, message, Place::at(token, header))
    });
    evidence.into_iter().collect()
}

/// The header of a compact serialization, if it is no JSON object.
fn unread_header(token: &Token) -> Option<&Part> {
    let header = token.parts.first().filter(|part| part.role == Role::Header && part.span.start == 0)?;
    let reads = header.value().is_some_and(|value| matches!(value.kind, JsonKind::Object(_)));
    (!token.format.is_json() && header.coding == Coding::Base64url && !reads).then_some(header)
}

/// Whether this segment is a whole JSON object that names an algorithm.
fn is_header(segment: &str) -> bool {
    let part = Part::json(Role::Header, segment, Span::new(0, segment.len()));
    let mut names = iter::once("alg").chain(iter::once("enc"));
    part.faults.is_empty() && names.any(|name| part.last_member(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, findings, token_of, token_with};

    const PAYLOAD: &str = "eyJzdWIiOiJ1MSIsImV4cCI6MTc5NjAwMzYwMH0";

    fn without(count: usize, header: &str) -> String {
        let signature = ["A".repeat(42), "E".to_owned()].concat();
        [&encode(header)[count..], PAYLOAD, &signature].join(".")
    }

    const SENTENCES: [&str; 3] = [
        "The first character is missing: with `e` in front, the header reads.",
        "The first 2 characters are missing: with `ey` in front, the header reads.",
        "The first 3 characters are missing: with `eyJ` in front, the header reads.",
    ];

    const HEADERS: [&str; 4] = [
        r#"{"alg":"HS256"}"#,
        r#"{"alg":"HS256","typ":"JWT"}"#,
        r#"{"typ":"JWT","alg":"RS256","kid":"a1"}"#,
        r#"{"kid":"0123456789","alg":"ES256"}"#,
    ];

    #[test]
    fn says_what_is_missing() {
        for header in HEADERS {
            for (count, message) in (1..).zip(SENTENCES) {
                check(&RULE, &token_of(&without(count, header)), "beginning-missing", "/header", message);
            }
        }
    }

    #[test]
    fn says_it_alone() {
        for header in HEADERS {
            for count in 1..=3 {
                let found = findings(&token_of(&without(count, header)));
                let of_header: Vec<_> = found.iter().filter(|it| it.place.pointer().starts_with("/header")).collect();
                assert_eq!(of_header.len(), 1, "{of_header:?}");
                assert!(found.iter().all(|it| it.id() != "payload-not-json"), "{found:?}");
            }
        }
    }

    #[test]
    fn what_is_wrong_with_the_payload_is_still_said() {
        let token = [&encode(r#"{"alg":"HS256","typ":"JWT"}"#)[1..], &encode(r#"{"sub":"u",}"#), "AAAA"].join(".");
        let found = findings(&token_of(&token));
        let places: Vec<_> = found.iter().filter(|it| it.id() == "json-invalid").map(|it| it.place.pointer()).collect();
        assert_eq!(places, ["/payload"]);
    }

    #[test]
    fn is_quiet_on_whole_headers_and_on_other_damage() {
        check_quiet(&RULE, &token_with("{}"));
        for header in ["AAAA", "hbGciOiJIUzI1NiJ8", "bGciOiJIUzI1NiJ9", "zdWIiOiJ1MSJ9"] {
            check_quiet(&RULE, &token_of(&[header, PAYLOAD, "AAAA"].join(".")));
        }
    }
}
