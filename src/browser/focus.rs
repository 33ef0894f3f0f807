//! Where the page stands and what has the focus.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlDetailsElement, HtmlElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::columns::columns;
use super::document::{all, by_id, closest, document, window};
use crate::state::columns::Columns;

/// The guide while it is open.
const GUIDE: &str = "main.guide";

pub fn open_details(id: &str) {
    if let Some(details) = by_id::<HtmlDetailsElement>(id) {
        details.set_open(true);
        scroll_to(&details, ScrollLogicalPosition::Start);
        if let Ok(Some(summary)) = details.query_selector("summary") {
            let _ = summary.unchecked_into::<HtmlElement>().focus();
        }
    }
}

/// Brings it into view, and the focus to it or to its first button.
pub fn go_to(id: &str) {
    let Some(element) = by_id::<HtmlElement>(id) else { return };
    open_around(&element);
    scroll_to(&element, ScrollLogicalPosition::Nearest);
    let is_control = is_text_field(&element) || matches!(&*element.tag_name(), "BUTTON" | "SELECT");
    let takes_focus = element.has_attribute("tabindex") || is_control;
    let inner = element.query_selector("button").ok().flatten();
    let target = if takes_focus { Some(element) } else { inner.map(|inner| inner.unchecked_into()) };
    if let Some(target) = target {
        let _ = target.focus();
    }
}

/// Where the answer takes the place of what led to it.
pub fn go_to_answer_if_narrow() {
    if !is_wide() {
        if let Some(answer) = by_id::<HtmlElement>("answer") {
            let _ = answer.focus();
        }
        scroll_to_top();
    }
}

thread_local! {
    /// Where the outline led last, and how far the page is scrolled there.
    static PLACE: RefCell<Option<(String, f64)>> = const { RefCell::new(None) };
}

/// Brings the element of this id to the top of the view, and the focus to its heading: so Tab goes on from there.
pub fn go_to_place(id: &str) {
    let Some(element) = by_id::<HtmlElement>(id) else { return };
    open_around(&element);
    if let Some(heading) = heading_of(&element) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
    }
    element.scroll_into_view();
    PLACE.replace(Some((id.to_owned(), window().scroll_y().unwrap_or_default())));
}

fn is_text_field(element: &HtmlElement) -> bool {
    matches!(&*element.tag_name(), "TEXTAREA" | "INPUT")
}

/// What takes the focus by a script alone.
fn heading_of(element: &HtmlElement) -> Option<HtmlElement> {
    if is_text_field(element) || element.has_attribute("tabindex") {
        return Some(element.clone());
    }
    let heading: HtmlElement = element.query_selector("h2").ok().flatten()?.unchecked_into();
    let _ = heading.set_attribute("tabindex", "-1");
    Some(heading)
}

/// The id that the outline led to, as long as the page was not scrolled since.
pub fn place_led_to() -> Option<String> {
    let here = window().scroll_y().unwrap_or_default();
    PLACE.with_borrow(|place| {
        place.as_ref().filter(|(_, scrolled)| (scrolled - here).abs() < 2.0).map(|(id, _)| id.clone())
    })
}

/// What stands in a closed `details` element can be neither seen nor focused.
fn open_around(element: &Element) {
    let mut around = element.closest("details").ok().flatten();
    while let Some(details) = around {
        around = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
        details.unchecked_into::<HtmlDetailsElement>().set_open(true);
    }
}

/// What had the focus is gone.
pub fn is_lost() -> bool {
    document().active_element().is_none_or(|focused| focused.tag_name() == "BODY")
}

pub fn is_guide_open() -> bool {
    !all(GUIDE).is_empty()
}

thread_local! {
    /// The button that opened the guide, and how far the page was scrolled then.
    static LEFT: RefCell<Option<(HtmlElement, f64)>> = const { RefCell::new(None) };
}

/// Remembers where the guide is opened: at this button.
pub fn leave_for_guide(button: &Element) {
    if !is_guide_open() {
        let button = button.clone().unchecked_into();
        LEFT.replace(Some((button, window().scroll_y().unwrap_or_default())));
    }
}

/// From the guide to where it was opened.
pub fn come_back() {
    if let Some((button, scrolled)) = LEFT.take() {
        let _ = button.focus();
        window().scroll_to_with_x_and_y(0.0, scrolled);
    } else if let Some(button) = by_id::<HtmlElement>("guide-button") {
        let _ = button.focus();
        scroll_to_top();
    }
}

/// At once, however far it is.
pub fn jump_to(id: &str) {
    if let Some(element) = by_id::<HtmlElement>(id) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// What is marked of the text. The box alone is scrolled: the column that it stands in moves with the page.
pub fn reveal_in_box() {
    let Some(marked) = document().query_selector(".box [data-marked]").ok().flatten().filter(|_| is_wide()) else {
        return;
    };
    if let Some(text_box) = closest(&marked, ".box") {
        let (run, view) = (marked.get_bounding_client_rect(), text_box.get_bounding_client_rect());
        if run.top() < view.top() || run.bottom() > view.bottom() {
            text_box.set_scroll_top(text_box.scroll_top() + (run.top() - view.top()) as i32 - ABOVE_MARKED);
        }
    }
}

/// So many pixels of the text stay in view above what is marked.
const ABOVE_MARKED: i32 = 24;

/// Text and answer stand side by side.
fn is_wide() -> bool {
    columns() != Columns::One
}

/// Brings it into view where text and answer stand side by side, so that the view does not jump elsewhere.
pub fn reveal_beside(selector: &str) {
    if is_wide()
        && let Ok(Some(element)) = document().query_selector(selector)
    {
        scroll_to(&element, ScrollLogicalPosition::Nearest);
    }
}

/// Behind a paste the browser scrolls to the caret in the next frame.
const AFTER_CARET_MILLISECONDS: u32 = 40;

/// Also once more, behind the browser's own scrolling to the caret.
pub fn scroll_to_top() {
    let scroll = || window().scroll_to_with_x_and_y(0.0, 0.0);
    scroll();
    Timeout::new(AFTER_CARET_MILLISECONDS, scroll).forget();
}

fn scroll_to(element: &Element, block: ScrollLogicalPosition) {
    let still =
        window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|query| query.matches());
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if still { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
