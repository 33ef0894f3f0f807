//! The whole answer: a text and an instant in, an [`Inspection`] out.
//!
//! This joins the rooms below: [`decode`] says what the text holds, [`inspect`] what that means, [`rules`] what in it
//! deserves a second look. Nothing here assumes that a signature is never checked: what is known of it is one more
//! input, today always [`Verification::NotVerified`].

use std::collections::HashMap;
use std::rc::Rc;

use decode::har::{self, Exchange, ExchangeSide};
use decode::slices::WholeText;
use decode::{Decoded, Note, Span, Token};
use inspect::describe::{self, Description};
use inspect::exposure::{self, Exposure};
use inspect::summary::{self, Phrase};
use inspect::validity::{self, Validity};
use inspect::{Context, Evaluation, not_a_jwt};
use rules::{Finding, LastingFindings};

/// What is known of a token's signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Verification {
    #[default]
    NotVerified,
}

/// A pasted text, read and judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspection {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub evaluated_at: i64,
    /// Each once.
    pub tokens: Vec<Inspected>,
    pub notes: Vec<Note>,
    /// The requests of a HAR file, in the order of the text. Empty for any other text.
    pub exchanges: Vec<Exchange>,
}

/// One token: what it says, what the names in it mean, and what that comes to at one instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspected {
    pub token: Rc<Token>,
    pub description: Rc<Description>,
    /// What was found and no clock changes.
    pub lasting: Rc<LastingFindings>,
    pub judgement: Judgement,
    /// One for each of the token's nested ones, in the same order.
    pub nested: Vec<Rc<Inspected>>,
    /// Where it stands in the text, in the order of the text. Empty for one that was inspected by itself or is nested.
    pub places: Vec<TokenPlace>,
}

/// Where a token stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenPlace {
    /// What the text around it calls it there.
    pub label: String,
    /// Bytes of the text.
    pub span: Span,
    /// The request of a HAR file that it belongs to: a position in [`Inspection::exchanges`].
    pub exchange: Option<usize>,
    /// Whether it was sent or received there.
    pub side: Option<ExchangeSide>,
}

impl TokenPlace {
    fn new(label: &str, span: Span, exchanges: &[Exchange]) -> Self {
        let exchange = har::exchange_at(exchanges, span.start);
        let side = exchange.and_then(|exchange| exchanges.get(exchange)?.side(span.start));
        Self { label: label.to_owned(), span, exchange, side }
    }
}

/// What depends on the instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    pub validity: Validity,
    pub verification: Verification,
    /// Sorted: the gravest first, then by place in the token.
    pub findings: Vec<Finding>,
    /// The token in one or two plain sentences.
    pub summary: Vec<Phrase>,
    /// What it costs if the token leaks; None if that does not apply to this token.
    pub exposure: Option<Exposure>,
}

/// Reads and judges a text. Total and pure: any text gives an inspection, the same input the same one.
pub fn inspect(text: &str, now: i64) -> Inspection {
    let mut decoded = decode::decode(text);
    not_a_jwt::annotate(text, &mut decoded);
    judge_all(decoded, Context { now, ..Context::default() })
}

/// Judges what was decoded before. A token that stands there several times is judged where it stands first.
pub fn judge_all(decoded: Decoded, context: Context) -> Inspection {
    let Decoded { tokens, notes, exchanges } = decoded;
    let tokens: Vec<Rc<Token>> = tokens.into_iter().map(Rc::new).collect();
    let tokens = inspected_once(&tokens, &exchanges, context);
    Inspection { evaluated_at: context.now, tokens, notes, exchanges }
}

/// As [`inspected_once`], where the text of these tokens is an excerpt: with their places in the whole text.
pub fn inspected_within(tokens: &[Rc<Token>], whole: &WholeText, context: Context) -> Vec<Inspected> {
    let mut once = inspected_once(tokens, &[], context);
    for inspected in &mut once {
        let Token { label, text, .. } = &*inspected.token;
        let places = whole.places.get(text).into_iter().flatten();
        inspected.places = places.map(|span| TokenPlace::new(label, *span, &whole.exchanges)).collect();
    }
    once
}

/// Each of these tokens once, in the order in which they first stand there, with all their places. `exchanges` are the
/// requests of the same text.
pub fn inspected_once(tokens: &[Rc<Token>], exchanges: &[Exchange], context: Context) -> Vec<Inspected> {
    let mut once: Vec<Inspected> = Vec::new();
    let mut by_text: HashMap<&str, usize> = HashMap::new();
    for token in tokens {
        let position = *by_text.entry(&token.text).or_insert_with(|| {
            once.push(inspected(token, context));
            once.len() - 1
        });
        if let Some(inspected) = once.get_mut(position) {
            inspected.places.push(TokenPlace::new(&token.label, token.span, exchanges));
        }
    }
    once
}

/// A token and all that are nested in it, as deep as they were decoded.
pub fn inspected(token: &Rc<Token>, context: Context) -> Inspected {
    let mut inspector = Inspector::new(token, context);
    loop {
        if let Some(inspected) = inspector.advance() {
            return inspected;
        }
    }
}

/// Inspects a token in steps, so that a page can respond between them.
pub struct Inspector {
    token: Rc<Token>,
    context: Context,
    description: Option<Rc<Description>>,
    lasting: LastingFindings,
    /// Whether all rules have looked.
    is_judged: bool,
    nested: Vec<Rc<Inspected>>,
    /// The nested token that is being inspected.
    inner: Option<Box<Inspector>>,
}

impl Inspector {
    pub fn new(token: &Rc<Token>, context: Context) -> Self {
        Self {
            token: Rc::clone(token),
            context,
            description: None,
            lasting: LastingFindings::default(),
            is_judged: false,
            nested: Vec::new(),
            inner: None,
        }
    }

    /// Takes one more step: describes the token, lets a rule look, or does so within. Returns what it was for after the
    /// last one.
    pub fn advance(&mut self) -> Option<Inspected> {
        let Some(description) = &self.description else {
            self.description = Some(Rc::new(describe::describe(&self.token)));
            return None;
        };
        if !self.is_judged {
            let evaluation = Evaluation::new(&self.token, description, self.context);
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
            places: Vec::new(),
        })
    }
}

impl Inspected {
    /// The same token at another instant, with all that are nested in it; this very one where nothing is different then.
    /// Everything else in the context must be as it was.
    pub fn at(self: &Rc<Self>, context: Context) -> Rc<Self> {
        let judgement = judge(&self.token, &self.description, &self.lasting, context);
        let nested: Vec<_> = self.nested.iter().map(|nested| nested.at(context)).collect();
        let is_same = |(before, now): (&Rc<Self>, &Rc<Self>)| Rc::ptr_eq(before, now);
        if judgement == self.judgement && self.nested.iter().zip(&nested).all(is_same) {
            return Rc::clone(self);
        }
        let (token, description) = (Rc::clone(&self.token), Rc::clone(&self.description));
        let (lasting, places) = (Rc::clone(&self.lasting), self.places.clone());
        Rc::new(Self { token, description, lasting, judgement, nested, places })
    }
}

/// What a token comes to at one instant.
pub fn judge(token: &Token, description: &Description, lasting: &LastingFindings, context: Context) -> Judgement {
    let validity = validity::validity(token, context.now);
    let evaluation = Evaluation::new(token, description, context).at(&validity, context);
    Judgement {
        findings: rules::findings(&evaluation, lasting),
        exposure: exposure::exposure(&evaluation),
        summary: summary::summary(token, description, &validity, context.now),
        verification: Verification::NotVerified,
        validity,
    }
}
