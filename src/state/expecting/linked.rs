//! What a service expects, out of a link and into one.

use share::link::LinkExpectations;

use super::form::{ExpectationField, ExpectationForm};
use super::{Expecting, FROM_LINK, Replacement};

/// What a link can carry.
const CARRIED: [ExpectationField; 3] =
    [ExpectationField::Issuer, ExpectationField::Audience, ExpectationField::Algorithms];

impl Expecting {
    /// Fills the fields with what came with a link. What the reader wrote can come back; what came with an earlier link
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
        self.fill(form, Some(FROM_LINK.to_owned()), Replacement::Filled);
        (self.is_open, self.is_wanted) = (true, true);
    }

    /// The fields in which something is written that no link carries.
    pub fn left_by_link(&self) -> impl Iterator<Item = ExpectationField> {
        ExpectationField::ALL.into_iter().filter(|field| !CARRIED.contains(field) && !self.form.is_blank(*field))
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
