//! A token that everybody knows from documentation.

use decode::Part;
use decode::json::{JsonKind, Member};
use guide::Question;

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "sample-token",
    severity: Severity::Info,
    title: "Well-known example",
    why: "This token and its key are printed in documentation, so anybody can make such tokens. It shows nothing about \
        a real system.",
    advice: "Paste the token that you want to inspect. If a server accepts this one, replace its key.",
    references: &["RFC 7519 section 3.1", "RFC 7515 appendix A"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

/// Two claims that only this example has together.
struct Sample {
    /// Names and values, the values as they are written in JSON.
    claims: [(&'static str, &'static str); 2],
    /// Where the example is printed.
    source: &'static str,
}

const SAMPLES: [Sample; 2] = [
    Sample { claims: [("sub", "\"1234567890\""), ("iat", "1516239022")], source: "jwt.io" },
    Sample { claims: [("iss", "\"joe\""), ("exp", "1300819380")], source: "RFC 7515 and RFC 7519" },
];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(part) = evaluation.token.payload() else { return Vec::new() };
    let sample = SAMPLES.iter().find(|sample| sample.claims.iter().all(|(name, value)| has(part, name, value)));
    let evidence = sample.map(|sample| {
        let message = format!("Has the claims of the well-known example of {}.", sample.source);
        Evidence::new(&RECORD, message, Place::role(part.role))
    });
    evidence.into_iter().collect()
}

fn has(part: &Part, name: &str, value: &str) -> bool {
    part.members().iter().any(|member| member.name.text == name && is(part, member, value))
}

fn is(part: &Part, member: &Member, value: &str) -> bool {
    matches!(member.value.kind, JsonKind::String(_) | JsonKind::Number) && part.source(member.value.span) == value
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
