//! The guide, which stands in place of the token while it is read: what fits, side by side, and what people ask.

mod asked;
mod chooser;
mod table;
pub mod tried;

use guide::lessons::{LESSONS, Lesson};
use guide::{ASKED, Answers, Question};
use yew::prelude::*;

use super::app::State;
use super::commands::Command;
use super::element::{Element, button, element};
use super::glyphs::{prose, short_reference};
pub use asked::id;
use tried::Tried;

/// What the reader does with the guide.
#[derive(Default)]
pub struct Reader {
    pub is_open: bool,
    /// The position of the question it was opened at.
    pub place: Option<usize>,
    pub answers: Answers,
    /// The example it led to, as long as that is shown.
    pub tried: Option<Tried>,
}

impl Reader {
    /// What stands behind `#guide` in the address while it is open: none of it is the reader's.
    pub fn address(&self) -> Option<&'static str> {
        let place = self.place.and_then(|place| ASKED.get(place));
        self.is_open.then(|| place.map_or("", |asked| asked.id))
    }

    pub fn open(&mut self, place: Option<usize>) {
        (self.is_open, self.place) = (true, place);
    }
}

/// The heading of a section, and its id in the page.
const SECTIONS: [(&str, &str); 4] = [
    ("guide-fits", "Which fits?"),
    ("guide-table", "Side by side"),
    ("guide-lessons", "What holds for every token"),
    ("guide-asked", "Questions people ask"),
];

pub fn guide(state: &State) -> Html {
    if !state.guide.is_open {
        return Html::default();
    }
    let back = if state.text.is_empty() { "← Back" } else { "← Back to the token" };
    let answers = state.guide.answers;
    let found = guide::recommend(answers);
    let deciding: &[usize] = if answers.are_none() { &[] } else { &found.deciding };
    let intro = "A token that carries its claims, or a number that the server looks up. Both say who calls; they differ in \
                 what it takes to end one, and in who has to be asked.";
    let header = element("header")
        .hold(element("h2").with("id", "guide-title").with("tabindex", "-1").say("JWT or session cookie: which fits?"))
        .hold(element("p").class("sentence").say(intro));
    element("main")
        .class("guide")
        .with("aria-labelledby", "guide-title")
        .hold(element("p").class("back").hold(button(Command::CloseGuide, back)))
        .hold(header)
        .hold(section(0).hold(chooser::chooser(answers, &found)))
        .hold(section(1).hold(table::table(deciding)))
        .hold(section(2).hold(element("ul").class("lessons").hold_all(LESSONS.iter().map(lesson))))
        .hold(contents())
        .hold(section(3).hold_all(ASKED.iter().enumerate().map(|(place, asked)| asked::asked(place, asked))))
        .node()
}

fn section(position: usize) -> Element {
    let (id, title) = SECTIONS.get(position).copied().unwrap_or_default();
    element("section").with("id", id).with("aria-label", title).hold(element("h3").say(title))
}

fn contents() -> Element {
    let questions = ASKED.iter().enumerate().map(|(place, asked)| {
        element("li").hold(button(Command::OpenGuide(place), "").class("link").hold(prose(asked.question)))
    });
    element("nav")
        .with("aria-label", "Questions")
        .hold(element("h3").with("aria-hidden", "true").say("Questions"))
        .hold(element("ul").hold_all(questions))
}

fn lesson(lesson: &Lesson) -> Element {
    let more = |item: Element, question: Question| item.say(" ").hold(to_place(question.position(), "More"));
    element("li").hold(prose(lesson.text)).say(" ").hold(reference(lesson.reference)).when_some(lesson.more, more)
}

fn reference(text: &str) -> Element {
    element("span").class("reference").text(short_reference(text))
}

/// A link to the question at this position.
pub fn to_place(place: usize, text: &'static str) -> Element {
    let question = ASKED.get(place).map_or("", |asked| asked.question);
    button(Command::OpenGuide(place), text)
        .class("link to-guide")
        .with_value("aria-label", [text, ": ", question].concat().replace('`', ""))
}

#[cfg(test)]
mod tests;
