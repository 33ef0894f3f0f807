//! What stands above an example that the guide led to: the way back to the guide.

use yew::prelude::*;

use crate::state::{Action, Dispatch, State};
use crate::views::glyphs::prose;

pub fn tried(state: &State, dispatch: &Dispatch) -> Html {
    let Some(question) = state.guide.tried else { return Html::default() };
    html! {
        <p class="tried">
            <span>{"An example for “"}{prose(question.asked().question)}{"”"}</span>
            <button onclick={dispatch.on(Action::QuestionOpened(question))}>{"Back to the guide"}</button>
        </p>
    }
}
