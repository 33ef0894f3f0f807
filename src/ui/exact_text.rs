//! The exact text of a part, with the marked member and every fault shown in their places.

use decode::{Part, Span};
use yew::prelude::*;

use super::app::Fold;
use super::commands::Command;
use super::element::{button, element, row_of};
use super::glyphs::{shown, size};

/// A longer text is shown in short at first.
const TEXT_BYTES: usize = 20_000;
const HEX_BYTES: usize = 256;

pub fn exact_text(part: &Part, marked: Option<Span>, unfolded: bool, position: usize) -> Html {
    if part.bytes.is_empty() {
        return Html::default();
    }
    let exact = element("pre").class("exact");
    if part.value().is_none() && std::str::from_utf8(&part.bytes).is_err() {
        return exact.text(hex(&part.bytes)).node();
    }
    let end = if unfolded { part.bytes.len() } else { part.bytes.len().min(TEXT_BYTES) };
    let pieces = pieces(part, marked, character_boundary(&part.bytes, end));
    row_of([
        exact.with("dir", "ltr").hold(pieces).node(),
        match end < part.bytes.len() {
            false => Html::default(),
            true => {
                let text = ["show all (", &size(part.bytes.len()), ")"].concat();
                button(Command::Unfold(Fold::ExactText { part: position }), text).class("more").node()
            }
        },
    ])
}

fn pieces(part: &Part, marked: Option<Span>, end: usize) -> Html {
    let faults = part.faults.iter().filter(|fault| !fault.kind.is_of_encoding());
    // In the order of their places, as faults are.
    let mut stretches: Vec<(Span, bool)> = faults.map(|fault| (fault.span, true)).collect();
    if let Some(marked) = marked {
        stretches.insert(stretches.partition_point(|(span, _)| *span < marked), (marked, false));
    }
    let mut html: Vec<Html> = Vec::new();
    let mut at = 0;
    for (span, is_fault) in stretches {
        // A fault can reach to the end of the text; its first character is the place.
        let stop = if is_fault { character_boundary(&part.bytes, (span.start + 1).min(span.end)) } else { span.end };
        let (start, stop) = (span.start.max(at).min(end), stop.max(span.start).min(end));
        if stop < start {
            continue;
        }
        html.push(shown(&part.source(Span::new(at, start))));
        let text = shown(&part.source(Span::new(start, stop)));
        let mark = match is_fault {
            false => element("mark"),
            true => element("mark").class("place").with("title", "Here").say("▸"),
        };
        html.push(mark.hold(text).node());
        at = stop;
    }
    html.push(shown(&part.source(Span::new(at, end))));
    row_of(html)
}

/// The first boundary of a character at or behind `end`.
fn character_boundary(bytes: &[u8], end: usize) -> usize {
    (end..bytes.len()).find(|at| bytes.get(*at).is_some_and(|byte| byte & 0xC0 != 0x80)).unwrap_or(bytes.len())
}

/// Sixteen bytes a line, and how many there are beyond.
fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0');
    let mut text = String::new();
    for line in bytes.get(..HEX_BYTES).unwrap_or(bytes).chunks(16) {
        for byte in line {
            text.extend([digit(byte >> 4), digit(byte & 15), ' ']);
        }
        text.push('\n');
    }
    if bytes.len() > HEX_BYTES {
        text += "… ";
        text += &size(bytes.len());
        text += " in all";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::testing::markup;
    use super::*;
    use decode::Role;

    fn of(segment: &str) -> String {
        markup(exact_text(&Part::json(Role::Payload, segment, Span::new(0, segment.len())), None, false, 1))
    }

    #[test]
    fn marks_the_place_of_a_fault() {
        // {"a":1,}
        assert_eq!(
            of("eyJhIjoxLH0"),
            "<pre class=\"exact\" dir=\"ltr\">{\"a\":1,<mark class=\"place\" title=\"Here\">▸}</mark>\n</pre>"
        );
    }

    #[test]
    fn shows_bytes_that_are_no_text_in_hex() {
        assert_eq!(of("_-8A"), "<pre class=\"exact\">ff ef 00 \n</pre>");
    }
}
