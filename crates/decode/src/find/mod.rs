//! Finds the tokens in the pasted text and records every repair that was needed to read them.
//!
//! A compact token shows where it starts: its header is a JSON object, and base64url writes the first bytes of one in
//! a few ways only (`eyJ`, `ewo`, `e30`). From each such place (`header_start`) the `collector` takes the characters that
//! belong together. At line breaks, spaces and escapes it decides from what was decoded so far whether the token continues
//! (`continuation`). JSON serializations are found by the names of their members (`json_serialization`). A text that stands
//! in the paste in another form, such as base64, is read and searched in the same way (`embedded`). The text around a
//! token (`text_before`) gives its `label` and its `repairs`.

mod character;
mod collector;
mod continuation;
mod embedded;
mod header_start;
mod json_serialization;
mod json_string;
mod label;
mod object_progress;
mod repairs;
mod text_before;
mod whole_text;

use collector::{Collected, Collector};
use embedded::EmbeddedTokens;
use header_start::HeaderStarts;
use json_serialization::JsonSerializations;
pub(crate) use json_string::place_in_source;
pub(crate) use label::is_generic;
use text_before::TextBefore;

use crate::{Note, Piece, Repair, Span};

/// A token in the pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundToken {
    pub label: String,
    /// Bytes of the pasted text.
    pub span: Span,
    pub repairs: Vec<Repair>,
    /// The token after the repairs.
    pub text: String,
    pub pieces: Vec<Piece>,
}

impl FoundToken {
    /// A collected token with its label and all repairs.
    fn new(text: &str, collected: Collected) -> Self {
        let before = TextBefore::new(text, collected.span.start);
        let label = label::label(&before);
        let repairs = repairs::repairs(text, &collected, &before);
        let Collected { span, text, pieces, .. } = collected;
        Self { label, span, repairs, text, pieces }
    }
}

/// Goes through a text from token to token, in linear time.
pub struct Finder<'t> {
    text: &'t str,
    /// The place up to which the text was searched, in bytes.
    at: usize,
    /// The end of the last token. The next one starts there or later.
    last_end: usize,
    /// Single segments, which count as tokens only if the text has no others.
    single_segments: Vec<Collected>,
    json_serializations: JsonSerializations<'t>,
    embedded: EmbeddedTokens<'t>,
    header_starts: HeaderStarts,
    /// No header starts between `at` and here.
    next_header: usize,
    collecting: Option<Collecting<'t>>,
    /// The end of the token that was found last, and its label.
    last_found: Option<(usize, String)>,
}

/// A token that was collected in part.
struct Collecting<'t> {
    collector: Collector<'t>,
    /// Where its header was seen.
    header: usize,
    /// It starts before that, because its header may have lost its first characters.
    is_truncated: bool,
}

impl<'t> Finder<'t> {
    pub fn new(text: &'t str) -> Self {
        Self::within(text, 0)
    }

    /// One for a text that is embedded in `depth` others.
    fn within(text: &'t str, depth: usize) -> Self {
        Self {
            text,
            at: 0,
            last_end: 0,
            single_segments: Vec::new(),
            json_serializations: JsonSerializations::new(text),
            embedded: EmbeddedTokens::new(text, depth),
            header_starts: HeaderStarts::default(),
            next_header: 0,
            collecting: None,
            last_found: None,
        }
    }

    /// The place up to which the text was searched, in bytes.
    pub fn position(&self) -> usize {
        self.collecting.as_ref().map_or(self.at, |collecting| collecting.collector.at.max(self.at))
    }

    /// The next token that starts before `until`, in bytes of the text. None also where it was not collected whole by
    /// then.
    pub fn next_before(&mut self, until: usize) -> Option<FoundToken> {
        let mut found = self.search(until)?;
        // In a list only the first token stands behind the name.
        if let Some((end, label)) = self.last_found.take()
            && is_generic(&found.label)
            && is_between_elements(Span::new(end, found.span.start).in_str(self.text))
        {
            found.label = label;
        }
        self.last_found = Some((found.span.end, found.label.clone()));
        Some(found)
    }

