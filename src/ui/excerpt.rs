//! What stands in place of the box when a text is too long to edit: its name, its size and the chosen token's place.

use jwt_inspector::decode::Span;
use yew::prelude::*;

use super::app::{Origin, State};
use super::glyphs::{counted, shown, size};
use super::runs::{Run, coloured, runs};

/// Shown before and behind the chosen token.
const AROUND: usize = 300;
/// Of a token longer than this, only the beginning and the end.
const TOKEN_BYTES: usize = 4_000;

pub fn excerpt(state: &State) -> Html {
    let runs = runs(&state.text, &state.reading, state.chosen);
    let count = state.reading.tokens.len();
    html! {
        <div class="box" id="excerpt">
            <p class="excerpt-name">
                <b>
                    if let Origin::File(file) = &state.origin {
                        { shown(&file.name) }
                    } else {
                        { "Pasted text" }
                    }
                </b>
                { ", " }
                { size(state.text.len()) }
                if state.read_so_far.is_none() {
                    { ", " }
                    { counted(count, "token") }
                }
                { ". Too long to edit here." }
            </p>
            <div class="backdrop">{ for windows(state).into_iter().map(|window| one(state, &runs, window)) }</div>
        </div>
    }
}

fn one(state: &State, runs: &[Run], window: Span) -> Html {
    let ellipsis = |bytes: usize| {
        if bytes == 0 {
            Html::default()
        } else {
            html! { <span class="left-out">{ " … " }</span> }
        }
    };
    html! {
        <>
            { ellipsis(window.start) }
            { coloured(&state.text, runs, window, state.marked()) }
            { ellipsis(state.text.len() - window.end) }
        </>
    }
}

/// The stretches that are shown.
fn windows(state: &State) -> Vec<Span> {
    let text = &*state.text;
    let around = |start: usize, end: usize| {
        let start = (0..=start).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let end = (end..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        Span::new(start, end)
    };
    let Some(token) = state.reading.tokens.get(state.chosen) else {
        return vec![around(0, AROUND)];
    };
    let Span { start, end } = token.span;
    let (before, behind) = (start.saturating_sub(AROUND), end + AROUND);
    if end - start <= TOKEN_BYTES {
        return vec![around(before, behind)];
    }
    vec![around(before, start + TOKEN_BYTES - AROUND), around(end - AROUND, behind)]
}
