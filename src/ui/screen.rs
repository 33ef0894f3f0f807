//! The whole page, from top to bottom.

use yew::prelude::*;

use super::answer::answer;
use super::app::State;
use super::banner::banner;
use super::catalogue::catalogue;
use super::commands::{Command, Copy};
use super::compare;
use super::element::{Element, button, element, row_of};
use super::empty::empty;
use super::excerpt::excerpt;
use super::footer::footer;
use super::glyphs::size;
use super::guide::guide;
use super::guide::tried::tried;
use super::notes::notes;
use super::paste_box::paste_box;
use super::share_dialog::share_dialog;
use super::switcher::switcher;
use super::tokenless::tokenless;
use super::toolbar::toolbar;
use super::verdict_words::status_word;

pub fn screen(state: &State) -> Html {
    let dialog = state.shown().map(|shown| share_dialog(state, shown));
    let file = element("input")
        .class("unseen")
        .with("type", "file")
        .with("id", "file")
        .with("tabindex", "-1")
        .with("aria-label", "File");
    row_of([
        toolbar(state),
        element("main")
            .with_mark("data-has-token", state.inspected.is_some())
            .with_mark("data-box-in-use", state.is_box_in_use())
            .with_mark("data-hides-values", state.hides_values)
            .with_mark("hidden", state.guide.is_open)
            .hold(pasted(state))
            .hold(said(state))
            .node(),
        guide(state),
        footer(&state.address),
        dialog.unwrap_or_default(),
        catalogue(state.shows_catalogue),
        file.node(),
        status("said").with_mark("data-shown", state.said.is_some()).say(state.said.unwrap_or_default()).node(),
        status("unseen").text(announcement(state)).node(),
    ])
}

fn pasted(state: &State) -> Element {
    element("section")
        .class("paste")
        .with("aria-label", "What was pasted")
        .hold(if state.is_editable() { paste_box(state) } else { excerpt(state) })
        .hold(notes(state))
        .hold(actions(state))
}

/// Read aloud whenever it changes.
fn status(class: &'static str) -> Element {
    element("p").class(class).with("role", "status")
}

fn said(state: &State) -> Element {
    element("section")
        .class("answer")
        .with("aria-label", "What it says")
        .hold(tried(state))
        .when(state.reading.groups.len() > 1, |said| {
            said.hold(element("div").class("switching").hold(switcher(state)).hold(compare::offer(state)))
        })
        .hold(banner(state.shown()))
        .hold(what_it_says(state))
}

fn what_it_says(state: &State) -> Html {
    if let Some(comparing) = &state.comparing {
        return compare::side_by_side(state, comparing).node();
    }
    match (state.read_so_far, state.shown()) {
        (Some(position), _) => {
            let percent = position / (state.text.len() / 100).max(1);
            element("p").class("sentence").text(["Reading… ", &percent.to_string(), " %"].concat()).node()
        }
        (None, Some(inspected)) => answer(state, inspected).node(),
        (None, None) if state.text.trim().is_empty() => empty(),
        (None, None) => tokenless(&state.reading.notes),
    }
}

fn actions(state: &State) -> Element {
    let token = state.shown().map(|inspected| &inspected.token);
    let has_signature = token.is_some_and(|token| token.has_signature());
    let whole = if has_signature { "Copy token (a credential)" } else { "Copy token" };
    let hide = if state.hides_values { "Show values" } else { "Hide values" };
    element("div")
        .class("actions")
        .when(has_signature, |actions| {
            actions.hold(button(Command::Copy(Copy::TokenWithoutSignature), "Copy without signature"))
        })
        .when(token.is_some(), |actions| actions.hold(button(Command::Copy(Copy::WholeToken), whole)))
        .when(token.is_some(), |actions| actions.hold(button(Command::OpenShare, "Share…")))
        .when(token.is_some(), |actions| {
            actions.hold(button(Command::CompareWithAnother, "Compare with another token…"))
        })
        .hold(button(Command::ChooseFile, "Open file…"))
        .when(!state.text.is_empty(), |actions| {
            actions
                .hold(button(Command::Clear, "Clear").with("title", "Esc"))
                .hold(button(Command::HideValues, hide).with("title", "H"))
                .hold(element("span").class("size").text(size(state.text.len())))
        })
}

/// For those who listen: changes only when the token or its status does.
fn announcement(state: &State) -> String {
    if let Some(comparison) = state.comparing.as_ref().and_then(|comparing| comparing.comparison.as_ref()) {
        return compare::announcement(comparison);
    }
    let Some(inspected) = state.shown() else {
        let note = state.reading.notes.first().filter(|_| !state.text.is_empty());
        return note.map_or_else(String::new, |note| note.message.clone());
    };
    let status = status_word(inspected.judgement.validity.status);
    [inspected.description.profile.name, ": ", status, ". Decoded, not verified."].concat()
}
