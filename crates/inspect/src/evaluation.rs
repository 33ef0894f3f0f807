//! A token with everything that is known of it before anybody judges it.

use std::ops::Deref;

use decode::Token;

use crate::describe::Description;
use crate::sent::SentIn;
use crate::validity::Validity;

/// What is known beside the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Context {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// `now` is what a device's clock shows, and not an instant that somebody chose.
    pub is_clock: bool,
    /// The link that brought the token says that its sender left the signature out.
    pub signature_left_out: bool,
    /// The link that brought the token says that its sender masked some of the claims.
    pub claims_redacted: bool,
}

/// A token with everything that is known of it and that no clock changes.
#[derive(Debug, Clone, Copy)]
pub struct Evaluation<'a> {
    pub token: &'a Token,
    pub description: &'a Description,
    /// As in [`Context`].
    pub signature_left_out: bool,
    /// As in [`Context`].
    pub claims_redacted: bool,
    /// The requests of a HAR file in which it was sent, each once, in the order of the text.
    pub requests: &'a [SentIn<'a>],
}

/// A token at one instant.
#[derive(Debug, Clone, Copy)]
pub struct EvaluationAt<'a> {
    evaluation: Evaluation<'a>,
    pub validity: &'a Validity,
    /// As in [`Context`].
    pub now: i64,
    /// As in [`Context`].
    pub is_clock: bool,
}

impl<'a> Evaluation<'a> {
    pub fn new(token: &'a Token, description: &'a Description, context: Context) -> Self {
        let Context { signature_left_out, claims_redacted, .. } = context;
        Self { token, description, signature_left_out, claims_redacted, requests: &[] }
    }

    /// The same with the requests in which the token was sent.
    pub fn sent_in(self, requests: &'a [SentIn<'a>]) -> Self {
        Self { requests, ..self }
    }

    /// The same at the instant of this context.
    pub fn at(self, validity: &'a Validity, context: Context) -> EvaluationAt<'a> {
        EvaluationAt { evaluation: self, validity, now: context.now, is_clock: context.is_clock }
    }
}

impl<'a> Deref for EvaluationAt<'a> {
    type Target = Evaluation<'a>;

    fn deref(&self) -> &Evaluation<'a> {
        &self.evaluation
    }
}
