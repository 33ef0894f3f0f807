//! What is to be said of the paste as a whole: where it came from, and what was done to it.

use jwt_inspector::decode::Repair;
use yew::prelude::*;

use super::app::{Origin, State};
use super::glyphs::{prose, size};

pub fn notes(state: &State) -> Html {
    let repairs: &[Repair] = state.inspected.as_ref().map(|inspected| &*inspected.token.repairs).unwrap_or_default();
    html! {
        <ul class="notes">
            if state.token_in_query {
                <li data-severity="warning">
                    <span aria-hidden="true">{ "▲ " }</span>
                    { "The address of this page holds a token before its #. The server has already seen that one, so \
                       treat it as leaked. It was not read here." }
                </li>
            }
            { origin(&state.origin) }
            for repair in repairs {
                <li>{ prose(&repair.message) }</li>
            }
        </ul>
    }
}

fn origin(origin: &Origin) -> Html {
    let Origin::File(file) = origin else {
        return html! {
            if *origin == Origin::Link {
                <li>{ "This token came from the link you opened; it is still in this browser's history." }</li>
            }
        };
    };
    html! {
        <>
            if file.cut {
                <li>{ "The file is larger than " }{ size(super::app::FILE_LIMIT) }{ ": only its beginning was read." }</li>
            }
            if file.lossy {
                <li>{ "The file is not UTF-8 throughout. Each byte that is not was replaced by U+FFFD." }</li>
            }
        </>
    }
}
