//! Which token is shown, and how much of it.

use std::rc::Rc;

use inspection::Inspected;

#[derive(Default)]
pub struct AnswerState {
    /// Position in [`Reading::tokens`](super::reading::Reading::tokens).
    pub chosen: usize,
    /// The chosen token, judged at the clock's `now`.
    pub inspected: Option<Rc<Inspected>>,
    /// The way from the chosen token to the one that is shown: positions among what is nested, the outermost first.
    pub opened: Vec<usize>,
    /// Parts whose exact text is shown instead of their table, by position.
    pub exact: Vec<usize>,
    pub unfolded: Vec<Fold>,
}

/// Something long that is shown in short until asked for, in the part at this position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    Value {
        part: usize,
        member: usize,
    },
    Rows {
        part: usize,
    },
    ExactText {
        part: usize,
    },
    /// Of a comparison: the part at this position among those that are compared.
    Compared {
        part: usize,
    },
    /// Of signatures or recipients.
    Groups,
    Disclosures,
}

impl AnswerState {
    /// The token that is shown: the chosen one, or one that stands inside it.
    pub fn shown(&self) -> Option<&Rc<Inspected>> {
        self.opened.iter().try_fold(self.inspected.as_ref()?, |around, position| around.nested.get(*position))
    }

    /// The table of the part at this position, in the place of its exact text.
    pub fn show_table(&mut self, part: usize) {
        self.exact.retain(|exact| *exact != part);
    }

    /// How often more of it was asked for.
    pub fn times_unfolded(&self, fold: Fold) -> usize {
        self.unfolded.iter().filter(|unfolded| **unfolded == fold).count()
    }

    pub fn is_unfolded(&self, fold: Fold) -> bool {
        self.unfolded.contains(&fold)
    }
}
