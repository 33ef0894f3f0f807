//! A token with more or fewer segments than its format has; a missing signature is told by `signature_missing`.

use super::{Evidence, Place, Rule, Severity, Evaluation};
use decode::format::Format;
use decode::json::Value;
use decode::{Part, Role};

pub(super) const RULE: Rule = Rule {
    id: "wrong-segment-count",
    title: "Wrong number of parts",
    severity: Severity::Error,
    why: "The compact serializations fix the number of parts and of the dots between them. Something was added or lost, or it is no such token.",
    advice: "Compare it with its source. A server must refuse it as it is.",
    references: &["RFC 7515 section 7.1", "RFC 7516 section 7.1", "RFC 7519 section 7.2"],
    members: "wrong-segment-count:E many-dots:E missing-final-dot:E",
    check,
};

/// More parts are no slip any more.
const MANY: usize = 9;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let token = evaluation.token;
    let is_beside = |part: &&Part| matches!(part.role, Role::Disclosure | Role::KeyBinding);
    let count = token.parts.len() - token.parts.iter().filter(is_beside).count();
    if let Some(extra) = token.part(Role::Extra) {
        let message =
            ["A JWT has 3 parts (signed) or 5 parts (encrypted); this has ", &count.to_string(), "."].concat();
        let mut evidence = Evidence::new(message, Place::at(token, extra));
        if count > MANY {
            evidence.message += " Splitting such input has exhausted memory in some libraries (CVE-2025-30204).";
            evidence.id = Some("many-dots".to_owned());
        }
        return vec![evidence];
    }
    if token.format == Format::JweCompact && count < 5 {
        let message = ["An encrypted token has 5 parts; this has ", &count.to_string(), "."].concat();
        return vec![Evidence::new(message, Place::default())];
    }
    let alg = token.parameter("alg").and_then(Value::as_str);
    if token.format == Format::JwsCompact && count == 2 && alg == Some("none") {
        // RFC 7519 section 6.1.
        let mut evidence =
            Evidence::new("An unsecured JWT still ends with a dot; this one does not.", Place::role(Role::Signature));
        evidence.id = Some("missing-final-dot".to_owned());
        return vec![evidence];
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires_on_a_fourth_part() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAAA.BBBB");
        let message = "A JWT has 3 parts (signed) or 5 parts (encrypted); this has 4.";
        check("wrong-segment-count", &token, "wrong-segment-count", "/extra", message);
    }

    #[test]
    fn says_what_many_dots_have_done() {
        let token = token_of(&["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9", &".AAAA".repeat(8)].concat());
        let message = "A JWT has 3 parts (signed) or 5 parts (encrypted); this has 10. Splitting such input has exhausted memory in some libraries (CVE-2025-30204).";
        check("wrong-segment-count", &token, "many-dots", "/extra", message);
    }

    #[test]
    fn fires_on_too_few_of_an_encrypted_token() {
        let token = token_of("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA");
        check("wrong-segment-count", &token, "wrong-segment-count", "", "An encrypted token has 5 parts; this has 4.");
    }

    #[test]
    fn fires_where_an_unsecured_token_lost_its_dot() {
        let token = token_of("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9");
        let message = "An unsecured JWT still ends with a dot; this one does not.";
        check("wrong-segment-count", &token, "missing-final-dot", "/signature", message);
    }

    #[test]
    fn is_quiet_on_three() {
        check_quiet("wrong-segment-count", &token_of("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9."));
        check_quiet(
            "wrong-segment-count",
            &token_of("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAA"),
        );
        check_quiet("wrong-segment-count", &token_with("{}"));
    }

    #[test]
    fn is_quiet_where_nothing_is_joined_by_dots() {
        for text in [
            r#"{"protected":"eyJhbGciOiJIUzI1NiJ9","payload":"e30","signature":"AA"}"#,
            r#"{"protected":"eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0","iv":"AA","ciphertext":"AA","tag":"AA"}"#,
        ] {
            check_quiet("wrong-segment-count", &token_of(text));
        }
    }
}
