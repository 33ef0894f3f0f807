//! What a service expects, out of a link and into one.

use share::link::LinkExpectations;

use super::form::{ExpectationField, ExpectationForm};
use super::{Expecting, FROM_LINK};

impl Expecting {
    /// Fills the fields with what came with a link. What stood there can come back; only what came with an earlier link
    /// is gone.
    pub(in crate::state) fn take_from_link(&mut self, expected: &LinkExpectations) {
        if self.start.as_deref() == Some(FROM_LINK) {
            (self.form, self.start, self.is_open) = (ExpectationForm::default(), None, false);
        }
        if expected.is_empty() {
            return;
        }
        let mut form = ExpectationForm::default();
        form.write(ExpectationField::Issuer, expected.issuers.join("\n"));
        form.write(ExpectationField::Audience, expected.audiences.join("\n"));
        form.write(ExpectationField::Algorithms, expected.algorithms.join(", "));
        self.filling = None;
        self.before = None;
        self.fill(form, Some(FROM_LINK.to_owned()));
        (self.is_open, self.is_wanted) = (true, true);
    }

    /// What of it a link can carry.
    pub fn for_link(&self) -> LinkExpectations {
        let entries =
            |field: ExpectationField| self.form.entries(field).into_iter().map(str::to_owned).collect::<Vec<_>>();
        LinkExpectations {
            issuers: entries(ExpectationField::Issuer),
            audiences: entries(ExpectationField::Audience),
            algorithms: entries(ExpectationField::Algorithms),
        }
    }
}
