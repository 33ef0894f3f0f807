//! The questions with their answers as buttons, and what fits the answers that were given.

use ::guide::Answers;
use ::guide::choices::{CHOICES, Choice};
use ::guide::recommend::Recommendation;
use yew::prelude::*;

use crate::state::{Action, Dispatch};
use crate::views::glyphs::{prose, reference};

pub fn chooser(answers: Answers, found: &Recommendation, dispatch: &Dispatch) -> Html {
    html! {
        <div class="chooser">
            {for CHOICES.iter().map(|choice| group(choice, answers, dispatch))}
            {recommendation(answers, found)}
        </div>
    }
}

fn group(choice: &Choice, answers: Answers, dispatch: &Dispatch) -> Html {
    html! {
        <div class="question" role="group" aria-label={choice.text}>
            <p>{choice.text}</p>
            <div class="cluster">
                for (answer, text) in choice.answers.iter().copied() {
                    <button
                        aria-pressed={answers.has(answer).to_string()}
                        onclick={dispatch.on(Action::AnswerToggled(answer))}
                    >
                        {text}
                    </button>
                }
            </div>
        </div>
    }
}

fn recommendation(answers: Answers, found: &Recommendation) -> Html {
    let standing = match (answers.are_none(), answers.are_complete()) {
        (true, _) => "Default",
        (_, false) => "What fits so far",
        (_, true) => "What fits",
    };
    html! {
        <article class="panel fits" data-fits={found.id}>
            <header><div role="status"><small>{standing}{": "}</small><h4>{prose(found.title)}</h4></div></header>
            <p>{prose(found.summary)}</p>
            <dl class="facts">
                <dt>{"Because"}</dt><dd>{list(&found.reasons)}</dd>
                <dt>{"Trade-offs"}</dt><dd>{list(&found.costs)}</dd>
                <dt>{"Source"}</dt><dd>{reference(found.reference)}</dd>
            </dl>
        </article>
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
