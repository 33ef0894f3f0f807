//! A token with more segments than its format has.

use super::{Evidence, Place, Rule, Severity, Subject};
use crate::decode::Role;

pub(super) const RULE: Rule = Rule {
    id: "wrong-segment-count",
    title: "Wrong number of parts",
    severity: Severity::Error,
    why: "The compact serializations fix the number of parts. Something was glued to this token, or it is no such token.",
    advice: "Compare it with its source. A server must refuse it as it is.",
    references: &["RFC 7515 section 7.1", "RFC 7516 section 7.1", "RFC 7519 section 7.2"],
    check,
};

fn check(subject: &Subject) -> Vec<Evidence> {
    let extra = subject.token.parts.iter().filter(|part| part.role == Role::Extra).count();
    if extra == 0 {
        return Vec::new();
    }
    let count = subject.token.parts.len().to_string();
    let message = ["A JWT has 3 parts (signed) or 5 parts (encrypted); this has ", &count, "."].concat();
    vec![Evidence::new(message, Place::role(Role::Extra))]
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires_on_a_fourth_part() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAAA.BBBB");
        let message = "A JWT has 3 parts (signed) or 5 parts (encrypted); this has 4.";
        check("wrong-segment-count", &token, "wrong-segment-count", "/extra", message);
    }

    #[test]
    fn is_quiet_on_three() {
        check_quiet("wrong-segment-count", &token_with("{}"));
    }
}
