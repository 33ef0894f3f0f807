//! The bar at the top: the name, the promise, examples and the theme.

use yew::prelude::*;

use super::app::{State, Theme};
use super::commands::Command;
use super::examples::EXAMPLES;

pub fn toolbar(state: &State) -> Html {
    html! {
        <header class="bar">
            <h1>{ "JWT Inspector" }</h1>
            <p class="promise">
                { "Nothing leaves this page: your browser forbids it to connect. " }
                <button class="link" data-do={Command::ShowHowToCheck.to_attribute()}>{ "How to check" }</button>
            </p>
            <nav aria-label="Tools">
                if !state.text.is_empty() {
                    <button class="only-narrow" data-do={Command::Clear.to_attribute()}>{ "New" }</button>
                }
                <details class="menu">
                    <summary>{ "Examples" }</summary>
                    <ul>
                        for (position, example) in EXAMPLES.iter().enumerate() {
                            <li>
                                <button data-do={Command::OpenExample(position).to_attribute()}>
                                    { example.name }
                                    <small>{ example.teaches }</small>
                                </button>
                            </li>
                        }
                    </ul>
                </details>
                <label class="theme">
                    <span>{ "Theme" }</span>
                    <select data-do="theme">
                        { option(state, Theme::System, "system", "Auto") }
                        { option(state, Theme::Light, "light", "Light") }
                        { option(state, Theme::Dark, "dark", "Dark") }
                    </select>
                </label>
            </nav>
        </header>
    }
}

fn option(state: &State, theme: Theme, value: &'static str, text: &'static str) -> Html {
    html! { <option {value} selected={state.theme == theme}>{ text }</option> }
}
