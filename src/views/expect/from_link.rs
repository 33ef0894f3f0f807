//! Beside where the token came from: what the expectations of the link come to, and the way to them.

use yew::prelude::*;

use super::{EXPECT, as_of};
use crate::state::expecting::{FROM_LINK, is_judgeable};
use crate::state::{Action, Dispatch, State};
use crate::views::glyphs::{mark, prose};

/// A line of a list. Nothing where they did not come with the link, or once the reader changed them.
pub fn from_link(state: &State, dispatch: &Dispatch) -> Html {
    let is_from_link = state.expecting.start.as_deref() == Some(FROM_LINK);
    if !is_from_link || !state.shown().is_some_and(|shown| is_judgeable(&shown.token)) {
        return Html::default();
    }
    let said = state.expecting.said();
    let refuses = said.is_some_and(|answer| answer.would_refuse);
    html! {
        <li class="expected-by-link" data-severity={refuses.then_some("error")} data-late={mark(state.expecting.is_late())}>
            {"The link also says what a service expects. "}
            if let Some(answer) = said {
                if refuses {
                    <span aria-hidden="true">{"✕ "}</span>
                }
                {as_of(&state.expecting)}<b>{prose(&answer.sentence)}</b>{" "}
            }
            <button class="link" onclick={dispatch.on(Action::PlaceWanted(EXPECT.to_owned()))}>{"See what"}</button>
        </li>
    }
}
