//! A part whose last character carries bits that no byte holds.

use super::evidence::by_fault;
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "base64-noncanonical",
    title: "Stray bits",
    severity: Severity::Warning,
    why: "The same bytes can then be written in several ways, so that a deny-list of token texts can be passed by.",
    advice: "Decode strictly, and key deny-lists on `iss` and `jti`.",
    references: &["RFC 4648 section 3.5"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_fault(evaluation, RULE.id, |part, _| {
        ["The ", part, " has stray bits in its last character: other spellings decode to the same bytes."].concat()
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAB");
        check(
            "base64-noncanonical",
            &token,
            "base64-noncanonical",
            "/signature",
            "The signature has stray bits in its last character: other spellings decode to the same bytes.",
        );
    }

    #[test]
    fn is_quiet_on_the_plain_form() {
        check_quiet("base64-noncanonical", &token_with("{}"));
        check_quiet("base64-noncanonical", &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA"));
    }
}
