//! What the expectations come to for one token at one instant. The shape of the report's `expectations`.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::ExpectationKind;

/// The whole answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectationAnswer {
    /// One for each thing that is expected, in the order of [`ExpectationKind`].
    pub lines: Vec<JudgedExpectation>,
    pub verdict: ServiceVerdict,
    /// "A service that expects this would refuse it: the audience differs."
    pub sentence: String,
    /// What this answer says nothing about, each a full sentence.
    pub not_checked: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceVerdict {
    WouldRefuse,
    /// Nothing here would make a service refuse it. That is not: a service accepts it.
    NothingAgainst,
}

/// One expectation, held against the token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedExpectation {
    pub kind: ExpectationKind,
    pub outcome: ExpectationOutcome,
    /// What the token says, in short, for a comment in code: `api://3f1d2c44`, or "no `aud`".
    pub said: Option<String>,
    /// Why it is met, not met or not checked. A full sentence, where there is more to say than the outcome.
    pub reason: Option<String>,
    /// What to change, where that is known. A full sentence.
    pub fix: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectationOutcome {
    Met,
    NotMet,
    NotChecked,
}

impl ExpectationAnswer {
    /// As the report has it, and as the page reads it.
    pub fn json(&self) -> String {
        // Nothing in it can fail to be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for ExpectationAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut answer = serializer.serialize_struct("ExpectationAnswer", 4)?;
        // No service accepts a token because nothing is against it.
        answer.serialize_field("verdict", self.verdict.id())?;
        answer.serialize_field("sentence", &self.sentence)?;
        answer.serialize_field("notChecked", &self.not_checked)?;
        answer.serialize_field("lines", &self.lines)?;
        answer.end()
    }
}

impl Serialize for JudgedExpectation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut line = serializer.serialize_struct("JudgedExpectation", 6)?;
        line.serialize_field("expectation", self.kind.id())?;
        // Null where none is expected by its name.
        line.serialize_field("claim", &self.kind.claim())?;
        line.serialize_field("outcome", self.outcome.id())?;
        line.serialize_field("reason", &self.reason)?;
        line.serialize_field("fix", &self.fix)?;
        line.serialize_field("said", &self.said)?;
        line.end()
    }
}

impl ServiceVerdict {
    /// Stable, as in the report.
    pub fn id(self) -> &'static str {
        match self {
            Self::WouldRefuse => "would-refuse",
            Self::NothingAgainst => "nothing-against",
        }
    }
}

impl ExpectationOutcome {
    /// Stable, as in the report.
    pub fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::NotChecked => "not-checked",
        }
    }
}

impl JudgedExpectation {
    pub fn is_refused(&self) -> bool {
        self.outcome == ExpectationOutcome::NotMet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_has_its_members_in_the_order_of_the_report() {
        let line = |kind, outcome, fix: Option<&str>| JudgedExpectation {
            kind,
            outcome,
            said: Some("`a\"b`".to_owned()),
            reason: None,
            fix: fix.map(str::to_owned),
        };
        let answer = ExpectationAnswer {
            lines: vec![
                line(ExpectationKind::Issuer, ExpectationOutcome::NotMet, Some("F.")),
                line(ExpectationKind::Claim("tid".to_owned()), ExpectationOutcome::Met, None),
            ],
            verdict: ServiceVerdict::WouldRefuse,
            sentence: "S.".to_owned(),
            not_checked: vec!["N.".to_owned()],
        };
        assert_eq!(
            answer.json(),
            concat!(
                r#"{"verdict":"would-refuse","sentence":"S.","notChecked":["N."],"lines":["#,
                r#"{"expectation":"issuer","claim":null,"outcome":"not-met","reason":null,"fix":"F.","said":"`a\"b`"},"#,
                r#"{"expectation":"claim","claim":"tid","outcome":"met","reason":null,"fix":null,"said":"`a\"b`"}]}"#
            )
        );
    }
}
