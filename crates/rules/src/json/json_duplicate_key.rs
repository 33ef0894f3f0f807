//! Two members with the same name in one object, at any depth.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::format::Repeated;
use decode::json::{JsonKind, Member, Value};
use decode::{Part, Role, Token};
use guide::Question;
use inspect::display;

pub(crate) static RECORD: Record = Record {
    id: "json-duplicate-key",
    severity: Severity::Error,
    title: "Name used twice",
    why: "Some parsers use the first value and others the last one. One service may check a harmless value while another service acts on the other value.",
    advice: "Refuse tokens with repeated names, and correct the code that writes them.",
    references: &["RFC 7519 section 4", "RFC 7515 section 4", "RFC 8259 section 4"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

/// How many findings are listed. A hostile token can consist of nothing else.
const LIMIT: usize = 20;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let mut evidence: Vec<_> =
        evaluation.token.repeated.iter().map(|repeated| around(evaluation.token, repeated)).collect();
    let is_binary = |role| matches!(role, Role::AdditionalData | Role::KeyBinding);
    for part in evaluation.token.parts.iter().filter(|part| !is_binary(part.role)) {
        if let Some(value) = part.value() {
            search(evaluation.token, part, value, None, &mut evidence);
        }
    }
    evidence
}

/// A repeated member of a JSON serialization. It is in no part.
fn around(token: &Token, repeated: &Repeated) -> Evidence {
    let object = match repeated.group {
        Some(group) if token.format.is_encrypted() => format!("recipient {}", (group + 1)),
        Some(group) => format!("signature {}", (group + 1)),
        None => "the JSON of the token".to_owned(),
    };
    let count = repeated.count.to_string();
    let message = format!(
        "{} appears {count} times in {object}. Readers disagree which one counts.",
        display::quoted(repeated.name, 80)
    );
    Evidence::new(&RECORD, message, Place::default())
}

fn search(token: &Token, part: &Part, value: &Value, top: Option<&Member>, evidence: &mut Vec<Evidence>) {
    match &value.kind {
        JsonKind::Array(values) => values.iter().for_each(|value| search(token, part, value, top, evidence)),
        JsonKind::Object(members) => {
            let mut sorted: Vec<&Member> = members.iter().collect();
            sorted.sort_by_key(|member| member.name.text.as_str());
            for group in sorted.chunk_by(|a, b| a.name.text == b.name.text).filter(|group| group.len() > 1) {
                if evidence.len() < LIMIT {
                    evidence.extend(twice(token, part, group, top));
                }
            }
            for member in members {
                search(token, part, &member.value, top.or(Some(member)), evidence);
            }
        }
        _ => {}
    }
}

fn twice(token: &Token, part: &Part, group: &[&Member], top: Option<&Member>) -> Option<Evidence> {
    let last = group.last()?;
    let values: Vec<_> =
        group.iter().take(4).map(|member| display::quoted(&part.source(member.value.span), 40)).collect();
    let more = if group.len() > 4 { ", …" } else { "" };
    let name = display::quoted(&last.name.text, 80);
    let message = format!(
        "{name} appears {} times: {}{more}. Readers disagree which one counts.",
        group.len(),
        values.join(", ")
    );
    let mut place = Place::member(token, part, top.unwrap_or(last));
    place.span = Some(last.span);
    Some(Evidence::new(&RECORD, message, place))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires_at_every_depth() {
        let message = r#"`role` appears 2 times: `"user"`, `"admin"`. Readers disagree which one counts."#;
        check(&RULE, &token_with(r#"{"role":"user","role":"admin"}"#), "json-duplicate-key", "/payload/role", message);
        check(
            &RULE,
            &token_with(r#"{"a":[{"role":"user","role":"admin"}]}"#),
            "json-duplicate-key",
            "/payload/a",
            message,
        );
        check(
            &RULE,
            &token_with(r#"{"role":"user","r\u006fle":"admin"}"#),
            "json-duplicate-key",
            "/payload/role",
            message,
        );
    }

    #[test]
    fn fires_on_the_json_around() {
        let check = |text: &str, message| {
            check(&RULE, &token_of(text), "json-duplicate-key", "", message);
        };
        check(
            r#"{"payload":"e30","protected":"eyJhbGciOiJIUzI1NiJ9","payload":"e30","signature":"AA"}"#,
            "`payload` appears 2 times in the JSON of the token. Readers disagree which one counts.",
        );
        check(
            r#"{"payload":"e30","signatures":[{"protected":"eyJhbGciOiJIUzI1NiJ9","signature":"AA"},{"header":{},"header":{"alg":"HS256"},"header":{},"signature":"AA"}]}"#,
            "`header` appears 3 times in signature 2. Readers disagree which one counts.",
        );
    }

    #[test]
    fn is_quiet_on_one_name_in_two_objects() {
        check_quiet(&RULE, &token_with(r#"{"a":{"x":1},"b":{"x":1},"A":1}"#));
    }
}
