//! The foot of the page: how to check its promise, what it does not protect from, version and licence.

use yew::prelude::*;

use crate::state::{Action, Dispatch};
use crate::views::glyphs::prose;

const WAYS_TO_CHECK: &[&str] = &[
    "Look at the source of this page. Its first lines hold a Content Security Policy that begins \
     `default-src 'none'`: with it, your browser refuses every image, font and frame from elsewhere, every form, \
     `fetch` and socket, and every script and style but the page's own.",
    "Open your browser's network tools and paste something. Nothing appears after the page itself.",
    "Save this page as a file, go offline and open the file. It is the whole product, and it works the same. Compare \
     its SHA-256 with the published one.",
];

const NO_PROTECTION_FROM: &[&str] = &[
    "Browser extensions can read every page. A private window usually keeps them out.",
    "Whoever serves this page could serve another one tomorrow. A saved file stays as it is.",
    "The policy cannot forbid a script to leave the page, to open a window or to use WebRTC. No script of this page does, \
     and no other script may run in it.",
    "A token in a link stays in the history of the browser that opened it.",
    "What you copy goes to your clipboard, which other programs can read.",
];

const VERSION: &str = concat!("JWT Inspector ", env!("CARGO_PKG_VERSION"));
/// The commit it was built from, where `cargo xtask` knows.
const COMMIT: Option<&str> = option_env!("JWT_INSPECTOR_COMMIT");
const LICENCE: &str = ". Free software under the MIT or the Apache 2.0 licence.";

pub fn footer(address: &str, dispatch: &Dispatch) -> Html {
    html! {
        <footer class="foot">
            <p>
                <button class="link" onclick={dispatch.on(Action::GuideOpened)}>
                    {"JWT or session cookie: which fits?"}
                </button>
                {" The guide."}
            </p>
            <details id="how-to-check">
                <summary>{"How to check that nothing leaves this page"}</summary>
                {list(WAYS_TO_CHECK)}
                <p>{"What this does not protect from:"}</p>
                {list(NO_PROTECTION_FROM)}
            </details>
            {save(address)}
            <p>
                {VERSION}
                if let Some(commit) = COMMIT {
                    {" ("}<code>{commit}</code>{")"}
                }
                {LICENCE}
            </p>
        </footer>
    }
}

/// The browser fetches the file from the host again, so that the original bytes are saved and not the page in its present state.
fn save(address: &str) -> Html {
    if address.starts_with("file:") {
        return html! { <p>{"This page is a file already: it works offline as it is."}</p> };
    }
    html! {
        <p>
            <a href={address.to_owned()} download="jwt-inspector.html">{"Save this page for offline use"}</a>
            {": the file as its host gives it, without anything that was pasted. Its SHA-256 is published beside it."}
        </p>
    }
}

fn list(sentences: &[&str]) -> Html {
    html! {
        <ul>
            for sentence in sentences {
                <li>{prose(sentence)}</li>
            }
        </ul>
    }
}
