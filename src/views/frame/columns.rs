//! What stands beside the answer, or around it where there is one column: the text, what can be done with it, the outline.

use yew::prelude::*;

use crate::state::columns::Columns;
use crate::state::{Dispatch, State};
use crate::views::outline::outline;
use crate::views::paste::actions::actions;
use crate::views::paste::excerpt::excerpt;
use crate::views::paste::kept_line::kept_line;
use crate::views::paste::notes::{notes, provenance};
use crate::views::paste::paste_box::paste_box;
use crate::views::tokens::tokens;

/// The text first. In one column only what must be known before the token is read stands between it and the answer.
pub fn pasted(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        <section class="paste" aria-label="What was pasted" tabindex="-1">
            {tokens(state, dispatch)}
            if state.shows_table() {
            } else if state.paste.is_editable() {
                {paste_box(state, dispatch)}
            } else {
                {excerpt(state)}
            }
            {kept_line(state.kept.as_ref(), dispatch)}
            {provenance(state, dispatch)}
            if !is_answer_first(state) {
                {notes(state)}
                {actions(state, dispatch)}
                if let Some(shown) = state.shown().filter(|_| state.has_outline()) {
                    {outline(state, shown, dispatch)}
                }
            }
        </section>
    }
}

/// The rest of it, behind the answer.
pub fn pasted_below(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        if is_answer_first(state) {
            <section class="paste" aria-label="What can be done with it">
                {notes(state)}
                {actions(state, dispatch)}
            </section>
        }
    }
}

fn is_answer_first(state: &State) -> bool {
    state.columns == Columns::One && state.answer.inspected.is_some()
}
