//! A character that no token holds.

use super::evidence::by_fault;
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "illegal-character",
    title: "Foreign character",
    severity: Severity::Error,
    why: "A token holds letters, digits, - and _, joined by dots, an SD-JWT also by ~. A lenient reader and a strict one see two different tokens.",
    advice: "Compare it with its source. A server must refuse it.",
    references: &["RFC 7515 section 2", "CVE-2022-39227"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_fault(evaluation, RULE.id, |part, fault| ["The ", part, " cannot be read on: ", &fault.to_string(), "."].concat())
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn says_which_and_where() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AA=AA");
        check_quiet("illegal-character", &token);
        let mut foreign = token_with("{}");
        let text = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AA*A";
        foreign.parts = decode::format::take_apart(text).1;
        let message = "The signature cannot be read on: expected a base64url character, but found `*`, at character 41 of the token.";
        check("illegal-character", &foreign, "illegal-character", "/signature", message);
    }
}
