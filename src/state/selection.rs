//! What is marked, in the text and in the tables alike.

use inspect::Severity;
use yew::AttrValue;

use super::change::StateChange;
use super::{Effect, State};

/// A part of the token that is shown, or one member of that part: both by their position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    pub part: usize,
    pub member: Option<usize>,
}

impl Selection {
    /// As a `data-selection` attribute has it: "1", or "1:4".
    pub fn to_attribute(self) -> AttrValue {
        AttrValue::from(match self.member {
            None => self.part.to_string(),
            Some(member) => format!("{}:{member}", self.part),
        })
    }

    pub fn from_attribute(attribute: &str) -> Option<Self> {
        match attribute.split_once(':') {
            None => Some(Self { part: attribute.parse().ok()?, member: None }),
            Some((part, member)) => Some(Self { part: part.parse().ok()?, member: Some(member.parse().ok()?) }),
        }
    }

    /// The id of its row.
    pub fn row_id(self) -> String {
        format!("row-{}", self.to_attribute())
    }
}

/// The id of the element that shows the findings of this record and severity.
pub fn finding_element(id: &str, severity: Severity) -> String {
    format!("found-{id}-{}", severity.id())
}

#[derive(Default)]
pub struct Marks {
    /// What the mouse points at.
    pub pointed: Option<Selection>,
    /// What was tapped or focused, or holds the caret.
    pub pinned: Option<Selection>,
}

impl Marks {
    pub fn marked(&self) -> Option<Selection> {
        self.pointed.or(self.pinned)
    }
}

impl State {
    /// Draws again only where something else is marked or shown than before.
    pub(super) fn marking(&mut self, mark: impl FnOnce(&mut Self) -> Option<Effect>) -> StateChange {
        let before = (self.marks.marked(), self.answer.chosen);
        let effect = mark(self);
        let is_visible = before != (self.marks.marked(), self.answer.chosen);
        StateChange { is_visible, effects: effect.into_iter().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for member in [None, Some(0), Some(12)] {
            let selection = Selection { part: 1, member };
            assert_eq!(Selection::from_attribute(&selection.to_attribute()), Some(selection));
        }
        assert_eq!(Selection::from_attribute("1:x"), None);
        assert_eq!(Selection::from_attribute(""), None);
    }
}
