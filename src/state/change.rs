//! What came of an action: whether the page is drawn again, and what is done outside.

use super::Effect;

/// What came of an action.
#[derive(Debug, Default, PartialEq)]
pub struct StateChange {
    /// The page must be drawn again.
    pub is_visible: bool,
    pub effects: Vec<Effect>,
}

impl StateChange {
    pub(super) const NONE: Self = Self { is_visible: false, effects: Vec::new() };
    pub(super) const VISIBLE: Self = Self { is_visible: true, effects: Vec::new() };

    /// The page is drawn again, and then this is done.
    pub(super) fn then(effect: Effect) -> Self {
        Self { is_visible: true, effects: vec![effect] }
    }

    /// The state stays as it is.
    pub(super) fn only(effect: Effect) -> Self {
        Self { is_visible: false, effects: vec![effect] }
    }

    pub(super) fn with(effect: Option<Effect>) -> Self {
        Self { is_visible: true, effects: effect.into_iter().collect() }
    }
}
