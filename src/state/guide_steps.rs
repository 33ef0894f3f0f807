//! Opening and closing the guide, by a button or by the address.

use ::guide::{Opened, Question};

use super::change::StateChange;
use super::{Effect, State};

impl State {
    /// Opens or closes the guide as the address says. The address is not written again.
    pub(super) fn read_address(&mut self, opened: Option<Opened>) -> StateChange {
        let question = match opened {
            Some(Opened::Beginning) => None,
            Some(Opened::Place(question)) => Some(question),
            None if self.guide.is_open => {
                self.guide.close_at_address();
                return StateChange::then(Effect::ReturnFromGuide);
            }
            None => return StateChange::NONE,
        };
        let is_there = self.guide.is_open && self.guide.question == question;
        self.guide.open_at_address(question);
        let mut change = StateChange::with(self.open_dialog.take().map(Effect::CloseDialog));
        if !is_there {
            let place = question.map_or("title", Question::id);
            change.effects.push(Effect::JumpTo(format!("guide-{place}")));
        }
        change
    }

    pub(super) fn open_question(&mut self, question: Question) -> StateChange {
        self.guide.open(Some(question));
        let id = format!("guide-{}", question.id());
        let mut change = StateChange::with(self.open_dialog.take().map(Effect::CloseDialog));
        change.effects.push(Effect::JumpTo(id));
        change
    }
}
