//! JSON serializations in the strings of other JSON.

use crate::Span;
use crate::format::is_json_serialization;
use crate::json::{self, JsonKind, Value};

/// The JSON serializations in a string that holds JSON, each with its place in the string's `source`. `text` is the string
/// without escapes. Strings of that JSON are searched in the same way, as loggers nest them. Every level of escapes at
/// least doubles the backslashes, so there are few levels.
pub(super) fn within(text: &str, source: &str) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    if text.trim_ascii_start().starts_with(['{', '[']) {
        let document = json::read(text.as_bytes());
        if let Some(value) = document.value.filter(|_| document.faults.is_empty()) {
            collect(&value, text, &mut found);
        }
    }
    let mut offsets = SourceOffsets { source, source_at: 0, text_at: 0 };
    for (_, span) in &mut found {
        *span = Span::new(offsets.of(span.start), offsets.of(span.end));
    }
    found
}

/// Adds the serializations in `value`, in the order of the text, with spans in bytes of `text`.
fn collect(value: &Value, text: &str, found: &mut Vec<(String, Span)>) {
    match &value.kind {
        JsonKind::Object(_) if is_json_serialization(value) => {
            found.push((value.span.in_str(text).to_owned(), value.span));
        }
        JsonKind::Object(members) => members.iter().for_each(|member| collect(&member.value, text, found)),
        JsonKind::Array(values) => values.iter().for_each(|value| collect(value, text, found)),
        JsonKind::String(inner) if inner.escaped => {
            let source = value.span.within_quotes();
            let inside = within(&inner.text, source.in_str(text)).into_iter();
            found.extend(inside.map(|(text, at)| (text, Span::new(source.start + at.start, source.start + at.end))));
        }
        _ => {}
    }
}

/// Where the bytes `span` of a string's text stand in its `source`, which has escapes.
pub(crate) fn place_in_source(span: Span, source: &str) -> Span {
    let mut offsets = SourceOffsets { source, source_at: 0, text_at: 0 };
    Span::new(offsets.of(span.start), offsets.of(span.end))
}

/// Leads from bytes of a string's text to bytes of its source, which has escapes. Must be asked in ascending order.
struct SourceOffsets<'s> {
    source: &'s str,
    source_at: usize,
    /// The same place in bytes of the text.
    text_at: usize,
}

impl SourceOffsets<'_> {
    fn of(&mut self, place: usize) -> usize {
        while self.text_at < place {
            let (length, text_length) = match self.source.as_bytes().get(self.source_at..).unwrap_or_default() {
                [] => break,
                [b'\\', b'u', ..] => {
                    let digits = self
                        .source
                        .get(self.source_at + 2..self.source_at + 6)
                        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
                    match digits.unwrap_or(0xFFFD) {
                        // One of the two surrogates of a character that has four bytes in UTF-8.
                        0xD800..=0xDFFF => (6, 2),
                        code => (6, char::from_u32(code).map_or(1, char::len_utf8)),
                    }
                }
                [b'\\', ..] => (2, 1),
                _ => (1, 1),
            };
            self.source_at += length;
            self.text_at += text_length;
        }
        self.source_at
    }
}
