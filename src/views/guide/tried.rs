//! What stands above an example that the guide led to: the way back to the guide, and to the reader's own text.

use yew::prelude::*;

use crate::state::{Action, Dispatch, State};
use crate::views::glyphs::prose;

pub fn tried(state: &State, dispatch: &Dispatch) -> Html {
    let Some(tried) = &state.guide.tried else { return Html::default() };
    let question = tried.question.asked().question;
    html! {
        <p class="tried">
            <span>{"An example for “"}{prose(question)}{"”"}</span>
            <button onclick={dispatch.on(Action::QuestionOpened(tried.question))}>{"Back to the guide"}</button>
            if tried.own.is_some() {
                <button onclick={dispatch.on(Action::OwnTextWanted)}>{"Back to your own text"}</button>
            }
        </p>
    }
}
