//! What a service expects, as the reader writes it, and what that comes to for the token that is shown.
//!
//! Nothing of it is stored, and it goes into no link and no report by itself. The reader may choose a link that carries
//! some of it.

pub mod answer;
mod asking;
mod earlier;
pub mod form;
pub mod length;
mod linked;
pub mod others;
mod rereading;
mod used;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use decode::Token;
use share::report::ReportedExpectations;

use super::checking::is_checkable;
use answer::ServiceAnswer;
use asking::{Answered, AskedService};
pub use earlier::{EarlierForm, Replacement};
use form::{ExpectationField, ExpectationForm};
pub use used::ExpectationUse;

/// The id of the panel.
pub const PANEL: &str = "expect";
/// The starting point that is the token itself.
pub const THIS_TOKEN: &str = "token";
/// As the starting point: the link that was opened, which cannot be chosen.
pub const FROM_LINK: &str = "link";

#[derive(Default)]
pub struct Expecting {
    pub form: ExpectationForm,
    /// The fields are shown.
    pub is_open: bool,
    /// Those that are seldom needed too.
    pub shows_more: bool,
    /// The starting point that filled the fields.
    pub start: Option<String>,
    /// What can come back into the fields.
    pub before: Option<EarlierForm>,
    /// The library by its id; None is the first one.
    pub library: Option<String>,
    /// Why there is no answer to what was asked last. A sentence.
    pub failure: Option<Rc<str>>,
    answered: Option<Answered>,
    /// What was asked last.
    asked: Option<AskedService>,
    is_waiting: bool,
    /// How many rounds there were so far: tells an answer that it is late.
    round: u32,
    /// The starting point whose answer is awaited.
    filling: Option<String>,
    /// The form changes because somebody types.
    is_typing: bool,
    /// The panel was seen or used: nothing is asked before.
    is_wanted: bool,
}

/// Whether a service could look at it: a single segment is no token.
pub fn is_judgeable(token: &Token) -> bool {
    is_checkable(token)
}

impl Expecting {
    /// What can be chosen from, whatever the token is.
    pub fn choices(&self) -> Option<&ServiceAnswer> {
        self.answered.as_ref().map(|answered| &*answered.answer)
    }

    /// The answer on the token that is shown, though some fields may have changed since then.
    pub fn answer(&self) -> Option<&Rc<ServiceAnswer>> {
        let (answered, asked) = (self.answered.as_ref()?, self.asked.as_ref()?);
        answered.asked.is_same_token(&asked.token).then_some(&answered.answer)
    }

    /// The answer on everything as it stands.
    pub fn whole_answer(&self) -> Option<&Rc<ServiceAnswer>> {
        self.answer().filter(|_| self.answered.as_ref().is_some_and(|answered| answered.asked.form == self.form))
    }

    /// The answer as far as it is on what stands in this field.
    pub fn answer_on(&self, field: ExpectationField) -> Option<&Rc<ServiceAnswer>> {
        let is_same = |answered: &Answered| answered.asked.form.text(field) == self.form.text(field);
        self.answer().filter(|_| self.answered.as_ref().is_some_and(is_same))
    }

    /// The answer as far as it is on the signature.
    pub fn answer_on_signature(&self) -> Option<&Rc<ServiceAnswer>> {
        let is_same = |answered: &Answered| answered.asked.form.signature == self.form.signature;
        self.answer().filter(|_| self.answered.as_ref().is_some_and(is_same))
    }

    /// The answer, where something is said of it: the fields are shown, and something is expected or missed.
    pub fn said(&self) -> Option<&Rc<ServiceAnswer>> {
        let is_said = self.is_open && self.failure.is_none();
        self.answer().filter(|answer| is_said && (!self.form.is_empty() || answer.would_refuse))
    }

    /// What a report says of this token, where it is the one that is shown and the answer is on all that is written.
    pub fn reported_on(&self, token: &Token) -> Option<&ReportedExpectations> {
        let (answer, asked) = (self.said()?, self.asked.as_ref()?);
        (!self.is_late() && asked.is_same_token(token)).then_some(&answer.reported)
    }

    /// The instant other than now that the answer is on.
    pub fn as_of(&self) -> Option<i64> {
        self.answered.as_ref()?.asked.looked_at
    }

    /// Another answer is on its way.
    pub fn is_late(&self) -> bool {
        self.whole_answer().is_none()
    }

    /// The fields that are folded away.
    pub fn hidden(&self) -> impl Iterator<Item = ExpectationField> {
        ExpectationField::MORE.into_iter().filter(|field| !self.is_shown(*field))
    }

    pub fn is_shown(&self, field: ExpectationField) -> bool {
        self.shows_more || !ExpectationField::MORE.contains(&field) || !self.form.text(field).is_empty()
    }

    /// The same page without expectations, on which answers that are still on their way are late.
    pub(super) fn forgotten(&self) -> Self {
        Self { round: self.round + 1, ..Self::default() }
    }
}
