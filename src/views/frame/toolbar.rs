//! The bar at the top: the name, the promise, examples and the theme.

use yew::prelude::*;

use crate::browser::document::value_of;
use crate::browser::time::now;
use crate::state::examples::EXAMPLES;
use crate::state::settings::Theme;
use crate::state::{Action, Dispatch};
use crate::views::paste::empty::example;

#[derive(Properties, PartialEq)]
pub struct ToolbarProps {
    pub has_text: bool,
    pub theme: Theme,
    pub dispatch: Dispatch,
}

#[component]
pub fn Toolbar(ToolbarProps { has_text, theme, dispatch }: &ToolbarProps) -> Html {
    html! {
        <header class="bar">
            <h1>{"JWT Inspector"}</h1>
            <p class="promise">
                {"Nothing leaves this page, and its policy lets it load nothing. "}
                <button class="link" onclick={dispatch.on(Action::HowToCheckWanted)}>{"How to check"}</button>
            </p>
            <nav aria-label="Tools">
                if *has_text {
                    <button
                        class="only-narrow"
                        onclick={dispatch.from(|_: MouseEvent| Some(Action::Cleared { now: now() }))}
                    >
                        {"New"}
                    </button>
                }
                <button id="guide-button" class="quiet" onclick={dispatch.on(Action::GuideOpened)}>{"Guide"}</button>
                {examples(dispatch)}
                {themes(*theme, dispatch)}
                <button class="quiet keys-button" aria-label="Keyboard" onclick={dispatch.on(Action::KeysOpened)}>
                    <kbd>{"?"}</kbd>
                </button>
            </nav>
        </header>
    }
}

fn examples(dispatch: &Dispatch) -> Html {
    html! {
        <details class="menu">
            <summary>{"Examples"}</summary>
            // Firefox gives whatever scrolls a stop for the Tab key; its buttons are stops already.
            <ul tabindex="-1">
                for (position, teaches) in EXAMPLES.iter().map(|example| example.teaches).enumerate() {
                    <li>{example(position, dispatch)}<small>{teaches}</small></li>
                }
            </ul>
        </details>
    }
}

fn themes(chosen: Theme, dispatch: &Dispatch) -> Html {
    let onchange = dispatch.from(|event: Event| Some(Action::ThemeChosen(Theme::from_id(&value_of(&event)?)?)));
    let name = |theme: Theme| match theme {
        Theme::System => "Auto",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    };
    html! {
        <label class="theme">
            <span>{"Theme"}</span>
            <select {onchange}>
                for theme in Theme::ALL {
                    <option value={theme.id()} selected={theme == chosen}>{name(theme)}</option>
                }
            </select>
        </label>
    }
}
