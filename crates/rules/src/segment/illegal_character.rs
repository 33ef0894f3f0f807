//! A character that cannot be in a token.

use crate::evidence::by_fault;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "illegal-character",
    severity: Severity::Error,
    title: "Character that no token has",
    why: "A token has only letters, digits, `-`, `_` and dots, and an SD-JWT also has `~`. A lenient reader skips other characters and may see another token than a strict one.",
    advice: "Compare the token with its source at this character. A verifier must refuse it.",
    references: &["RFC 7515 section 2", "CVE-2022-39227"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_fault(&RECORD, evaluation, |part, fault| format!("The {part} cannot be read on: {fault}."))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn says_which_and_where() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AA=AA");
        check_quiet(&RULE, &token);
        let mut foreign = token_with("{}");
        let text = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AA*A";
        foreign.parts = decode::format::take_apart(text).1;
        let message = "The signature cannot be read on: expected a base64url character, but found `*`, at character 41 of the token.";
        check(&RULE, &foreign, "illegal-character", "/signature", message);
    }
}
