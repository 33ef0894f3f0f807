//! A part that ends with padding.

use crate::evidence::by_fault;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use decode::format::Format;
use guide::Question;
use inspect::jose::issuers::KnownIssuer;

pub(crate) static RECORD: Record = Record {
    id: "base64-padding",
    severity: Severity::Warning,
    title: "Padding",
    why: "base64url in tokens has no padding, and strict verifiers refuse `=`.",
    advice: "Remove the padding before the token is signed. AWS load balancers sign it with the token, so leave it in theirs.",
    references: &["RFC 7515 section 2", "RFC 4648 section 5"],
    guide: Question::Exact,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // A segment by itself may not come from a token.
    if evaluation.token.format == Format::Segment {
        return Vec::new();
    }
    let mut evidence = by_fault(&RECORD, evaluation, |part, _| {
        format!("The {part} ends with padding (`=`), which a token must not have.")
    });
    // AWS load balancers add the padding on purpose, and removing it breaks the signature.
    if evaluation.description.profile.known_issuer() == Some(KnownIssuer::AwsAlb) {
        for evidence in &mut evidence {
            evidence.message += " Load balancers of AWS sign it too: keep it to verify the token.";
            evidence.severity = Severity::Info;
        }
    }
    evidence
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, findings, token_from, token_of, token_with};

    #[test]
    fn fires() {
        let token = token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA=");
        check(
            &RULE,
            &token,
            "base64-padding",
            "/signature",
            "The signature ends with padding (`=`), which a token must not have.",
        );
    }

    #[test]
    fn is_a_remark_where_it_is_signed_too() {
        let header = r#"{"alg":"ES256","signer":"arn:aws:elasticloadbalancing:eu-west-1:1:a"}"#;
        let unpadded = token_from(header, r#"{"sub":"u"}"#).text;
        let token = token_of(&format!("{unpadded}=="));
        let message = "The signature ends with padding (`=`), which a token must not have. Load balancers of AWS sign it too: keep it to verify the token.";
        check(&RULE, &token, "base64-padding", "/signature", message);
        assert!(findings(&token).iter().all(|it| it.id() != "base64-padding" || it.severity == Severity::Info));
    }

    #[test]
    fn is_quiet_on_the_plain_form() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.AAA"));
    }
}
