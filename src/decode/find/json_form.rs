//! JSON serializations in the pasted text, by themselves, inside other JSON, or as an escaped string of it.
//!
//! From each brace that a name follows, as much is read as is JSON. What is read whole is searched once, with all
//! that it holds. Where reading fails, an inner brace may still begin a whole object, so the search goes on right behind
//! the outer one, as long as what is read again stays in proportion to the text; after that, where reading failed.

use super::super::error::FaultKind;
use super::super::format::is_json_serialization;
use super::super::json::{self, Kind, Value};
use super::super::{Piece, Span};
use super::collect::Collected;
use super::unit::Spelling;

/// How often the text may be read over, on average.
const READINGS: usize = 8;

pub(super) struct JsonForms<'t> {
    text: &'t str,
    /// How far it was searched.
    at: usize,
    /// How many bytes may still be read that are then read again.
    budget: usize,
    /// Found beyond the place asked for, the last one first.
    ahead: Vec<Collected>,
}

impl<'t> JsonForms<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        // A text without these names costs no more than looking for them.
        let has_any = ["\"signature", "\"ciphertext", "\"protected"].iter().any(|name| text.contains(name));
        let at = if has_any { 0 } else { text.len() };
        Self { text, at, budget: text.len().saturating_mul(READINGS), ahead: Vec::new() }
    }

    /// The next one that begins at `from` or later and before `until`, in bytes of the text.
    pub(super) fn next(&mut self, from: usize, until: usize) -> Option<Collected> {
        self.at = self.at.max(from);
        loop {
            while let Some(next) = self.ahead.pop() {
                if next.span.start >= until {
                    self.ahead.push(next);
                    return None;
                }
                if next.span.start >= from {
                    return Some(next);
                }
            }
            let bytes = self.text.as_bytes();
            let step = bytes.get(self.at..until)?.iter().position(|byte| *byte == b'{');
            let Some(step) = step else {
                self.at = self.at.max(until);
                return None;
            };
            self.at += step;
            self.read();
        }
    }

    /// Reads the object that may begin here.
    fn read(&mut self) {
        let start = self.at;
        self.at += 1;
        let bytes = self.text.as_bytes().get(start..).unwrap_or_default();
        if bytes.get(1..).unwrap_or_default().trim_ascii_start().first() != Some(&b'"') {
            return;
        }
        let document = json::read(bytes);
        let Some(value) = &document.value else { return };
        let Some(failed) = document.faults.iter().rfind(|fault| ends_reading(&fault.kind)) else {
            self.search(value, start);
            self.ahead.reverse();
            self.at = start + value.span.end;
            return;
        };
        let read = failed.span.start;
        if failed.kind.is_cut() && is_json_serialization(value) {
            let whole = self.text.get(start..).unwrap_or_default().trim_end();
            self.ahead.push(collected(Span::new(start, start + whole.len()), whole.to_owned()));
            self.at = self.text.len();
        } else if read > self.budget {
            self.at = start + read.max(1);
        } else {
            self.budget -= read;
        }
    }

    /// Collects what is a serialization, in the order of the text.
    fn search(&mut self, value: &Value, offset: usize) {
        match &value.kind {
            Kind::Object(_) if is_json_serialization(value) => {
                let span = Span::new(offset + value.span.start, offset + value.span.end);
                self.ahead.push(collected(span, span.in_str(self.text).to_owned()));
            }
            Kind::Object(members) => members.iter().for_each(|member| self.search(&member.value, offset)),
            Kind::Array(values) => values.iter().for_each(|value| self.search(value, offset)),
            // JSON that was itself put into a string.
            Kind::String(text) if text.escaped && text.text.trim_ascii_start().starts_with('{') => {
                let document = json::read(text.text.as_bytes());
                if document.faults.is_empty() && document.value.as_ref().is_some_and(is_json_serialization) {
                    let span = Span::new(offset + value.span.start + 1, offset + value.span.end - 1);
                    let mut collected = collected(span, text.text.trim_ascii().to_owned());
                    collected.spellings.push((Spelling::JsonEscape, span));
                    self.ahead.push(collected);
                }
            }
            _ => {}
        }
    }
}

fn ends_reading(kind: &FaultKind) -> bool {
    !matches!(kind, FaultKind::TextBehind(_) | FaultKind::ControlCharacter(_) | FaultKind::InvalidUtf8(_))
}

fn collected(span: Span, text: String) -> Collected {
    let pieces = vec![Piece { token: Span::new(0, text.len()), paste: span }];
    Collected { span, text, pieces, ..Collected::default() }
}
