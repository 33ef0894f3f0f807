//! A value beside another one, with the stretch marked in which they differ.

use inspect::compare::{Held, middle};
use yew::prelude::*;

use crate::views::glyphs::{beginning, shown};

/// So many characters are shown of what differs, and of each end that is alike.
const MIDDLE: usize = 240;
const END: usize = 60;

/// Long ends that are alike are shortened; so is a long middle.
pub(super) fn marked(raw: &str, beside: Option<&Held>) -> Html {
    let (start, end) = beside.map_or((0, 0), |beside| middle(raw, &beside.raw));
    let until = raw.len() - end;
    let piece = |from: usize, to: usize| raw.get(from..to).unwrap_or_default();
    let (before, differing, behind) = (piece(0, start), piece(start, until), piece(until, raw.len()));
    let differing = beginning(differing, MIDDLE).map_or_else(|| differing.to_owned(), |short| format!("{short}…"));
    let before_end = last(before, END);
    let behind_start = beginning(behind, END);
    html! {
        <>
            {before_end.map_or("", |_| "…")}
            {shown(before_end.unwrap_or(before))}
            if beside.is_some() && !differing.is_empty() {
                <mark>{shown(&differing)}</mark>
            } else {
                {shown(&differing)}
            }
            {shown(behind_start.unwrap_or(behind))}
            {behind_start.map_or("", |_| "…")}
        </>
    }
}

/// The last `characters` of a text, where it has more.
fn last(text: &str, characters: usize) -> Option<&str> {
    let (start, _) = text.char_indices().rev().nth(characters.checked_sub(1)?)?;
    text.get(start..).filter(|_| start > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::markup;

    fn beside(raw: &str, other: &str) -> String {
        markup(marked(raw, Some(&Held { raw: other.to_owned(), instant: None })))
    }

    #[test]
    fn marks_what_differs() {
        assert_eq!(beside("\"Berlin\"", "\"Bern\""), "\"Ber<mark>li</mark>n\"");
        assert_eq!(beside("1", "12"), "1");
        assert_eq!(beside("12", "1"), "1<mark>2</mark>");
        assert_eq!(markup(marked("true", None)), "true");
    }

    #[test]
    fn shortens_what_is_alike_and_what_is_long() {
        let long = "x".repeat(1_000);
        let found = beside(&[&long, "A", &long].concat(), &[&*long, "B", &long].concat());
        assert_eq!(found, ["…", &"x".repeat(60), "<mark>A</mark>", &"x".repeat(60), "…"].concat());
        let found = beside(&"é".repeat(1_000), "1");
        assert_eq!(found, ["<mark>", &"é".repeat(240), "…</mark>"].concat());
        assert_eq!(last("abc", 3), None);
        assert_eq!(last("abc", 2), Some("bc"));
    }

    #[test]
    fn shows_what_hides() {
        assert!(beside("a\u{202e}b", "ab").contains("U+202E"));
        assert!(!beside("<img src=x>", "<b>").contains("<img"));
    }
}
