//! One question of the guide with its answer, its source and an example to try.

use guide::Asked;

use super::super::commands::Command;
use super::super::element::{Element, element, link};
use super::super::glyphs::prose;
use super::reference;

pub fn asked(place: usize, asked: &'static Asked) -> Element {
    let label = ["Try it: ", asked.example].concat();
    element("article")
        .class("asked")
        .with_value("id", id(asked))
        .with("tabindex", "-1")
        .hold(element("h4").hold(prose(asked.question)))
        .hold(element("p").hold(prose(asked.answer)))
        .hold(
            element("p")
                .class("source")
                .hold(reference(asked.reference))
                .say(" ")
                .hold(link(Command::Try(place), label)),
        )
}

/// Of its place in the page.
pub fn id(asked: &Asked) -> String {
    ["guide-", asked.id].concat()
}
