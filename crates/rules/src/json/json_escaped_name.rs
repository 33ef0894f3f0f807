//! A name whose letters are written as escapes.

use crate::query::values::{by_value, written_name};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
use inspect::display;

pub(crate) static RECORD: Record = Record {
    id: "json-escaped-name",
    severity: Severity::Notice,
    title: "Name written with escapes",
    why: "A JSON parser sees the plain name, but a filter that searches the text for this name does not find it.",
    advice: "Write letters and digits in names without escapes, and let filters work on parsed JSON.",
    references: &["RFC 8259 section 7"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_value(evaluation, &|seen| {
        let member = seen.named().filter(|member| member.name.escaped)?;
        let message = || format!("The name {} is written with escapes.", display::quoted(&member.name.text, 80));
        hides_letters(written_name(seen.part, member)).then(|| seen.evidence(&RECORD, message()))
    })
}

/// Whether a letter, a digit or `_` is written as `\u0061`.
fn hides_letters(written: &[u8]) -> bool {
    let mut rest = written;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        let digits = match rest.get(at..).unwrap_or_default() {
            [b'\\', b'u', b'0', b'0', high, low, ..] => [*high, *low],
            _ => [b'0', b'0'],
        };
        let [high, low] = digits.map(|digit| char::from(digit).to_digit(16).unwrap_or_default());
        if u8::try_from(16 * high + low).is_ok_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            return true;
        }
        // Continue after the escape.
        rest = rest.get(at + 2..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[test]
    fn fires_at_every_depth() {
        let message = "The name `role` is written with escapes.";
        let token = token_with(r#"{"a":[{"r\u006Fle":"admin"}]}"#);
        check(&RULE, &token, "json-escaped-name", "/payload/a", message);
    }

    #[test]
    fn is_quiet_where_escapes_are_needed_or_usual() {
        let claims = r#"{"a\"b":1,"https:\/\/a.example\/r":1,"gr\u00fc\u00df":1,"a\\u0061":1,"a\u0000":1,"\u003cb\u003e":1,"b":"\u0061"}"#;
        check_quiet(&RULE, &token_with(claims));
    }
}
