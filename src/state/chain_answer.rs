//! What a check found out about the certificates that a token brings along.

use decode::json::Value;

use super::check_answer::{AnswerReader, items, text};

#[derive(Debug, PartialEq)]
pub struct ChainAnswer {
    /// In the order of `x5c`.
    pub certificates: Vec<CertificateLine>,
    pub end: ChainEndAnswer,
    /// What it does not mean, and what to do. Empty where there is nothing of the kind to say.
    pub caution: String,
}

#[derive(Debug, PartialEq, Default)]
pub struct CertificateLine {
    /// The subject's common name. Empty where it has no name or cannot be read.
    pub subject: String,
    /// Who signed it, or what is wrong.
    pub message: String,
    /// Seconds since 1970-01-01T00:00:00Z.
    pub not_after: Option<i64>,
    pub is_expired: bool,
    pub is_not_yet_valid: bool,
    /// The next did not sign it, or may not.
    pub is_broken: bool,
}

/// How far the certificates lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainEndAnswer {
    Pasted,
    Whole,
    /// At this certificate, counted from 1.
    Broken(usize),
    NotChecked(usize),
}

impl AnswerReader<'_> {
    /// None for what is no such answer.
    pub(super) fn chain(&self, chain: &Value) -> Option<ChainAnswer> {
        let at = || Some(self.number(chain, "at")? + 1);
        Some(ChainAnswer {
            end: match chain.member("end")?.as_str()? {
                "pasted" => ChainEndAnswer::Pasted,
                "whole" => ChainEndAnswer::Whole,
                "broken" => ChainEndAnswer::Broken(at()?),
                "not-checked" => ChainEndAnswer::NotChecked(at()?),
                _ => return None,
            },
            caution: text(chain, "caution").unwrap_or_default(),
            certificates: items(chain.member("certificates")).map(|line| self.certificate_line(line)).collect(),
        })
    }

    fn certificate_line(&self, line: &Value) -> CertificateLine {
        let is = |name, value: &str| line.member(name).and_then(Value::as_str) == Some(value);
        CertificateLine {
            subject: text(line, "subject").unwrap_or_default(),
            message: text(line, "message").unwrap_or_default(),
            not_after: self.instant(line, "notAfter"),
            is_expired: is("validity", "expired"),
            is_not_yet_valid: is("validity", "not-yet-valid"),
            is_broken: is("signer", "broken"),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::state::check_answer::CheckAnswer;

    use super::*;

    fn chain(json: &str) -> Option<ChainAnswer> {
        let answer = format!(r#"{{"signatures":[{{"signature":"fits","whose":"token","chain":{json}}}]}}"#);
        CheckAnswer::read(&answer)?.signatures.remove(0).chain
    }

    #[test]
    fn reads_what_a_check_says() {
        let answer = chain(
            r#"{"certificates":[{"subject":"a","signer":"broken","message":"M.","notAfter":-5,"validity":"expired"},{"signer":"itself"}],
                "end":"broken","at":0,"message":"B.","caution":"C.","leftOut":0}"#,
        )
        .expect("a chain");
        assert_eq!((answer.end, answer.caution.as_str()), (ChainEndAnswer::Broken(1), "C."));
        let [first, second] = answer.certificates.as_slice() else { panic!("{answer:?}") };
        assert_eq!((first.subject.as_str(), first.not_after), ("a", Some(-5)));
        assert!(first.is_broken && first.is_expired && !first.is_not_yet_valid);
        assert_eq!(second, &CertificateLine::default());
    }

    #[test]
    fn claims_nothing_of_what_it_does_not_know() {
        for json in ["null", "{}", r#"{"end":"good","message":"x"}"#, r#"{"end":"broken","message":"x"}"#] {
            assert_eq!(chain(json), None, "{json}");
        }
    }
}
