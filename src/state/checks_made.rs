//! What was found out with one key about the tokens of one text: none is checked twice when the reader goes back to it.

use std::rc::Rc;

use decode::Token;

use super::check_answer::CheckAnswer;

/// So many are kept.
const KEPT: usize = 100;

#[derive(Default)]
pub struct ChecksMade {
    /// The text in which the tokens stand: other tokens in it can explain why a signature does not fit.
    text: Rc<str>,
    made: Vec<(Rc<Token>, Rc<CheckAnswer>)>,
}

impl ChecksMade {
    pub fn of(&self, token: &Token) -> Option<&Rc<CheckAnswer>> {
        self.made.iter().find(|(checked, _)| checked.text == token.text).map(|(_, answer)| answer)
    }

    pub fn add(&mut self, token: &Rc<Token>, answer: &Rc<CheckAnswer>) {
        if self.of(token).is_some_and(|known| Rc::ptr_eq(known, answer)) {
            return;
        }
        self.made.retain(|(checked, _)| checked.text != token.text);
        if self.made.len() == KEPT {
            self.made.remove(0);
        }
        self.made.push((Rc::clone(token), Rc::clone(answer)));
    }

    pub fn clear(&mut self) {
        self.made.clear();
    }

    /// Forgets all where the text is another one.
    pub fn follow(&mut self, text: &Rc<str>) {
        if !Rc::ptr_eq(&self.text, text) {
            self.text = Rc::clone(text);
            self.made.clear();
        }
    }
}
