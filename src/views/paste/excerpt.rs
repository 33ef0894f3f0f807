//! What stands in place of the box when a text is too long to edit: its name, its size and the chosen token's place.

use std::rc::Rc;

use decode::Span;
use inspect::display::counted;
use yew::prelude::*;

use super::coloured_text::ColouredText;
use crate::state::State;
use crate::state::paste::Origin;
use crate::views::glyphs::{shown, size};

/// So many bytes are shown before and behind the chosen token.
const AROUND: usize = 300;
/// Of a token longer than this, in bytes, only the beginning and the end are shown.
const LONG_TOKEN: usize = 4_000;

pub fn excerpt(state: &State) -> Html {
    let paste = &state.paste;
    let (name, length) = match &paste.origin {
        Origin::File(file) => (html! { <code>{shown(&file.name)}</code> }, file.size),
        _ => (html! { "Pasted text" }, paste.text.len()),
    };
    let count = match paste.read_so_far {
        None => format!(", {}", counted(paste.reading.count(), "token")),
        Some(_) => String::new(),
    };
    html! {
        <div class="box" id="excerpt">
            <p class="excerpt-name">
                <b>{name}</b>{format!(", {}{count}. Too long to edit here.", size(length))}
            </p>
            <div class="backdrop">
                <ColouredText
                    text={Rc::clone(&paste.text)}
                    reading={&paste.reading}
                    chosen={state.answer.chosen}
                    opened={state.answer.opened.clone()}
                    windows={windows(state)}
                    marked={state.marks.marked()}
                />
            </div>
        </div>
    }
}

/// The stretches that are shown.
fn windows(state: &State) -> Vec<Span> {
    let text = &*state.paste.text;
    let around = |start: usize, end: usize| {
        let start = (0..=start).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let end = (end..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        Span::new(start, end)
    };
    let Some(token) = state.paste.reading.tokens.get(state.answer.chosen) else { return vec![around(0, AROUND)] };
    let Span { start, end } = token.span;
    let (before, behind) = (start.saturating_sub(AROUND), end + AROUND);
    if end - start <= LONG_TOKEN {
        return vec![around(before, behind)];
    }
    vec![around(before, start + LONG_TOKEN - AROUND), around(end - AROUND, behind)]
}
