//! A part of a length that base64 cannot have.

use crate::evidence::by_fault;
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "base64-invalid-length",
    severity: Severity::Error,
    title: "Impossible length",
    why: "No bytes encode to this many characters: one is missing or one too many.",
    advice: "Compare the end of this part with its source.",
    references: &["RFC 4648 section 4"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_fault(&RECORD, evaluation, |part, _| {
        ["The ", part, " has an impossible length: a character is missing or too many."].concat()
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
