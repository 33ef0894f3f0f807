//! The box that takes the text, over the same text in colours.

use decode::Span;
use yew::prelude::*;

use super::app::State;
use super::element::{Element, element};
use super::runs::{coloured, runs};

/// Many of them keep browsers and extensions from storing what is in the box, or sending it to their makers.
const ATTRIBUTES: &[(&str, &str)] = &[
    ("inputmode", "text"),
    ("autocomplete", "off"),
    ("autocorrect", "off"),
    ("autocapitalize", "off"),
    ("spellcheck", "false"),
    ("writingsuggestions", "false"),
    ("translate", "no"),
    ("class", "notranslate"),
    ("data-gramm", "false"),
    ("data-gramm_editor", "false"),
    ("data-enable-grammarly", "false"),
    ("data-1p-ignore", ""),
    ("data-lpignore", "true"),
    ("data-bwignore", ""),
];

/// A field that takes what may be a credential.
pub fn kept_nowhere(field: Element) -> Element {
    ATTRIBUTES.iter().fold(field, |field, (name, value)| field.with(name, value))
}

/// A box for texts that nobody else is to keep.
pub fn text_box(id: &'static str, placeholder: &'static str, label: &'static str) -> Element {
    let text_box =
        element("textarea").with("id", id).with("placeholder", placeholder).with("aria-label", label).with("rows", "1");
    kept_nowhere(text_box)
}

pub fn paste_box(state: &State) -> Html {
    let whole = Span::new(0, state.text.len());
    let runs = runs(&state.text, &state.reading, state.chosen, &state.opened);
    let backdrop = element("div")
        .class("backdrop")
        .with("aria-hidden", "true")
        .hold(coloured(&state.text, &runs, whole, state.marked()))
        // As the box has it: a line break at the very end begins one more line.
        .say("\n");
    let text_box = text_box("box", "Paste a token, or anything that holds one", "Token, or a text that holds one")
        .contents(AttrValue::from(state.text.clone()))
        // Cleared, it brings nothing back by undo and redo.
        .numbered(state.clearings);
    element("div").class("box").hold(backdrop).hold(text_box).node()
}
