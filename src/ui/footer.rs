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

const VERSION: &str = concat!("JWT Inspector ", env!("CARGO_PKG_VERSION"));
/// The commit it was built from, where `cargo xtask` knows.
const COMMIT: Option<&str> = option_env!("JWT_INSPECTOR_COMMIT");
const LICENCE: &str = ". Free software under the MIT or the Apache 2.0 licence.";

pub fn footer(address: &str) -> Html {
    let how_to_check = element("details")
        .with("id", "how-to-check")
        .hold(element("summary").say("How to check that nothing leaves this page"))
        .hold(list(WAYS_TO_CHECK))
        .hold(element("p").say("What this does not protect from:"))
        .hold(list(NO_PROTECTION_FROM));
    let guide = element("p").hold(link(Command::ShowGuide, "JWT or session cookie: which fits?")).say(" The guide.");
    let version = element("p")
        .say(VERSION)
        .when_some(COMMIT, |version, commit| version.say(" (").hold(element("code").say(commit)).say(")"))
        .say(LICENCE);
    element("footer").class("foot").hold(guide).hold(how_to_check).hold(save(address)).hold(version).node()
}

/// The browser asks the host for the file once more, so that its very bytes are saved, and not the page as it stands.
fn save(address: &str) -> Element {
    if address.starts_with("file:") {
        return element("p").say("This page is a file already: it works offline as it is.");
    }
    let download = element("a")
        .with_value("href", address.to_owned())
        .with("download", "jwt-inspector.html")
        .say("Save this page for offline use");
    element("p")
        .hold(download)
        .say(": the file as its host gives it, without anything that was pasted. Its SHA-256 is published beside it.")
}

fn list(sentences: &[&str]) -> Element {
    element("ul").hold_all(sentences.iter().map(|sentence| element("li").hold(prose(sentence))))
}
