//! A part whose length is impossible in base64url.

use crate::evidence::by_fault;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "base64-invalid-length",
    severity: Severity::Error,
    title: "Impossible base64url length",
    why: "No sequence of bytes is encoded to this number of characters. At least one character is missing or was added.",
    advice: "Compare the end of this part with its source, and copy the whole token again.",
    references: &["RFC 4648 section 4"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_fault(&RECORD, evaluation, |part, _| {
        format!("The {part} has an impossible length: a character is missing or too many.")
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAAAA");
        check(
            &RULE,
            &token,
            "base64-invalid-length",
            "/signature",
            "The signature has an impossible length: a character is missing or too many.",
        );
    }

    #[test]
    fn is_quiet_on_the_plain_form() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAAAAA"));
    }
}
