//! The foot of the page: how to check its promise, what it does not protect from, version and licence.

use yew::prelude::*;

use super::commands::Command;
use super::element::{Element, element, link};
use super::glyphs::prose;

const WAYS_TO_CHECK: &[&str] = &[
    "Look at the source of this page. Its first lines hold a Content Security Policy that begins \
     `default-src 'none'`: with it, your browser refuses every connection this page could try to make.",
    "Open your browser's network tools and paste something. Nothing appears after the page itself.",
    "Save this page as a file, go offline and open the file. It is the whole product, and it works the same. Compare \
     its SHA-256 with the published one.",
];

const NO_PROTECTION_FROM: &[&str] = &[
    "Browser extensions can read every page. A private window usually keeps them out.",
    "Whoever serves this page could serve another one tomorrow. A saved file stays as it is.",
    "A token in a link stays in the history of the browser that opened it.",
    "What you copy goes to your clipboard, which other programs can read.",
];

const VERSION_AND_LICENCE: &str =
    concat!("JWT Inspector ", env!("CARGO_PKG_VERSION"), ". Free software under the MIT or the Apache 2.0 licence.");

pub fn footer() -> Html {
    let how_to_check = element("details")
        .with("id", "how-to-check")
        .hold(element("summary").say("How to check that nothing leaves this page"))
        .hold(list(WAYS_TO_CHECK))
        .hold(element("p").say("What this does not protect from:"))
        .hold(list(NO_PROTECTION_FROM));
    let guide = element("p").hold(link(Command::ShowGuide, "JWT or session cookie: which fits?")).say(" The guide.");
    element("footer").class("foot").hold(guide).hold(how_to_check).hold(element("p").say(VERSION_AND_LICENCE)).node()
}

fn list(sentences: &[&str]) -> Element {
    element("ul").hold_all(sentences.iter().map(|sentence| element("li").hold(prose(sentence))))
}
