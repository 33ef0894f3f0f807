//! The box that takes the text, over the same text in colours.

use jwt_inspector::decode::Span;
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

pub fn paste_box(state: &State) -> Html {
    let whole = Span::new(0, state.text.len());
    let runs = runs(&state.text, &state.reading, state.chosen, &state.opened);
    let backdrop = element("div")
        .class("backdrop")
        .with("aria-hidden", "true")
        .hold(coloured(&state.text, &runs, whole, state.marked()))
        // As the box has it: a line break at the very end begins one more line.
        .say("\n");
    let text_box = kept_nowhere(element("textarea").contents(AttrValue::from(state.text.clone())))
        .with("id", "box")
        .with("placeholder", "Paste a token, or anything that holds one")
        .with("aria-label", "Token, or a text that holds one")
        .with("rows", "1");
    element("div").class("box").hold(backdrop).hold(text_box).node()
}
