//! A part of a length that base64 cannot have.

use super::evidence::by_fault;
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "base64-invalid-length",
    title: "Impossible length",
    severity: Severity::Error,
    why: "No bytes encode to this many characters: one is missing or one too many.",
    advice: "Compare the end of this part with its source.",
    references: &["RFC 4648 section 4"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_fault(evaluation, RULE.id, |part, _| {
        ["The ", part, " has an impossible length: a character is missing or too many."].concat()
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAAAA");
        check(
            "base64-invalid-length",
            &token,
            "base64-invalid-length",
            "/signature",
            "The signature has an impossible length: a character is missing or too many.",
        );
    }

    #[test]
    fn is_quiet_on_the_plain_form() {
        check_quiet("base64-invalid-length", &token_with("{}"));
        check_quiet("base64-invalid-length", &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAAAAA"));
    }
}
