//! The questions with their answers as buttons, and what fits the answers that were given.

use guide::Answers;
use guide::choices::{CHOICES, Choice};
use guide::recommend::Recommendation;

use super::super::commands::Command;
use super::super::element::{Element, button, element};
use super::super::glyphs::prose;
use super::reference;

pub fn chooser(answers: Answers, found: &Recommendation) -> Element {
    element("div")
        .class("chooser")
        .hold_all(CHOICES.iter().map(|question| group(question, answers)))
        .hold(recommendation(answers, found))
}

fn group(question: &Choice, answers: Answers) -> Element {
    let choices = question.answers.iter().map(|(answer, text)| {
        let is_given = if answers.has(*answer) { "true" } else { "false" };
        button(Command::Answer(*answer as usize), *text).with("aria-pressed", is_given)
    });
    element("div")
        .class("question")
        .with("role", "group")
        .with("aria-label", question.text)
        .hold(element("p").say(question.text))
        .hold(element("div").class("cluster").hold_all(choices))
}

fn recommendation(answers: Answers, found: &Recommendation) -> Element {
    let standing = match (answers.are_none(), answers.are_complete()) {
        (true, _) => "Before any answer",
        (_, false) => "What fits so far",
        (_, true) => "What fits",
    };
    let head = element("header")
        .with("role", "status")
        .hold(element("small").say(standing).say(": "))
        .hold(element("h4").hold(prose(found.title)));
    element("article")
        .class("panel fits")
        .with("data-fits", found.id)
        .hold(head)
        .hold(element("p").hold(prose(found.summary)))
        .hold(
            element("dl")
                .class("facts")
                .fact("Because", list(&found.reasons))
                .fact("It costs", list(&found.costs))
                .fact("Written in", element("dd").hold(reference(found.reference))),
        )
}

fn list(sentences: &[&str]) -> Element {
    element("dd").hold(element("ul").hold_all(sentences.iter().map(|said| element("li").hold(prose(said)))))
}
