//! What stands above an example that the guide led to: the way back to the guide, and to the reader's own text.

use std::rc::Rc;

use guide::ASKED;
use yew::prelude::*;

use super::super::app::{Origin, State};
use super::super::commands::Command;
use super::super::element::{button, element};
use super::super::glyphs::prose;

pub struct Tried {
    /// The position of the question that led to it.
    pub place: usize,
    /// The text that it took the place of.
    pub own: Option<Own>,
}

/// The reader's own text, set aside.
#[derive(Clone)]
pub struct Own {
    pub text: Rc<str>,
    pub origin: Origin,
    pub signature_left_out: bool,
    pub claims_redacted: bool,
}

pub fn tried(state: &State) -> Html {
    let Some(tried) = &state.guide.tried else { return Html::default() };
    let question = ASKED.get(tried.place).map_or("", |asked| asked.question);
    element("p")
        .class("tried")
        .hold(element("span").say("An example for “").hold(prose(question)).say("”"))
        .hold(button(Command::OpenGuide(tried.place), "Back to the guide"))
        .when(tried.own.is_some(), |row| row.hold(button(Command::BackToOwn, "Back to your own text")))
        .node()
}
