//! A token with too many or too few segments. A missing signature has a finding of its own.

use super::truncated_token::is_cut_at_key;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::format::Format;
use decode::json::Value;
use decode::{Part, Role};
use guide::Question;

pub(crate) static WRONG_SEGMENT_COUNT: Record = Record {
    id: "wrong-segment-count",
    severity: Severity::Error,
    title: "Wrong number of parts",
    why: "A signed token has three parts and an encrypted one has five. With any other number it is not known which part is which, and verifiers refuse the token.",
    advice: "Compare the token with its source: a part was lost, or text with a dot was added.",
    references: &["RFC 7515 section 7.1", "RFC 7516 section 7.1", "RFC 7519 section 7.2"],
    guide: Question::Damaged,
};

pub(crate) static MANY_DOTS: Record = Record {
    id: "many-dots",
    severity: Severity::Error,
    title: "Far too many parts",
    why: "No token has this many parts. Libraries that split the text at every dot before counting have used up the memory of a server.",
    advice: "Refuse the text. Limit its length and the number of parts before splitting it.",
    references: &["RFC 7515 section 7.1", "CVE-2025-30204"],
    guide: Question::Damaged,
};

pub(crate) static MISSING_FINAL_DOT: Record = Record {
    id: "missing-final-dot",
    severity: Severity::Error,
    title: "Final dot missing",
    why: "An unsecured JWT has an empty signature after a second dot. Parsers that expect three parts refuse the text without that dot.",
    advice: "Add the final dot if you work with unsecured tokens on purpose, such as in a test.",
    references: &["RFC 7519 section 6.1", "RFC 7515 section 7.1"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Encoding,
    records: &[&WRONG_SEGMENT_COUNT, &MANY_DOTS, &MISSING_FINAL_DOT],
    check: Check::Once(check),
};

/// A text with more parts than this was probably not a damaged token.
const MANY: usize = 9;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let token = evaluation.token;
    let is_beside = |part: &&Part| matches!(part.role, Role::Disclosure | Role::KeyBinding);
    let count = token.parts.len() - token.parts.iter().filter(is_beside).count() + token.unsplit_segments();
    if let Some(extra) = token.part(Role::Extra) {
        let message = format!("A JWT has 3 parts (signed) or 5 parts (encrypted); this has {count}.");
        let mut evidence = Evidence::new(&WRONG_SEGMENT_COUNT, message, Place::at(token, extra));
        if count > MANY {
            evidence.message += " Splitting such input has exhausted memory in some libraries (CVE-2025-30204).";
            evidence.record = &MANY_DOTS;
        }
        return vec![evidence];
    }
    if token.format == Format::JweCompact && count < 5 && !is_cut_at_key(token) {
        let message = format!("An encrypted token has 5 parts; this has {count}.");
        return vec![Evidence::new(&WRONG_SEGMENT_COUNT, message, Place::default())];
    }
    let alg = token.parameter("alg").and_then(Value::as_str);
    if token.format == Format::JwsCompact && count == 2 && alg == Some("none") && !token.is_cut_off() {
        // RFC 7519 section 6.1.
        let evidence = Evidence::new(
            &MISSING_FINAL_DOT,
            "An unsecured JWT still ends with a dot; this one does not.",
            Place::role(Role::Signature),
        );
        return vec![evidence];
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires_on_a_fourth_part() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAAA.BBBB");
        let message = "A JWT has 3 parts (signed) or 5 parts (encrypted); this has 4.";
        check(&RULE, &token, "wrong-segment-count", "/extra", message);
    }

    #[test]
    fn says_what_many_dots_have_done() {
        let token = token_of(&format!("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9{}", ".AAAA".repeat(8)));
        let message = "A JWT has 3 parts (signed) or 5 parts (encrypted); this has 10. Splitting such input has exhausted memory in some libraries (CVE-2025-30204).";
        check(&RULE, &token, "many-dots", "/extra", message);
    }

    #[test]
    fn fires_on_too_few_of_an_encrypted_token() {
        let token = token_of("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA");
        check(&RULE, &token, "wrong-segment-count", "", "An encrypted token has 5 parts; this has 4.");
    }

    #[test]
    fn fires_where_an_unsecured_token_lost_its_dot() {
        let token = token_of("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9");
        let message = "An unsecured JWT still ends with a dot; this one does not.";
        check(&RULE, &token, "missing-final-dot", "/signature", message);
    }

    #[test]
    fn is_quiet_on_three() {
        check_quiet(&RULE, &token_of("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9."));
        check_quiet(&RULE, &token_of("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAA"));
        check_quiet(&RULE, &token_with("{}"));
    }

    #[test]
    fn is_quiet_where_nothing_is_joined_by_dots() {
        for text in [
            r#"{"protected":"eyJhbGciOiJIUzI1NiJ9","payload":"e30","signature":"AA"}"#,
            r#"{"protected":"eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0","iv":"AA","ciphertext":"AA","tag":"AA"}"#,
        ] {
            check_quiet(&RULE, &token_of(text));
        }
    }
}
