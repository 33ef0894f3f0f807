//! A claim that holds JSON as text.

use decode::Role;
use decode::json::{self, JsonKind};
use guide::Question;

use crate::query::values::{Seen, by_value};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "stringified-json",
    severity: Severity::Info,
    title: "JSON written as text",
    why: "For every reader this claim is one string, which must be parsed a second time, and every quote in it needs a \
        backslash.",
    advice: "Write the value as a JSON object or array. A claim can hold any JSON.",
    references: &["RFC 7519 section 2"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Claims, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_value(evaluation, &|seen: &Seen| {
        let text = seen.text().filter(|_| matches!(seen.part.role, Role::Payload | Role::Disclosure))?;
        let text = text.text.trim_ascii();
        if !text.starts_with(['{', '[']) || !text.ends_with(['}', ']']) {
            return None;
        }
        let document = json::read(text.as_bytes());
        let what = match document.value.filter(|_| document.faults.is_empty())?.kind {
            JsonKind::Array(_) => "array",
            _ => "object",
        };
        Some(seen.evidence(&RECORD, format!("{} holds a JSON {what} written as text.", seen.subject())))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_objects_and_arrays() {
        let message = "`metadata` holds a JSON object written as text.";
        let token = token_with(r#"{"metadata":" {\"a\":[1]} "}"#);
        check(&RULE, &token, "stringified-json", "/payload/metadata", message);
        let message = "`b` holds a JSON array written as text.";
        let token = token_with(r#"{"a":{"b":"[\"x\"]"}}"#);
        check(&RULE, &token, "stringified-json", "/payload/a", message);
    }

    #[test]
    fn is_quiet_on_other_text() {
        check_quiet(
            &RULE,
            &token_with(r#"{"a":"[Admin]","b":"{x}","c":"7","d":"\"x\"","e":{"f":[]},"g":"{\"a\":1","h":"{"}"#),
        );
    }
}
