//! The whole answer: a text and an instant in, an [`Inspection`] out.
//!
//! This joins the rooms below: [`decode`] says what the text holds, [`inspect`] what that means, [`rules`] what in it
//! deserves a second look. Nothing here assumes that a signature is never checked: what is known of it is one more
//! input, today always [`Verification::NotVerified`].

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use decode::har::Exchange;
use decode::slices::WholeText;
use decode::{Decoded, Note, Token};
use inspect::describe::Description;
use inspect::exposure::{self, Exposure};
use inspect::summary::{self, Phrase};
use inspect::validity::{self, Validity};
use inspect::{Context, Evaluation, not_a_jwt, without_token};
use rules::{Finding, LastingFindings};

mod inspector;
mod places;

pub use inspector::Inspector;
pub use places::{TokenPlace, places, places_within};

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
    pub places: Rc<[TokenPlace]>,
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
    annotate(text, &mut decoded, None);
    judge_all(decoded, Context { now, ..Context::default() })
}

/// Judges what was decoded before. A token that stands there several times is judged where it stands first.
pub fn judge_all(decoded: Decoded, context: Context) -> Inspection {
    let Decoded { tokens, notes, exchanges } = decoded;
    let tokens: Vec<Rc<Token>> = tokens.into_iter().map(Rc::new).collect();
    let tokens = inspected_once(&tokens, &exchanges, context);
    Inspection { evaluated_at: context.now, tokens, notes, exchanges }
}

/// Adds to what was decoded what is to be said of the text as a whole. `whole` is the text of which this is an excerpt.
pub fn annotate(text: &str, decoded: &mut Decoded, whole: Option<&WholeText>) {
    not_a_jwt::annotate(text, decoded);
    let note = match whole {
        Some(WholeText { places, exchanges }) => {
            without_token::note(exchanges, places.values().flatten().map(|span| span.start))
        }
        None => without_token::note(&decoded.exchanges, decoded.tokens.iter().map(|token| token.span.start)),
    };
    decoded.notes.extend(note);
}

/// As [`inspected_once`], where the text of these tokens is an excerpt: with their places in the whole text.
pub fn inspected_within(tokens: &[Rc<Token>], whole: &WholeText, context: Context) -> Vec<Inspected> {
    let mut seen: HashSet<&str> = HashSet::new();
    let first = tokens.iter().filter(|token| seen.insert(&*token.text));
    first.map(|token| inspected_at(token, places_within(token, whole), &whole.exchanges, context)).collect()
}

/// Each of these tokens once, in the order in which they first stand there, with all their places. `exchanges` are the
/// requests of the same text.
pub fn inspected_once(tokens: &[Rc<Token>], exchanges: &[Exchange], context: Context) -> Vec<Inspected> {
    let mut once: Vec<(&Rc<Token>, Vec<TokenPlace>)> = Vec::new();
    let mut by_text: HashMap<&str, usize> = HashMap::new();
    for token in tokens {
        let position = *by_text.entry(&token.text).or_insert_with(|| {
            once.push((token, Vec::new()));
            once.len() - 1
        });
        if let Some((_, places)) = once.get_mut(position) {
            places.push(TokenPlace::new(&token.label, token.span, exchanges));
        }
    }
    once.into_iter().map(|(token, places)| inspected_at(token, places, exchanges, context)).collect()
}

/// A token with all that are nested in it, and with the places where it stands. `exchanges` are the requests of that text.
pub fn inspected_at(token: &Rc<Token>, places: Vec<TokenPlace>, exchanges: &[Exchange], context: Context) -> Inspected {
    Inspector::new(token, context).standing(places, exchanges).finish()
}

/// A token and all that are nested in it, as deep as they were decoded.
pub fn inspected(token: &Rc<Token>, context: Context) -> Inspected {
    Inspector::new(token, context).finish()
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
        let (lasting, places) = (Rc::clone(&self.lasting), Rc::clone(&self.places));
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
