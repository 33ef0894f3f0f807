//! A part in ordinary base64 instead of base64url.

use super::evidence::by_fault;
use super::{Evidence, Rule, Severity, Evaluation};
use decode::format::Format;

pub(super) const RULE: Rule = Rule {
    id: "base64-standard-alphabet",
    title: "Ordinary base64",
    severity: Severity::Warning,
    why: "Tokens use the URL-safe alphabet; strict verifiers refuse `+` and `/`.",
    advice: "Encode with base64url, without padding.",
    references: &["RFC 7515 section 2", "RFC 4648 section 5"],
    members: "",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // Where it stands alone it may be of no token at all.
    if evaluation.token.format == Format::Segment {
        return Vec::new();
    }
    by_fault(evaluation, RULE.id, |part, _| {
        ["The ", part, " uses ordinary base64 (`+` and `/`), not the URL-safe form."].concat()
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA+");
        check(
            "base64-standard-alphabet",
            &token,
            "base64-standard-alphabet",
            "/signature",
            "The signature uses ordinary base64 (`+` and `/`), not the URL-safe form.",
        );
    }

    #[test]
    fn is_quiet_on_the_plain_form() {
        check_quiet("base64-standard-alphabet", &token_with("{}"));
        check_quiet("base64-standard-alphabet", &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA-"));
    }
}
