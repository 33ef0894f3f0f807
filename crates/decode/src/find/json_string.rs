//! JSON serializations in the strings of other JSON, and where they stand in the source of those strings.

use super::super::Span;
use super::super::format::is_json_serialization;
use super::super::json::{self, Kind, Value};

/// The serializations of the JSON that a string holds, as they are or again in strings, as loggers write them, each
/// with its place in the string's `source`. Every level of escapes doubles at least the quotes, so there are few.
pub(super) fn within(text: &str, source: &str) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    if text.trim_ascii_start().starts_with(['{', '[']) {
        let document = json::read(text.as_bytes());
        if let Some(value) = document.value.filter(|_| document.faults.is_empty()) {
            collect(&value, text, &mut found);
        }
    }
    let mut places = Places { source, at: 0, text_at: 0 };
    for (_, span) in &mut found {
        *span = Span::new(places.of(span.start), places.of(span.end));
    }
    found
}

/// In the order of the text, spans in bytes of it.
fn collect(value: &Value, text: &str, found: &mut Vec<(String, Span)>) {
    match &value.kind {
        Kind::Object(_) if is_json_serialization(value) => {
            found.push((value.span.in_str(text).to_owned(), value.span));
        }
        Kind::Object(members) => members.iter().for_each(|member| collect(&member.value, text, found)),
        Kind::Array(values) => values.iter().for_each(|value| collect(value, text, found)),
        Kind::String(inner) if inner.escaped => {
            let source = value.span.within_quotes();
            let inside = within(&inner.text, source.in_str(text)).into_iter();
            found.extend(inside.map(|(text, at)| (text, Span::new(source.start + at.start, source.start + at.end))));
        }
        _ => {}
    }
}

/// Where the bytes of a string's text stand in its source, which has escapes. Asked in the order of the text.
struct Places<'s> {
    source: &'s str,
    at: usize,
    /// The same place in bytes of the text.
    text_at: usize,
}

impl Places<'_> {
    fn of(&mut self, place: usize) -> usize {
        while self.text_at < place {
            let (length, text_length) = match self.source.as_bytes().get(self.at..).unwrap_or_default() {
                [] => break,
                [b'\\', b'u', ..] => {
                    let digits = self
                        .source
                        .get(self.at + 2..self.at + 6)
                        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
                    match digits.unwrap_or(0xFFFD) {
                        // Half of a pair, which has four bytes.
                        0xD800..=0xDFFF => (6, 2),
                        code => (6, char::from_u32(code).map_or(1, char::len_utf8)),
                    }
                }
                [b'\\', ..] => (2, 1),
                _ => (1, 1),
            };
            self.at += length;
            self.text_at += text_length;
        }
        self.at
    }
}
