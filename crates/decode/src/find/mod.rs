//! Where the tokens are in what was pasted, and every repair that reading them took.
//!
//! A token announces itself: its header is a JSON object, and base64url writes the beginning of one in a handful
//! of ways (`eyJ`, `ewo`, `e30`). From each such [anchor](anchor) a [collector](collect) takes the characters that belong
//! together, over line breaks, spaces and escapes where what is decoded so far shows that the token goes on. A
//! token that is [JSON](json_form) is found by the members of its object, one that another encoding [carries](carried)
//! by how that writes its beginning. What stood [around](context) it gives the label.

pub(super) mod anchor;
mod carried;
mod collect;
mod context;
mod goes_on;
mod json_form;
mod json_string;
mod probe;
mod unit;
mod whole;

use super::{Note, Piece, Repair, Span};
use carried::Carried;
use collect::Collected;
use json_form::JsonForms;

/// A token in the pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub label: String,
    /// Bytes of the pasted text.
    pub span: Span,
    pub repairs: Vec<Repair>,
    pub text: String,
    pub pieces: Vec<Piece>,
}

/// Walks through a text from token to token, in linear time.
pub struct Finder<'t> {
    text: &'t str,
    at: usize,
    /// The end of the last token, before which no other begins.
    consumed: usize,
    /// Single segments: tokens only where the text has no others.
    single_segments: Vec<Collected>,
    json_forms: JsonForms<'t>,
    carried: Carried<'t>,
    /// No header begins between `at` and here.
    unanchored: usize,
}

impl<'t> Finder<'t> {
    pub fn new(text: &'t str) -> Self {
        let (json_forms, carried) = (JsonForms::new(text), Carried::new(text));
        Self { text, at: 0, consumed: 0, single_segments: Vec::new(), json_forms, carried, unanchored: 0 }
    }

    /// How far it has come, in bytes of the text.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The next token that begins before `until`, in bytes of the text.
    pub fn next_before(&mut self, until: usize) -> Option<Found> {
        let bytes = self.text.as_bytes();
        let until = until.min(bytes.len());
        loop {
            let from = self.at.max(self.unanchored);
            let anchor = anchor::next(bytes, from, until);
            self.unanchored = anchor.unwrap_or(until).max(from);
            let carried = self.carried.peek(self.at, anchor.unwrap_or(until));
            // What a JSON serialization holds is one token with it.
            let form = self.json_forms.next(self.at, carried.or(anchor).unwrap_or(until));
            if let Some(whole) = form.or_else(|| carried.and_then(|_| self.carried.take())) {
                self.at = whole.span.end;
                self.consumed = self.at;
                return Some(context::found(self.text, whole));
            }
            let Some(anchor) = anchor else { break };
            let cut_head = anchor::cut_head(bytes, anchor, self.consumed);
            let collected = cut_head
                .and_then(|start| collect::from(bytes, start).filter(Collected::has_readable_payload))
                .or_else(|| collect::from(bytes, anchor));
            let Some(collected) = collected else {
                self.at = anchor + 1;
                continue;
            };
            self.at = collected.span.end.max(anchor + 1);
            self.consumed = self.at;
            if collected.is_single_segment() {
                self.single_segments.push(collected);
            } else {
                return Some(context::found(self.text, collected));
            }
        }
        self.at = self.at.max(until);
        None
    }

    /// What counts as a token only because nothing better is there: single segments, then the whole text.
    pub fn leftovers(&mut self, nothing_found: bool) -> Vec<Found> {
        if !nothing_found {
            return Vec::new();
        }
        let singles = std::mem::take(&mut self.single_segments);
        if singles.is_empty() {
            return whole::token(self.text)
                .map(|whole| context::found(self.text, whole))
                .into_iter()
                .collect::<Vec<_>>();
        }
        singles.into_iter().map(|single| context::found(self.text, single)).collect::<Vec<_>>()
    }
}

/// What to say of a text that holds no token.
pub fn notes_on_tokenless_text(text: &str) -> Vec<Note> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let message = "No token in this text. A JSON Web Token is two or three stretches of letters, digits, - and _, \
                   joined by dots, and usually starts with eyJ."
        .to_owned();
    vec![Note { id: "not-a-jwt", message }]
}

#[cfg(test)]
mod tests;
