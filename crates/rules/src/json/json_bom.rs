//! A part that begins with a byte-order mark.

use crate::evidence::by_fault;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "json-bom",
    severity: Severity::Warning,
    title: "Byte-order mark",
    why: "JSON that is sent over a network must not begin with a byte-order mark. Some parsers refuse it.",
    advice: "Write UTF-8 without a byte-order mark where the token is made.",
    references: &["RFC 8259 section 8.1"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Json, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_fault(&RECORD, evaluation, |part, _| format!("The {part} begins with a byte-order mark."))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.77u_eyJzdWIiOiJ1MSJ9.AAA");
        check(&RULE, &token, "json-bom", "/payload", "The payload begins with a byte-order mark.");
    }

    #[test]
    fn is_quiet_on_the_plain_form() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA"));
    }
}
