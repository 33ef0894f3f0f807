//! A part whose last character has bits that belong to no byte.

use crate::evidence::by_fault;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static RECORD: Record = Record {
    id: "base64-noncanonical",
    severity: Severity::Warning,
    title: "Stray bits in the last character",
    why: "The last character has bits that belong to no byte. Lenient decoders ignore them, so several texts mean the same token and a deny list of token texts misses some of them.",
    advice: "Decode strictly, and store `iss` and `jti` in deny lists instead of the text.",
    references: &["RFC 4648 section 3.5"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    by_fault(&RECORD, evaluation, |part, _| {
        format!("The {part} has stray bits in its last character: other spellings decode to the same bytes.")
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        // Of 32 bytes, as `HS256` makes them.
        let signature = "4Ac7X5mUq1zKd0rVw8tYbGnJfLhPsQeR2uTiOaSdFgB";
        let token = token_of(&["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.", signature].concat());
        check(
            &RULE,
            &token,
            "base64-noncanonical",
            "/signature",
            "The signature has stray bits in its last character: other spellings decode to the same bytes.",
        );
    }

    #[test]
    fn gives_way_where_the_end_is_missing() {
        let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.4Ac7X5mUq1zKd0rVw8tYbGnJfLhPsQeR2u";
        for cut in [1, 2, 5, 9, 13] {
            check_quiet(&RULE, &token_of(&token[..token.len() - cut]));
        }
    }

    #[test]
    fn is_quiet_on_the_plain_form() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA"));
    }
}
