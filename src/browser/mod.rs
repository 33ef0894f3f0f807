//! The only folder that knows the browser: events become actions, and effects are carried out.
//!
//! There is no network in here, no storage and no log. The address is read, and written only to take a token out or to
//! name a place of the guide.

pub mod address;
pub mod beginning;
mod clipboard;
mod columns;
mod crypto;
pub mod document;
pub mod events;
pub mod files;
mod focus;
mod keys;
mod menus;
mod perform;
mod pointing;
pub mod scan;
pub mod sight;
mod stop;
pub mod table;
pub mod time;
mod transfer;

pub use clipboard::can_paste_by_button;
pub use columns::columns;
pub use perform::perform;

use yew::BaseComponent;

use beginning::Beginning;

/// Draws the page in the place of what stood there until the app had arrived.
pub fn mount<Page: BaseComponent<Properties = Beginning>>() {
    let beginning = beginning::take();
    match document::document().get_element_by_id("app") {
        Some(place) => yew::Renderer::<Page>::with_root_and_props(place, beginning).render(),
        None => yew::Renderer::<Page>::with_props(beginning).render(),
    };
}

/// Remembers where the guide is opened, for the way back.
pub fn leave_for_guide() {
    if let Some(button) = pointing::pressed_button() {
        focus::leave_for_guide(&button);
    }
}
