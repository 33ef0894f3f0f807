//! What stands in place of the box when a text is too long to edit: its name, its size and the chosen token's place.

use decode::Span;
use inspect::display::counted;
use yew::prelude::*;

use super::app::{Origin, State};
use super::element::{Element, element};
use super::glyphs::{shown, size};
use super::runs::{Run, coloured, runs};

/// Shown before and behind the chosen token.
const AROUND: usize = 300;
/// Of a token longer than this, only the beginning and the end.
const TOKEN_BYTES: usize = 4_000;

pub fn excerpt(state: &State) -> Html {
    let runs = runs(&state.text, &state.reading, state.chosen, &state.opened);
    let name = match &state.origin {
        Origin::File(file) => element("b").hold(shown(&file.name)),
        _ => element("b").say("Pasted text"),
    };
    let count = match state.read_so_far {
        None => [", ", &counted(state.reading.tokens.len(), "token")].concat(),
        Some(_) => String::new(),
    };
    let extent = [", ", &size(state.text.len()), &count, ". Too long to edit here."].concat();
    let backdrop = element("div").class("backdrop");
    element("div")
        .class("box")
        .with("id", "excerpt")
        .hold(element("p").class("excerpt-name").hold(name).text(extent))
        .hold(windows(state).into_iter().fold(backdrop, |backdrop, window| show(backdrop, state, &runs, window)))
        .node()
}

fn show(backdrop: Element, state: &State, runs: &[Run], window: Span) -> Element {
    let left_out = |backdrop: Element| backdrop.hold(element("span").class("left-out").say(" … "));
    backdrop
        .when(window.start > 0, left_out)
        .hold(coloured(&state.text, runs, window, state.marked()))
        .when(window.end < state.text.len(), left_out)
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
