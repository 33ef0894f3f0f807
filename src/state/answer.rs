//! Which token is shown, and how much of it.

use std::collections::BTreeSet;
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
    /// Parts that are not shown as a table, by position.
    pub views: Vec<(usize, PartView)>,
    pub unfolded: Vec<Fold>,
    /// Objects and arrays that are not folded or unfolded as they are at first: the position of the part and their first
    /// byte there. In ascending order.
    pub toggled: BTreeSet<(usize, usize)>,
}

/// How a part that holds JSON is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PartView {
    #[default]
    Table,
    Json,
    ExactText,
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
    JsonLines {
        part: usize,
    },
    /// The string, number or rest of a damaged text that begins at this byte.
    JsonValue {
        part: usize,
        start: usize,
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

    pub fn view_of(&self, part: usize) -> PartView {
        let chosen = self.views.iter().find(|(of, _)| *of == part);
        chosen.map(|(_, view)| *view).unwrap_or_default()
    }

    pub fn choose_view(&mut self, part: usize, view: PartView) {
        self.views.retain(|(of, _)| *of != part);
        self.views.push((part, view));
    }

    /// Folds or unfolds the object or array that begins at this byte of a part.
    pub fn toggle(&mut self, part: usize, start: usize) {
        if !self.toggled.remove(&(part, start)) {
            self.toggled.insert((part, start));
        }
    }

    /// The first bytes of those in a part that were folded or unfolded, in ascending order.
    pub fn toggled_in(&self, part: usize) -> Vec<usize> {
        self.toggled.range((part, 0)..=(part, usize::MAX)).map(|(_, start)| *start).collect()
    }

    /// How often more of it was asked for.
    pub fn times_unfolded(&self, fold: Fold) -> usize {
        self.unfolded.iter().filter(|unfolded| **unfolded == fold).count()
    }

    pub fn is_unfolded(&self, fold: Fold) -> bool {
        self.unfolded.contains(&fold)
    }
}
