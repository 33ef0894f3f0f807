//! The guide, which stands in place of the token while it is read: what fits, side by side, and what people ask.

mod asked;
mod chooser;
mod table;
pub mod tried;

use ::guide::lessons::{LESSONS, Lesson};
use ::guide::{ASKED, Question, recommend};
use yew::prelude::*;

use crate::state::{Action, Dispatch, State};
use crate::views::glyphs::{prose, reference};

pub fn guide(state: &State, dispatch: &Dispatch) -> Html {
    if !state.guide.is_open {
        return Html::default();
    }
    let back = if state.paste.text.is_empty() { "← Back" } else { "← Back to the token" };
    let answers = state.guide.answers;
    let found = recommend(answers);
    let deciding: &[usize] = if answers.are_none() { &[] } else { &found.deciding };
    html! {
        <main class="guide" aria-labelledby="guide-title">
            <p class="back"><button onclick={dispatch.on(Action::GuideClosed)}>{back}</button></p>
            <header>
                <h2 id="guide-title" tabindex="-1">{"JWT or session cookie: which fits?"}</h2>
                <p class="sentence">
                    {"A token that carries its claims, or a number that the server looks up. Both say who calls; they \
                        differ in how you revoke them and who must be asked."}
                </p>
            </header>
            {section("guide-fits", "Which fits?", chooser::chooser(answers, &found, dispatch))}
            {section("guide-table", "Side by side", table::table(deciding))}
            {section("guide-lessons", "What holds for every token", lessons(dispatch))}
            {contents(dispatch)}
            {section("guide-asked", "Questions people ask", asked::all(dispatch))}
        </main>
    }
}

fn section(id: &'static str, title: &'static str, contents: Html) -> Html {
    html! { <section {id} aria-label={title}><h3>{title}</h3>{contents}</section> }
}

fn contents(dispatch: &Dispatch) -> Html {
    html! {
        <nav aria-label="Questions">
            <h3 aria-hidden="true">{"Questions"}</h3>
            <ul>
                for (question, asked) in Question::ALL.into_iter().zip(&ASKED) {
                    <li>
                        <button class="link" onclick={dispatch.on(Action::QuestionOpened(question))}>
                            {prose(asked.question)}
                        </button>
                    </li>
                }
            </ul>
        </nav>
    }
}

fn lessons(dispatch: &Dispatch) -> Html {
    html! { <ul class="lessons">{for LESSONS.iter().map(|it| lesson(it, dispatch))}</ul> }
}

fn lesson(lesson: &Lesson, dispatch: &Dispatch) -> Html {
    html! {
        <li>
            {prose(lesson.text)}{" "}{reference(lesson.reference)}
            if let Some(question) = lesson.more {
                {" "}{to_place(question, "More", dispatch)}
            }
        </li>
    }
}

/// A link to a question of the guide.
pub fn to_place(question: Question, text: &'static str, dispatch: &Dispatch) -> Html {
    html! {
        <button
            class="link to-guide"
            aria-label={format!("{text}: {}", question.asked().question).replace('`', "")}
            onclick={dispatch.on(Action::QuestionOpened(question))}
        >
            {text}
        </button>
    }
}

#[cfg(test)]
mod tests;
