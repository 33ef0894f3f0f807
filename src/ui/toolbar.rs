//! The bar at the top: the name, the promise, examples and the theme.

use yew::prelude::*;

use super::app::{State, Theme};
use super::commands::Command;
use super::element::{Element, button, element, link};
use super::examples::EXAMPLES;

const THEMES: [(Theme, &str, &str); 3] =
    [(Theme::System, "system", "Auto"), (Theme::Light, "light", "Light"), (Theme::Dark, "dark", "Dark")];

pub fn toolbar(state: &State) -> Html {
    let promise = element("p")
        .class("promise")
        .say("Nothing leaves this page: your browser forbids it to connect. ")
        .hold(link(Command::ShowHowToCheck, "How to check"));
    let tools = element("nav")
        .with("aria-label", "Tools")
        .when(!state.text.is_empty(), |tools| tools.hold(button(Command::Clear, "New").class("only-narrow")))
        .hold(button(Command::ShowGuide, "Guide").class("quiet"))
        .hold(examples())
        .hold(themes(state.theme));
    element("header").class("bar").hold(element("h1").say("JWT Inspector")).hold(promise).hold(tools).node()
}

fn examples() -> Element {
    let examples = EXAMPLES.iter().enumerate().map(|(position, example)| {
        let teaches = element("small").say(example.teaches);
        element("li").hold(button(Command::OpenExample(position), example.name).hold(teaches))
    });
    element("details").class("menu").hold(element("summary").say("Examples")).hold(element("ul").hold_all(examples))
}

fn themes(chosen: Theme) -> Element {
    let options = THEMES.iter().map(|(theme, value, text)| {
        element("option").with("value", value).with_mark("selected", *theme == chosen).say(text)
    });
    element("label")
        .class("theme")
        .hold(element("span").say("Theme"))
        .hold(element("select").with("data-do", "theme").hold_all(options))
}
