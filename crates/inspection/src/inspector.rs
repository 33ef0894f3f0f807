//! Inspects a token in steps, so that a page can respond between them.

use std::rc::Rc;

use decode::Token;
use decode::har::Exchange;
use inspect::describe::{self, Description};
use inspect::sent::SentIn;
use inspect::{Context, Evaluation};
use rules::LastingFindings;

use crate::places::sent_in;
use crate::{Inspected, TokenPlace, judge};

/// Inspects a token in steps. `'e` is how long the requests of its text are there.
pub struct Inspector<'e> {
    token: Rc<Token>,
    context: Context,
    places: Rc<[TokenPlace]>,
    requests: Vec<SentIn<'e>>,
    description: Option<Rc<Description>>,
    lasting: LastingFindings,
    /// Whether all rules have looked.
    is_judged: bool,
    nested: Vec<Rc<Inspected>>,
    /// The nested token that is being inspected.
    inner: Option<Box<Inspector<'e>>>,
}

impl<'e> Inspector<'e> {
    pub fn new(token: &Rc<Token>, context: Context) -> Self {
        Self {
            token: Rc::clone(token),
            context,
            places: Rc::default(),
            requests: Vec::new(),
            description: None,
            lasting: LastingFindings::default(),
            is_judged: false,
            nested: Vec::new(),
            inner: None,
        }
    }

    /// The same for a token that stands at these places of a text. `exchanges` are the requests of that text.
    pub fn standing(self, places: Vec<TokenPlace>, exchanges: &'e [Exchange]) -> Self {
        Self { requests: sent_in(&places, exchanges), places: places.into(), ..self }
    }

    /// Takes one more step: describes the token, lets a rule look, or does so within. Returns what it was for after the
    /// last one.
    pub fn advance(&mut self) -> Option<Inspected> {
        let Some(description) = &self.description else {
            self.description = Some(Rc::new(describe::describe(&self.token)));
            return None;
        };
        if !self.is_judged {
            let evaluation = Evaluation::new(&self.token, description, self.context).sent_in(&self.requests);
            self.is_judged = !self.lasting.look_further(&evaluation);
            return None;
        }
        if let Some(inner) = &mut self.inner {
            if let Some(inspected) = inner.advance() {
                self.nested.push(Rc::new(inspected));
                self.inner = None;
            }
            return None;
        }
        if let Some(next) = self.token.nested.get(self.nested.len()) {
            self.inner = Some(Box::new(Self::new(&next.token, self.context)));
            return None;
        }
        let judgement = judge(&self.token, description, &self.lasting, self.context);
        Some(Inspected {
            token: Rc::clone(&self.token),
            description: Rc::clone(description),
            lasting: Rc::new(std::mem::take(&mut self.lasting)),
            judgement,
            nested: std::mem::take(&mut self.nested),
            places: Rc::clone(&self.places),
        })
    }

    /// Takes all steps.
    pub fn finish(mut self) -> Inspected {
        loop {
            if let Some(inspected) = self.advance() {
                return inspected;
            }
        }
    }
}
