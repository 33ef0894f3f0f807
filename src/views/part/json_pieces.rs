//! Lines of JSON as elements, coloured by type.

use decode::{Part, Span};
use inspect::masked::MASK;
use yew::prelude::*;

use super::exact_text::stretches;
use crate::pretty_json::{JsonLine, JsonPiece, PlainKind, PlainValue};
use crate::views::glyphs::beginning;

/// A longer name is cut, in characters: the exact text has all of it.
const LONGEST_NAME: usize = 300;

/// The line with its indentation. Of each value at most so many characters are shown.
pub fn json_code(part: &Part, line: &JsonLine, characters: usize) -> Html {
    html! {
        <code>
            {line.indentation()}
            for piece in line.pieces() {
                {json_piece(part, piece, characters)}
            }
        </code>
    }
}

fn json_piece(part: &Part, piece: JsonPiece, characters: usize) -> Html {
    let (class, span, characters) = match piece {
        JsonPiece::Punctuation(punctuation) => return html! { punctuation },
        JsonPiece::Count(count) => return html! { <span class="folded">{count}</span> },
        JsonPiece::Name(span) => ("json-name", span, LONGEST_NAME),
        JsonPiece::Plain(PlainValue { span, .. }) if is_mask(part, span) => ("json-mask", span, characters),
        JsonPiece::Plain(PlainValue { kind, span }) => (class(kind), span, characters),
        JsonPiece::Unread(span) => ("json-unread", span, characters),
    };
    let short = shortened(part, span, characters);
    html! {
        <span {class}>{stretches(part, short.unwrap_or(span), None)}{short.map_or("", |_| "…")}</span>
    }
}

/// What somebody put in the place of a value before they handed the token on.
fn is_mask(part: &Part, span: Span) -> bool {
    span.len() == MASK.len() + 2 && part.source(span).trim_matches('"') == MASK
}

fn class(kind: PlainKind) -> &'static str {
    match kind {
        PlainKind::String => "json-string",
        PlainKind::Number => "json-number",
        PlainKind::Literal => "json-literal",
    }
}

/// The first so many characters of a span, where it has more.
pub fn shortened(part: &Part, span: Span, characters: usize) -> Option<Span> {
    // No character has more than four bytes.
    let most = Span::new(span.start, span.end.min(span.start.saturating_add(characters.saturating_mul(4) + 4)));
    match std::str::from_utf8(most.of(&part.bytes)) {
        Ok(text) => beginning(text, characters).map(|short| Span::new(span.start, span.start + short.len())),
        // A byte that is no text counts as a character, and so does half of one at the end.
        Err(_) => (span.len() > characters).then(|| Span::new(span.start, boundary(part, span.start + characters))),
    }
}

/// The first boundary of a character at or behind this byte.
fn boundary(part: &Part, at: usize) -> usize {
    let rest = part.bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| byte & 0xC0 != 0x80).unwrap_or(rest.len())
}
