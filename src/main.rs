//! Mounts the page.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main>{ "JWT Inspector" }</main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
