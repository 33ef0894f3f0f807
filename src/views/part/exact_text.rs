//! The exact text of a part, with the marked member and every fault shown in their places.

use decode::{Part, Span};
use yew::prelude::*;

use crate::state::{Action, Dispatch, Fold, State};
use crate::views::glyphs::{shown, size};

/// A longer text is shown in short at first, in bytes.
const SHORT: usize = 20_000;
/// No more of it is shown at all, in bytes.
const LONGEST: usize = 200_000;
/// A byte that may be one of a mark counts for so many.
const MARK: usize = 8;
/// So many bytes are written in hexadecimal digits.
const HEXADECIMAL: usize = 256;

pub fn exact_text(state: &State, part: &Part, position: usize, dispatch: &Dispatch) -> Html {
    if part.bytes.is_empty() {
        return Html::default();
    }
    if part.value().is_none() && std::str::from_utf8(&part.bytes).is_err() {
        return html! { <pre class="exact">{hexadecimal(&part.bytes)}</pre> };
    }
    let fold = Fold::ExactText { part: position };
    let length = part.bytes.len();
    let is_unfolded = state.answer.is_unfolded(fold);
    let end = drawn(&part.bytes, if is_unfolded { LONGEST } else { SHORT });
    html! {
        <>
            <pre class="exact" dir="ltr">
                {stretches(part, Span::new(0, character_boundary(&part.bytes, end)), marked_in(state, position))}
            </pre>
            if end < length && is_unfolded {
                <p class="remark">
                    {format!("Too long to show whole ({}): “Copy” copies all of it.", size(length))}
                </p>
            } else if end < length {
                <button class="more" onclick={dispatch.on(Action::Unfolded(fold))}>
                    {format!("show all ({})", size(length))}
                </button>
            }
        </>
    }
}

/// How many bytes are shown: as many as that, or fewer where many characters cannot be seen, because each of those becomes a
/// mark of its own.
fn drawn(bytes: &[u8], longest: usize) -> usize {
    let mut cost = 0;
    let end = bytes.iter().position(|byte| {
        cost += if matches!(byte, b' '..=b'~' | b'\n' | b'\t') { 1 } else { MARK };
        cost > longest
    });
    end.unwrap_or(bytes.len())
}

/// The marked member of the part at this position, in bytes of the decoded part.
fn marked_in(state: &State, position: usize) -> Option<Span> {
    let marked = state.marks.marked().filter(|marked| marked.part == position)?;
    let part = state.shown()?.token.parts.get(position)?;
    part.members().get(marked.member?).map(|member| member.span)
}

/// The text of a span of the part, with the marked member and every fault in its place.
pub fn stretches(part: &Part, within: Span, marked: Option<Span>) -> Html {
    // The place of a fault may lie behind the last byte.
    let is_within = |place: usize| {
        place >= within.start && (place < within.end || place == within.end && within.end == part.bytes.len())
    };
    let faults = part.faults.iter().filter(|fault| !fault.kind.is_of_encoding() && is_within(fault.span.start));
    // In the order of their places, as faults are.
    let mut stretches: Vec<(Span, bool)> = faults.map(|fault| (fault.span, true)).collect();
    if let Some(marked) = marked {
        stretches.insert(stretches.partition_point(|(span, _)| *span < marked), (marked, false));
    }
    let mut pieces: Vec<Html> = Vec::new();
    let Span { start: mut at, end } = within;
    for (span, is_fault) in stretches {
        // A fault can reach to the end of the text; its first character is the place.
        let stop = if is_fault { character_boundary(&part.bytes, (span.start + 1).min(span.end)) } else { span.end };
        let (start, stop) = (span.start.max(at).min(end), stop.max(span.start).min(end));
        if stop < start {
            continue;
        }
        pieces.push(shown(&part.source(Span::new(at, start))));
        let text = shown(&part.source(Span::new(start, stop)));
        pieces.push(match is_fault {
            false => html! { <mark>{text}</mark> },
            true => html! { <mark class="place" title="Here">{"▸"}{text}</mark> },
        });
        at = stop;
    }
    pieces.push(shown(&part.source(Span::new(at, end))));
    pieces.into_iter().collect()
}

/// The first boundary of a character at or behind `end`.
fn character_boundary(bytes: &[u8], end: usize) -> usize {
    (end..bytes.len()).find(|at| bytes.get(*at).is_some_and(|byte| byte & 0xC0 != 0x80)).unwrap_or(bytes.len())
}

/// Sixteen bytes a line, and how many there are in all where there are more.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let shown = bytes.get(..HEXADECIMAL).unwrap_or(bytes);
    let line =
        |line: &[u8]| line.iter().map(|byte| format!("{byte:02x} ")).chain(["\n".to_owned()]).collect::<String>();
    let mut text: String = shown.chunks(16).map(line).collect();
    if bytes.len() > HEXADECIMAL {
        text += &format!("… {} in all", size(bytes.len()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{dispatch, markup, state};
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use decode::Role;

    fn of(segment: &str) -> String {
        let part = Part::json(Role::Payload, segment, Span::new(0, segment.len()));
        markup(exact_text(&state(""), &part, 1, &dispatch()))
    }

    #[test]
    fn marks_the_place_of_a_fault() {
        // {"a":1,}
        assert_eq!(
            of("eyJhIjoxLH0"),
            "<pre dir=\"ltr\" class=\"exact\">{\"a\":1,<mark title=\"Here\" class=\"place\">▸}</mark>\n</pre>"
        );
    }

    #[test]
    fn marks_no_place_that_is_not_shown() {
        let text = format!("{{\"a\":\"{}\u{1}\"}}", "x".repeat(SHORT));
        let shown = of(&URL_SAFE_NO_PAD.encode(text));
        assert!(shown.contains("show all") && !shown.contains('▸'), "{}", shown.len());
    }

    #[test]
    fn shows_bytes_that_are_no_text_in_hex() {
        assert_eq!(of("_-8A"), "<pre class=\"exact\">ff ef 00 \n</pre>");
    }
}