    fn search(&mut self, until: usize) -> Option<FoundToken> {
        let bytes = self.text.as_bytes();
        let until = until.min(bytes.len());
        loop {
            if let Some(collecting) = self.collecting.take() {
                if let Some(collected) = self.collect(collecting, until) {
                    return Some(FoundToken::new(self.text, collected));
                }
                if self.collecting.as_ref().is_some_and(|collecting| collecting.collector.at >= until) {
                    return None;
                }
                continue;
            }
            let from = self.at.max(self.next_header);
            let header = self.header_starts.next(bytes, from, until);
            self.next_header = header.unwrap_or(until).max(from);
            // A text in another form comes before what starts inside it or with it.
            let embedded = self.embedded.peek(self.at, header.map_or(until, |header| header + 1));
            let taken = header.and_then(|header| self.embedded.end_at(header));
            if let Some(end) = taken.filter(|_| embedded.is_none()) {
                self.next_header = end;
                continue;
            }
            // A JSON serialization is one token with all that it holds, so it comes before what starts inside it.
            let serialization = self.json_serializations.next(self.at, embedded.or(header).unwrap_or(until));
            if let Some(collected) = serialization {
                self.at = collected.span.end;
                self.last_end = self.at;
                return Some(FoundToken::new(self.text, collected));
            }
            if let Some(found) = embedded.and_then(|_| self.embedded.take()) {
                // Other tokens may stand between the stretches that it came out of.
                self.at = found.span.start + 1;
                self.last_end = found.pieces.first().map_or(self.at, |piece| piece.paste.end);
                return Some(found);
            }
            let Some(header) = header else { break };
            let start = header_start::of_truncated_header(bytes, header, self.last_end);
            let collector = Collector::new(bytes, start.unwrap_or(header));
            self.collecting = Some(Collecting { collector, header, is_truncated: start.is_some() });
        }
        self.at = self.at.max(until);
        None
    }

    /// Goes on collecting up to about `until`. Where that is not the end of the token, it waits in `collecting`.
    fn collect(&mut self, mut collecting: Collecting<'t>, until: usize) -> Option<Collected> {
        if !collecting.collector.run(until) {
            self.collecting = Some(collecting);
            return None;
        }
        let Collecting { collector, header, is_truncated } = collecting;
        if collector.has_broken_header
            && let Some(start) = self.header_starts.inside(self.text.as_bytes(), header)
        {
            // Something that looks like the beginning of a header was glued to its front.
            let collector = Collector::new(self.text.as_bytes(), start);
            self.collecting = Some(Collecting { collector, header: start, is_truncated: false });
            return None;
        }
        let collected = collector.token().filter(|collected| !is_truncated || collected.has_readable_payload());
        let Some(collected) = collected else {
            if is_truncated {
                let collector = Collector::new(self.text.as_bytes(), header);
                self.collecting = Some(Collecting { collector, header, is_truncated: false });
                return None;
            }
            self.at = header + 1;
            return None;
        };
        self.at = collected.span.end.max(header + 1);
        self.last_end = self.at;
        if collected.is_single_segment() {
            self.single_segments.push(collected);
            return None;
        }
        Some(collected)
    }

    /// What counts as a token only if the text has no others: its single segments, or else the whole text.
    pub fn leftovers(&mut self) -> Vec<FoundToken> {
        let mut leftovers = std::mem::take(&mut self.single_segments);
        if leftovers.is_empty() {
            leftovers.extend(whole_text::as_token(self.text));
        }
        leftovers.into_iter().map(|collected| FoundToken::new(self.text, collected)).collect()
    }
}

/// Whether the text is what stands between two elements of a list.
fn is_between_elements(text: &str) -> bool {
    text.contains(',') && text.chars().all(|c| c.is_whitespace() || ",\"'`\\^b".contains(c))
}

/// The note on a text that holds no token. None for a blank text.
pub fn notes_on_tokenless_text(text: &str) -> Vec<Note> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let message = "No JSON Web Token in this text. A JWT in its usual form is three parts of letters, digits, `-` and \
                   `_`, joined by dots (five if it is encrypted), and begins with `eyJ`."
        .to_owned();
    vec![Note::new("not-a-jwt", message)]
}

#[cfg(test)]
mod tests;
