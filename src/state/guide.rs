//! What the reader does with the guide.

use ::guide::{Answers, Question};

use super::paste::Origin;

#[derive(Default)]
pub struct GuideState {
    pub is_open: bool,
    /// The question it was opened at.
    pub question: Option<Question>,
    pub answers: Answers,
    /// The question whose example is shown.
    pub tried: Option<Question>,
    /// The browser's history got an entry when it was opened: closing it goes back.
    pub is_in_history: bool,
}

impl GuideState {
    /// What stands behind `#guide` in the address while it is open: none of it is the reader's.
    pub fn address(&self) -> Option<&'static str> {
        self.is_open.then(|| self.question.map_or("", Question::id))
    }

    /// By something on the page: its Back button then leads out of the guide, and not off the page.
    pub fn open(&mut self, question: Option<Question>) {
        self.is_in_history |= !self.is_open;
        (self.is_open, self.question) = (true, question);
    }

    /// By an address that names it already.
    pub fn open_at_address(&mut self, question: Option<Question>) {
        (self.is_open, self.question, self.is_in_history) = (true, question, false);
    }

    /// By the browser's history, which has gone back already.
    pub fn close_at_address(&mut self) {
        (self.is_open, self.is_in_history) = (false, false);
    }

    /// A text that came closes the guide.
    pub fn make_way(&mut self, origin: &Origin, is_empty: bool) {
        match origin {
            Origin::Typed if !is_empty => return,
            Origin::Tried(question) => self.tried = Some(*question),
            _ => self.tried = None,
        }
        self.is_open = false;
    }
}
