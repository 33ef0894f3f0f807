//! A token that everybody has seen.

use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Part;
use decode::json::Kind;
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "sample-token",
    severity: Severity::Info,
    title: "Well-known example",
    why: "It is printed in documentation, and its key with it. It says nothing about any system.",
    advice: "Paste the token that you want to look at.",
    references: &["RFC 7519 section 3.1", "RFC 7515 appendix A"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check };

/// Two claims that only examples have together: a name, the value's source, another name, its source, where from.
const SAMPLES: [(&str, &str, &str, &str, &str); 2] = [
    ("sub", "\"1234567890\"", "iat", "1516239022", "of jwt.io"),
    ("iss", "\"joe\"", "exp", "1300819380", "of RFC 7515 and RFC 7519"),
];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(part) = evaluation.token.payload() else { return Vec::new() };
    let has = |name: &str, source: &str| part.members().iter().any(|it| it.name.text == name && is(part, it, source));
    let sample = SAMPLES.iter().find(|sample| has(sample.0, sample.1) && has(sample.2, sample.3));
    let evidence = |sample: &(_, _, _, _, &str)| {
        let message = ["Has the claims of the well-known example ", sample.4, "."].concat();
        Evidence::new(&RECORD, message, Place::role(part.role))
    };
    sample.map(evidence).into_iter().collect()
}

fn is(part: &Part, member: &decode::json::Member, source: &str) -> bool {
    matches!(member.value.kind, Kind::String(_) | Kind::Number) && part.source(member.value.span) == source
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_of, token_with};

    #[test]
    fn fires() {
        let message = "Has the claims of the well-known example of jwt.io.";
        let token = token_with(r#"{"sub":"1234567890","name":"John Doe","admin":true,"iat":1516239022}"#);
        check(&RULE, &token, "sample-token", "/payload", message);
        let message = "Has the claims of the well-known example of RFC 7515 and RFC 7519.";
        let token = token_of(
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        );
        check(&RULE, &token, "sample-token", "/payload", message);
    }

    #[test]
    fn is_quiet_on_one_claim_alone() {
        check_quiet(&RULE, &token_with(r#"{"sub":"1234567890","iat":1516239023}"#));
        check_quiet(&RULE, &token_with(r#"{"iss":"joe","exp":1700000000}"#));
    }
}
