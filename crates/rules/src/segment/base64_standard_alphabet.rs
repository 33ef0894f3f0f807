//! A part in standard base64 instead of base64url.

use crate::evidence::by_fault;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use decode::format::Format;
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "base64-standard-alphabet",
    severity: Severity::Warning,
    title: "Standard base64 alphabet",
    why: "Tokens use the URL-safe alphabet. Strict verifiers refuse `+` and `/`, and both change their meaning in a URL.",
    advice: "Encode with base64url without padding where the token is made.",
    references: &["RFC 7515 section 2", "RFC 4648 section 5"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // A segment by itself may not come from a token.
    if evaluation.token.format == Format::Segment {
        return Vec::new();
    }
    by_fault(&RECORD, evaluation, |part, _| {
        format!("The {part} uses ordinary base64 (`+` and `/`), not the URL-safe form.")
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA+");
        check(
            &RULE,
            &token,
            "base64-standard-alphabet",
            "/signature",
            "The signature uses ordinary base64 (`+` and `/`), not the URL-safe form.",
        );
    }

    #[test]
    fn is_quiet_on_the_plain_form() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA-"));
    }
}
