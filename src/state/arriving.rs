//! How a text arrives, and how a long one is read to its end.

use std::rc::Rc;

use inspection::Inspected;

use super::change::StateChange;
use super::examples::EXAMPLES;
use super::paste::{GivenText, Origin};
use super::reading::Reading;
use super::{Effect, State};

impl State {
    pub(super) fn edit_at(&mut self, given: GivenText, now: i64) -> StateChange {
        let (is_typed, is_in_box) = (given.origin == Origin::Typed, given.origin == Origin::PastedIntoBox);
        self.clock.tick(now);
        self.forget_kept(now);
        if self.comparing.is_some() && matches!(given.origin, Origin::Pasted | Origin::File(_)) {
            self.paste.loading = None;
            return StateChange::then(Effect::FillSecond(self.compare_with_brought(&given.text)));
        }
        self.keep_before(&given.origin, &given.text, now);
        self.edit(given);
        match is_typed {
            true => StateChange::VISIBLE,
            // The box, where it was pasted, is gone.
            false if is_in_box && self.shows_table() => StateChange::then(Effect::GoToTable),
            false => StateChange::then(Effect::ScrollToTop),
        }
    }

    pub(super) fn open_example(&mut self, example: usize, origin: Origin, now: i64) -> StateChange {
        match EXAMPLES.get(example) {
            Some(example) => self.edit_at(GivenText::new(example.text(now), origin), now),
            None => StateChange::NONE,
        }
    }

    pub(super) fn read_further(&mut self, arrival: u32, position: usize) -> StateChange {
        if arrival != self.paste.arrival {
            return StateChange::NONE;
        }
        self.paste.read_so_far = Some(position);
        StateChange::VISIBLE
    }

    pub(super) fn read_through(
        &mut self,
        arrival: u32,
        reading: Rc<Reading>,
        inspected: Option<Rc<Inspected>>,
    ) -> StateChange {
        if arrival != self.paste.arrival {
            return StateChange::NONE;
        }
        self.paste.read_so_far = None;
        self.show(Vec::new());
        self.answer.chosen = reading.first_choice();
        self.paste.reading = reading;
        self.answer.inspected = inspected;
        self.judge_again();
        StateChange::VISIBLE
    }
}
