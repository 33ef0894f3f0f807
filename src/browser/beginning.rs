//! What the reader did before the app was there. The page shows an empty box from the first paint on, and what was
//! written or pasted into it must not be lost.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::Properties;

use super::document::{by_id, document, is_box};

#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Beginning {
    /// What the box held.
    pub text: String,
    /// Where the caret stood in it, in UTF-16 units, where it had the focus.
    pub caret: Option<u32>,
}

/// Reads the box that stands in the page as markup, before the app takes its place.
pub fn take() -> Beginning {
    let Some(markup) = by_id::<HtmlTextAreaElement>("box") else {
        return Beginning { text: String::new(), caret: None };
    };
    let has_focus = document().active_element().as_ref().is_some_and(is_box);
    let caret = if has_focus { markup.selection_end().ok().flatten() } else { None };
    Beginning { text: markup.value(), caret }
}

/// Puts the caret where it stood.
pub fn focus_again(beginning: &Beginning) {
    if let Some(caret) = beginning.caret
        && let Some(drawn) = by_id::<HtmlTextAreaElement>("box")
    {
        // A box that takes no focus is still a box.
        let _ = drawn.unchecked_ref::<HtmlElement>().focus();
        let _ = drawn.set_selection_range(caret, caret);
    }
}
