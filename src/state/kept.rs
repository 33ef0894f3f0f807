//! What stood on the page before it was cleared or replaced. It is kept in memory for a while, so that it can come back.

use super::change::StateChange;
use super::paste::{Origin, Paste};
use super::token_table::TokenTable;
use super::{Effect, State};

/// So long it is kept, in seconds.
pub const KEPT_SECONDS: i64 = 30;

pub struct Kept {
    paste: Paste,
    chosen: usize,
    opened: Vec<usize>,
    looked_at: Option<i64>,
    pub departure: Departure,
    /// It is forgotten at this instant of the device's clock; None as long as an example is shown in its place.
    pub ends_at: Option<i64>,
}

/// Why it is gone from the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    Cleared,
    Replaced,
    /// An example stands in its place.
    Example,
    /// That example is gone too.
    ExampleLeft,
}

impl State {
    /// Keeps what is shown before something else takes its place. A reader's own text that an example stands for stays
    /// kept: the example can be had again.
    pub(super) fn keep(&mut self, departure: Departure, now: i64) {
        let ends_at = (departure != Departure::Example).then_some(now + KEPT_SECONDS);
        if let Some(kept) = &mut self.kept
            && kept.departure == Departure::Example
        {
            if departure != Departure::Example {
                (kept.departure, kept.ends_at) = (Departure::ExampleLeft, ends_at);
            }
            return;
        }
        let is_own = !self.paste.text.trim().is_empty() && !self.paste.is_example();
        if is_own || departure == Departure::Cleared && self.paste.is_example() {
            self.kept = Some(Kept {
                paste: self.paste.clone(),
                chosen: self.answer.chosen,
                opened: self.answer.opened.clone(),
                looked_at: self.clock.looked_at,
                departure,
                ends_at,
            });
            return;
        }
        // The page was empty, or showed an example: what is kept is still the reader's last text.
        let stands_for_example = departure == Departure::Example;
        self.kept.take_if(|kept| stands_for_example && kept.paste.is_example());
        if let Some(kept) = &mut self.kept {
            kept.departure = departure;
            kept.ends_at = kept.ends_at.filter(|_| !stands_for_example);
        }
    }

    /// The same before a text comes, as far as that takes the place of the one that is shown.
    pub(super) fn keep_before(&mut self, origin: &Origin, text: &str, now: i64) {
        let shown = &*self.paste.text;
        let departure = match origin {
            // The browser itself takes back what was typed.
            Origin::Typed if !text.is_empty() || self.kept_behind_example().is_none() => return,
            Origin::Typed => Departure::Cleared,
            Origin::Example | Origin::Tried(_) => Departure::Example,
            // Put into the text, which is still there.
            Origin::PastedIntoBox if !shown.is_empty() && text.contains(shown) => return,
            Origin::PastedIntoBox | Origin::Pasted | Origin::Link | Origin::File(_) if shown == text => return,
            Origin::PastedIntoBox | Origin::Pasted | Origin::Link | Origin::File(_) => Departure::Replaced,
        };
        self.keep(departure, now);
    }

    /// The reader's own text, while an example is shown in its place.
    pub fn kept_behind_example(&self) -> Option<&Kept> {
        self.kept.as_ref().filter(|kept| kept.departure == Departure::Example)
    }

    /// Forgets what is kept when its time is over. True where there was something to forget.
    pub(super) fn forget_kept(&mut self, now: i64) -> bool {
        self.kept.take_if(|kept| kept.ends_at.is_some_and(|end| end <= now)).is_some()
    }

    /// Brings back what was cleared or replaced, and the focus to where the button for it no longer is.
    pub(super) fn undo(&mut self, now: i64) -> StateChange {
        self.clock.tick(now);
        self.forget_kept(now);
        if !self.restore_kept(now) {
            return StateChange::VISIBLE;
        }
        StateChange::then(match self.shown() {
            Some(_) => Effect::GoToAnswerIfFocusIsLost,
            None => Effect::GoTo("box".to_owned()),
        })
    }

    /// Brings it back, with the token that was chosen and the way into it. What stands there now is kept in its turn.
    /// False where nothing is kept.
    pub(super) fn restore_kept(&mut self, now: i64) -> bool {
        let Some(kept) = self.kept.take() else { return false };
        self.keep(Departure::Replaced, now);
        self.guide.tried = match &kept.paste.origin {
            Origin::Tried(question) => Some(*question),
            _ => None,
        };
        self.guide.is_open = false;
        self.toast = None;
        self.paste.restore(kept.paste);
        self.table = TokenTable::default();
        self.choose(kept.chosen);
        self.show(kept.opened);
        self.look_at(kept.looked_at);
        true
    }
}

#[cfg(test)]
mod tests;
