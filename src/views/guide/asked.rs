//! The questions of the guide, each with its answer, its source and an example to try.

use ::guide::Question;
use yew::prelude::*;

use crate::browser::time::now;
use crate::state::{Action, Dispatch};
use crate::views::glyphs::{prose, reference};

pub fn all(dispatch: &Dispatch) -> Html {
    Question::ALL.into_iter().map(|question| one(question, dispatch)).collect()
}

pub(super) fn one(question: Question, dispatch: &Dispatch) -> Html {
    let asked = question.asked();
    let onclick = dispatch.from(move |_: MouseEvent| Some(Action::QuestionTried { question, now: now() }));
    html! {
        <article class="asked" id={format!("guide-{}", asked.id)} tabindex="-1">
            <h4>{prose(asked.question)}</h4>
            <p>{prose(asked.answer)}</p>
            <p class="source">
                {reference(asked.reference)}{" "}
                <button class="link" {onclick}>{format!("Try it: {}", asked.example)}</button>
            </p>
        </article>
    }
}
