//! An encryption algorithm in a signed token, or a signature algorithm in an encrypted one.

use crate::query::algorithms::by_algorithm;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use decode::format::Format;
use guide::Question;
use inspect::jose;
use inspect::jose::AlgorithmUse;

pub(crate) static RECORD: Record = Record {
    id: "alg-wrong-family",
    severity: Severity::Error,
    title: "Signature and encryption mixed up",
    why: "The algorithm and the form of the token contradict each other. Libraries that looked at only one of the two have taken encrypted tokens for signed ones.",
    advice: "Refuse the token. Decide in the verifier whether it expects signed or encrypted tokens, not by looking at the token.",
    references: &["RFC 7516 section 9", "RFC 8725 section 2.3", "CVE-2023-51774"],
    guide: Question::Algorithms,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Algorithm, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let format = evaluation.token.format;
    let is_encrypted = format.is_encrypted();
    by_algorithm(&RECORD, evaluation, |alg| {
        let algorithm = jose::algorithm(alg).filter(|_| format != Format::Segment)?;
        let message = match algorithm.usage {
            // RFC 7516 section 9: `enc` makes it one.
            AlgorithmUse::Signature if format == Format::JweCompact && evaluation.token.parts.len() < 5 => {
                "` is for signed tokens, but `enc` is for encrypted ones."
            }
            AlgorithmUse::Signature if is_encrypted => {
                "` is for signed tokens, but this has the form of an encrypted one."
            }
            AlgorithmUse::KeyManagement if !is_encrypted => {
                "` is for encrypted tokens, but this has the form of a signed one."
            }
            AlgorithmUse::ContentEncryption => "` is for `enc`, not for `alg`.",
            _ => return None,
        };
        Some(format!("`{}{message}", algorithm.name))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, found_by, token_from, token_of, token_with};

    #[test]
    fn fires_on_both_confusions() {
        let message = "`RSA-OAEP` is for encrypted tokens, but this has the form of a signed one.";
        check(&RULE, &token_from(r#"{"alg":"RSA-OAEP"}"#, "{}"), "alg-wrong-family", "/header/alg", message);
        let message = "`RS256` is for signed tokens, but this has the form of an encrypted one.";
        let token = token_of(&format!("{}.AA.AA.AA.AA", encode(r#"{"alg":"RS256"}"#)));
        check(&RULE, &token, "alg-wrong-family", "/header/alg", message);
        let message = "`HS256` is for signed tokens, but `enc` is for encrypted ones.";
        let token = token_of(&format!("{}.e30.AAAA", encode(r#"{"alg":"HS256","enc":"A128GCM"}"#)));
        check(&RULE, &token, "alg-wrong-family", "/header/alg", message);
        assert!(found_by(&crate::segment::wrong_segment_count::RULE, &token).is_empty(), "one cause, one finding");
        let message = "`A128GCM` is for `enc`, not for `alg`.";
        check(&RULE, &token_from(r#"{"alg":"A128GCM"}"#, "{}"), "alg-wrong-family", "/header/alg", message);
    }

    #[test]
    fn is_quiet_where_they_agree_or_nothing_is_known() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_of(&format!("{}..AA.AA.AA", encode(r#"{"alg":"dir","enc":"A128GCM"}"#))));
        check_quiet(&RULE, &token_of(&encode(r#"{"alg":"dir","typ":"JWT"}"#)));
        check_quiet(&RULE, &token_from(r#"{"alg":"nobody"}"#, "{}"));
    }
}
