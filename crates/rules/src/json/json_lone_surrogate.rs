//! An escape with half of a UTF-16 surrogate pair.

use crate::query::values::by_value;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "json-lone-surrogate",
    severity: Severity::Warning,
    title: "Half of a surrogate pair",
    why: "The escape stands for no character by itself. Systems replace it, drop it, cut the text there or refuse the token, so they compare different values.",
    advice: "Look for code that cuts text between the two halves of a character, and cut between characters instead.",
    references: &["RFC 8259 section 8.2", "RFC 7493 section 2.1"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_value(evaluation, &|seen| {
        let name = seen.named().and_then(|member| member.name.lone_surrogates.first());
        let (what, (_, half)) = match name {
            Some(half) => ("The name ", half),
            None => ("", seen.text()?.lone_surrogates.first()?),
        };
        let evaluation = seen.subject();
        Some(seen.evidence(
            &RECORD,
            format!("{what}{evaluation} holds half of a character: `\\u{half:04X}` without its other half."),
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_on_values_and_names() {
        let message = "`name` holds half of a character: `\\uD83D` without its other half.";
        let token = token_with(r#"{"name":"a\ud83d"}"#);
        check(&RULE, &token, "json-lone-surrogate", "/payload/name", message);
        let message = "The name `a\u{FFFD}` holds half of a character: `\\uDE00` without its other half.";
        let token = token_with(r#"{"a\ude00":"\ud83d"}"#);
        check(&RULE, &token, "json-lone-surrogate", "/payload/a\u{FFFD}", message);
    }

    #[test]
    fn is_quiet_on_pairs_and_on_the_replacement_character() {
        check_quiet(&RULE, &token_with("{\"name\":\"\\ud83d\\ude00 \u{FFFD}\"}"));
    }
}
