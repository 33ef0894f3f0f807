//! A part that begins with a byte-order mark.

use super::evidence::by_fault;
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "json-bom",
    title: "Byte-order mark",
    severity: Severity::Warning,
    why: "JSON that is sent must not begin with one; some parsers refuse it.",
    advice: "Write UTF-8 without a byte-order mark.",
    references: &["RFC 8259 section 8.1"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_fault(evaluation, RULE.id, |part, _| ["The ", part, " begins with a byte-order mark."].concat())
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.77u_eyJzdWIiOiJ1MSJ9.AAA");
        check("json-bom", &token, "json-bom", "/payload", "The payload begins with a byte-order mark.");
    }

    #[test]
    fn is_quiet_on_the_plain_form() {
        check_quiet("json-bom", &token_with("{}"));
        check_quiet("json-bom", &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA"));
    }
}
