//! Of a long table whose rows are drawn while they are in sight: what is in sight, and which row has the focus.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::{Callback, NodeRef};

use super::document::{document, window};

/// How many rows may be scrolled by before what is drawn changes.
const STEP: f64 = 8.0;

/// What is in sight of the rows, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sight {
    /// How far they are scrolled, in whole steps.
    pub top: f64,
    pub height: f64,
    /// As high as a row is.
    pub row: f64,
    /// As high as the head of a section is.
    pub head: f64,
}

impl Sight {
    /// Before anything was drawn.
    pub const FIRST: Self = Self { top: 0.0, height: 900.0, row: 48.0, head: 30.0 };
}

/// Looks at what was drawn. None while the table is not shown.
pub fn sight(rows: &NodeRef) -> Option<Sight> {
    let rows = rows.cast::<Element>()?;
    let height = f64::from(rows.client_height());
    if height == 0.0 {
        return None;
    }
    let of = |selector: &str| {
        let drawn = rows.query_selector(selector).ok().flatten()?;
        Some(drawn.get_bounding_client_rect().height()).filter(|height| *height > 0.0)
    };
    let row = of("[aria-selected]").unwrap_or(Sight::FIRST.row);
    let head = of("[data-head]").unwrap_or(Sight::FIRST.head);
    let top = f64::from(rows.scroll_top());
    Some(Sight { top: top - top % (row * STEP), height, row, head })
}

/// Brings the stretch from `top` to `bottom` into sight, with no more scrolling than it takes.
pub fn reveal(rows: &NodeRef, top: f64, bottom: f64) {
    let Some(rows) = rows.cast::<Element>() else { return };
    let (from, height) = (f64::from(rows.scroll_top()), f64::from(rows.client_height()));
    if top < from {
        rows.set_scroll_top(top as i32);
    } else if bottom > from + height {
        rows.set_scroll_top((bottom - height).ceil() as i32);
    }
}

pub fn scroll_to_first(rows: &NodeRef) {
    if let Some(rows) = rows.cast::<Element>() {
        rows.set_scroll_top(0);
    }
}

/// The row of the table that Tab leads to: the chosen one, where it is listed.
pub fn focus_chosen() {
    let row = document().query_selector("#tokens [role=row][tabindex='0']").ok().flatten();
    if let Some(row) = row {
        let without_scrolling = FocusOptions::new();
        without_scrolling.set_prevent_scroll(true);
        let _ = row.unchecked_into::<HtmlElement>().focus_with_options(&without_scrolling);
    }
}

pub fn focus_filter() {
    if let Some(filter) = document().get_element_by_id("token-filter") {
        let _ = filter.unchecked_into::<HtmlElement>().focus();
    }
}

/// Tells when the window has another size. Ends when dropped.
pub struct Resizing {
    _listener: EventListener,
}

pub fn on_resize(resized: Callback<()>) -> Resizing {
    Resizing { _listener: EventListener::new(&window(), "resize", move |_| resized.emit(())) }
}
