//! What the fields held before something else was put into them, and the way back to it.

use super::Expecting;
use super::form::ExpectationForm;

/// What the fields held, and what had filled them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierForm {
    pub form: ExpectationForm,
    pub start: Option<String>,
    /// What was put in its place.
    put_in: ExpectationForm,
    pub replaced_by: Replacement,
}

/// Why the fields hold something else now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replacement {
    Filled,
    Cleared,
    /// A field was read as the page offered.
    Reread,
    /// What was put in was changed by hand, and then taken back.
    Undone,
}

impl Expecting {
    /// Puts these into the fields. What stood there can come back until something else is put in, or until it does.
    pub(super) fn fill(&mut self, form: ExpectationForm, start: Option<String>, replaced_by: Replacement) {
        let before = std::mem::replace(&mut self.form, form.clone());
        let start_before = std::mem::replace(&mut self.start, start);
        let is_looking_through = start_before.is_some() && self.start.is_some();
        match &mut self.before {
            // Who looks through starting points goes back to what they wrote themselves.
            Some(earlier) if is_looking_through && earlier.put_in == before => earlier.put_in = form,
            _ if before == ExpectationForm::default() => {}
            _ => self.before = Some(EarlierForm { form: before, start: start_before, put_in: form, replaced_by }),
        }
    }

    /// Changes the fields as the page offered. Beside an earlier way back it is a change like one by hand.
    pub(super) fn reread(&mut self, form: ExpectationForm) {
        let before = std::mem::replace(&mut self.form, form.clone());
        let start = self.start.clone();
        self.before.get_or_insert(EarlierForm { form: before, start, put_in: form, replaced_by: Replacement::Reread });
    }

    /// The way back. What was written since then can come back in its turn.
    pub(super) fn undo(&mut self) {
        let Some(earlier) = self.before.take() else { return };
        let form = std::mem::replace(&mut self.form, earlier.form.clone());
        let start = std::mem::replace(&mut self.start, earlier.start);
        let is_lost = form != earlier.put_in && form != ExpectationForm::default();
        self.before =
            is_lost.then_some(EarlierForm { form, start, put_in: earlier.form, replaced_by: Replacement::Undone });
    }
}
