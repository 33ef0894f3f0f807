//! Menus that are `details` elements: one that is open closes with the next press.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement};

use super::document::{all, closest, document};

pub fn open_ones() -> Vec<HtmlElement> {
    all("details.menu[open]")
}

pub fn close_all() {
    open_ones().into_iter().for_each(close_menu);
}

/// Closes those that a press on this element does not belong to. A button inside one closes it too.
pub fn close_others(pressed: &Element, is_on_button: bool) {
    let menu = closest(pressed, "details.menu");
    for open in open_ones() {
        if is_on_button || !menu.as_ref().is_some_and(|menu| *menu == *open) {
            close_menu(open);
        }
    }
}

/// The focus goes back to where the menu was opened.
fn close_menu(menu: HtmlElement) {
    let has_focus = document().active_element().is_some_and(|focused| menu.contains(Some(&focused)));
    let summary = menu.query_selector("summary").ok().flatten();
    menu.unchecked_into::<HtmlDetailsElement>().set_open(false);
    if let Some(summary) = summary.filter(|_| has_focus) {
        let _ = summary.unchecked_into::<HtmlElement>().focus();
    }
}
