//! What is to be said of the paste as a whole: where it came from, and what was done to it.

use jwt_inspector::decode::Repair;
use jwt_inspector::inspect::display::counted;
use jwt_inspector::inspect::masked;
use yew::prelude::*;

use super::app::{FILE_LIMIT, Origin, State};
use super::element::{Element, element};
use super::glyphs::{prose, size};

const LEAKED: &str = "The address of this page holds a token before its #. The server has already seen that one, so treat \
    it as leaked. It was not read here.";

pub fn notes(state: &State) -> Html {
    let repairs: &[Repair] = state.inspected.as_ref().map(|inspected| &*inspected.token.repairs).unwrap_or_default();
    let notes = element("ul").class("notes").when(state.token_in_query, |notes| notes.hold(token_in_query()));
    // Beside a token: what the text is, if the token is but a part of it.
    let kind = state.reading.notes.iter().filter(|_| state.inspected.is_some()).map(|remark| note(&remark.message));
    let masked = state.shown().filter(|_| state.claims_redacted).map_or(0, |shown| masked::count(&shown.token));
    let notes = notes.when(masked > 0, |notes| {
        let values = counted(masked, "value");
        notes.hold(note(&["Redacted by the sender: ", &values, " in it, and the signature is left out."].concat()))
    });
    of_origin(notes, &state.origin).hold_all(kind).hold_all(repairs.iter().map(|repair| note(&repair.message))).node()
}

fn note(sentence: &str) -> Element {
    element("li").hold(prose(sentence))
}

fn token_in_query() -> Element {
    let sign = element("span").with("aria-hidden", "true").say("▲ ");
    element("li").with("data-severity", "warning").hold(sign).say(LEAKED)
}

fn of_origin(notes: Element, origin: &Origin) -> Element {
    match origin {
        Origin::Link => {
            notes.hold(note("This token came from the link you opened; it is still in this browser's history."))
        }
        Origin::File(file) => notes
            .when(file.cut, |notes| {
                let limit = size(FILE_LIMIT);
                notes.hold(note(&["The file is larger than ", &limit, ": only its beginning was read."].concat()))
            })
            .when(file.lossy, |notes| {
                notes.hold(note("The file is not UTF-8 throughout. Each byte that is not was replaced by U+FFFD."))
            }),
        _ => notes,
    }
}
