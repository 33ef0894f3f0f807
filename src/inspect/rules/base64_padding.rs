//! A part that ends with padding.

use super::evidence::by_fault;
use super::{Evidence, Rule, Severity, Subject};
use crate::decode::format::Format;

pub(super) const RULE: Rule = Rule {
    id: "base64-padding",
    title: "Padding",
    severity: Severity::Warning,
    why: "base64url in a token has no padding; strict verifiers refuse it. Load balancers of AWS are known to write it, and sign it too.",
    advice: "Let the writer leave it out. To verify a token from an AWS load balancer, keep it.",
    references: &["RFC 7515 section 2", "RFC 4648 section 5"],
    check,
};

fn check(subject: &Subject) -> Vec<Evidence> {
    // Where it stands alone it may be of no token at all.
    if subject.token.format == Format::Segment {
        return Vec::new();
    }
    by_fault(subject, RULE.id, |part, _| ["The ", part, " ends with padding (`=`), which a token must not have."].concat())
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA=");
        check("base64-padding", &token, "base64-padding", "/signature", "The signature ends with padding (`=`), which a token must not have.");
    }

    #[test]
    fn is_quiet_on_the_plain_form() {
        check_quiet("base64-padding", &token_with("{}"));
        check_quiet("base64-padding", &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA"));
    }
}
