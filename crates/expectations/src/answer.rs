//! What the expectations come to for one token at one instant. The shape of the report's `expectations`.

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
