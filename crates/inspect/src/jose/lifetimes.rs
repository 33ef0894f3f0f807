//! How long tokens should last, and how long those who receive them accept them to last.

/// In seconds.
pub(super) const MINUTE: u64 = 60;
pub(super) const HOUR: u64 = 3_600;
pub const DAY: u64 = 86_400;

/// How long a kind of token should last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lifetime {
    Advised(AdvisedLifetime),
    /// It is meant to last, or it needs no expiry, so no lifetime is advised.
    NotAdvised,
}

/// A lifetime that is advised, and from when on a longer one is worth telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdvisedLifetime {
    /// As a sentence ends: "an hour at most".
    pub words: &'static str,
    /// In seconds. A longer lifetime deserves a notice.
    pub notice_over: u64,
    /// In seconds. A longer lifetime deserves a warning. None where no lifetime does.
    pub warning_over: Option<u64>,
    pub source: RuleSource,
}

/// Whose rule it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleSource {
    /// This document asks for it, or for about as much.
    Document(&'static str),
    /// No document is known that sets a limit. This one is our own judgement.
    OwnJudgement,
}

/// The advice for a kind of token that has no advice of its own.
pub(super) const A_DAY: AdvisedLifetime = AdvisedLifetime {
    words: "a day at most",
    notice_over: DAY,
    warning_over: Some(30 * DAY),
    source: RuleSource::OwnJudgement,
};

/// The longest lifetime that those who receive a token accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AcceptedLifetime {
    /// As a sentence says it: "GitHub accepts".
    pub who_accepts: &'static str,
    pub seconds: u64,
    /// The shortest lifetime, where they set one as well.
    pub at_least: Option<u64>,
    pub counted_from: CountedFrom,
    /// Where the limit is documented.
    pub document: &'static str,
}

/// The moment from which an accepted lifetime is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedFrom {
    /// `iat`.
    Issue,
    /// When the token is received: now, at the earliest.
    Receipt,
}
