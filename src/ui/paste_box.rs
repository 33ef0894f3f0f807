//! The box that takes the text, over the same text in colours.

use jwt_inspector::decode::Span;
use yew::prelude::*;

use super::app::State;
use super::runs::{coloured, runs};

/// The attributes keep browsers and extensions from storing what is in the box, or sending it to their makers.
pub fn paste_box(state: &State) -> Html {
    let whole = Span::new(0, state.text.len());
    let runs = runs(&state.text, &state.reading, state.chosen);
    html! {
        <div class="box">
            <div class="backdrop" aria-hidden="true">
                { coloured(&state.text, &runs, whole, state.marked()) }
                // As the box has it: a line break at the very end begins one more line.
                { "\n" }
            </div>
            <textarea
                id="box"
                value={AttrValue::from(state.text.clone())}
                placeholder="Paste a token, or anything that holds one"
                aria-label="Token, or a text that holds one"
                rows="1"
                inputmode="text"
                autocomplete="off"
                autocorrect="off"
                autocapitalize="off"
                spellcheck="false"
                writingsuggestions="false"
                translate="no"
                class="notranslate"
                data-gramm="false"
                data-gramm_editor="false"
                data-enable-grammarly="false"
                data-lpignore="true"
                data-bwignore=""
            />
        </div>
    }
}
