//! What the reader does with the guide, and what of theirs it keeps meanwhile.

use ::guide::{Answers, Question};

use super::paste::{GivenText, Origin, Paste};

#[derive(Default)]
pub struct GuideState {
    pub is_open: bool,
    /// The question it was opened at.
    pub question: Option<Question>,
    pub answers: Answers,
    /// The example it led to, as long as that is shown.
    pub tried: Option<TriedExample>,
}

/// An example of the guide that stands in the place of the reader's text.
pub struct TriedExample {
    /// The question that led to it.
    pub question: Question,
    /// The text that it took the place of.
    pub own: Option<GivenText>,
}

impl GuideState {
    /// What stands behind `#guide` in the address while it is open: none of it is the reader's.
    pub fn address(&self) -> Option<&'static str> {
        self.is_open.then(|| self.question.map_or("", Question::id))
    }

    pub fn open(&mut self, question: Option<Question>) {
        (self.is_open, self.question) = (true, question);
    }

    /// A text that came closes the guide. An example of the guide sets the reader's own text aside.
    pub fn make_way(&mut self, origin: &Origin, is_empty: bool, paste: &Paste) {
        match origin {
            Origin::Typed if !is_empty => return,
            Origin::Tried(question) => {
                let own = match self.tried.take() {
                    Some(tried) => tried.own,
                    None if paste.text.is_empty() || paste.origin == Origin::Example => None,
                    None => Some(paste.given()),
                };
                self.tried = Some(TriedExample { question: *question, own });
            }
            _ => self.tried = None,
        }
        self.is_open = false;
    }
}
