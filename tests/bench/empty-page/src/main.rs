//! A page with one word on it, which measurements wait for as they wait for the product's answer.

use yew::prelude::*;

/// Takes the place of the whole body, so it brings the element in which the boot script looks for the app.
#[component]
fn EmptyPage() -> Html {
    html! { <div id="app"><p id="empty-yew-page">{"Expired"}</p></div> }
}

fn main() {
    yew::Renderer::<EmptyPage>::new().render();
}
