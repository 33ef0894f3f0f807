//! Signed JSON with spaces or line breaks between its members.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::{Part, Role};
use guide::Question;
use inspect::display::counted;

pub(crate) static RECORD: Record = Record {
    id: "json-whitespace",
    severity: Severity::Info,
    title: "Formatted JSON",
    why: "The signature covers the spaces and line breaks too. Software that parses this JSON and writes it again produces other bytes, and the signature no longer fits.",
    advice: "Pass on the original token, and never one that was written again from its claims.",
    references: &["RFC 7515 section 5.1"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let token = evaluation.token;
    let is_signature = |part: &Part| part.role == Role::Signature && !part.span.is_empty();
    if !token.parts.iter().any(is_signature) {
        return Vec::new();
    }
    let is_signed = |part: &&Part| matches!(part.role, Role::Header | Role::Payload) && part.error().is_none();
    let mut spread = token.parts.iter().filter(is_signed).filter(|part| is_spread(part)).peekable();
    let Some(place) = spread.peek().map(|part| Place::at(token, part)) else { return Vec::new() };
    let count = spread.map(|part| formatting(&part.bytes)).sum();
    let message = format!("Its JSON has {} of formatting, signed with the rest.", counted(count, "byte"));
    vec![Evidence::new(&RECORD, message, place)]
}

/// Whether there is white space around its commas and colons.
fn is_spread(part: &Part) -> bool {
    let mut end = 0;
    part.members().iter().any(|member| {
        let before = member.span.start - end.min(member.span.start);
        end = member.span.end;
        before > 1 || part.bytes.get(member.value.span.start.saturating_sub(1)) != Some(&b':')
    })
}

/// Space, tabs and line ends outside of strings. RFC 8259 section 2.
fn formatting(json: &[u8]) -> usize {
    let mut count = 0;
    let mut in_string = false;
    let mut is_escaped = false;
    for byte in json {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_string,
            b'"' => in_string = !in_string,
            b' ' | b'\t' | b'\n' | b'\r' if !in_string => count += 1,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from, token_with};

    #[test]
    fn counts_what_is_outside_of_strings() {
        let message = "Its JSON has 6 bytes of formatting, signed with the rest.";
        let token = token_with("{\r\n \"a\" : \"b \\\" c\",\"d\":[1, 2]}");
        check(&RULE, &token, "json-whitespace", "/payload", message);
        let message = "Its JSON has 3 bytes of formatting, signed with the rest.";
        let token = token_from(r#"{"alg": "HS256"}"#, "{ \"a\":1 }");
        check(&RULE, &token, "json-whitespace", "/header", message);
    }

    #[test]
    fn is_quiet_on_what_is_compact_or_broken() {
        for claims in [r#"{"a":" b ","c":[1]}"#, "{}", r#"{"a": 1"#, "a b"] {
            check_quiet(&RULE, &token_with(claims));
        }
    }
}
