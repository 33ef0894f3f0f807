//! The keyboard's shortcuts.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

use super::document::{all, by_id, closest, target};
use super::time::now;
use super::{focus, menus};
use crate::state::{Action, Dispatch};

/// Escape empties the field for searching the checks, and closes their list when the field is empty.
const CATALOGUE_SEARCH: &str = "catalogue-search";

thread_local! {
    static ARE_SINGLE_KEYS_ON: Cell<bool> = const { Cell::new(true) };
}

/// Lets keys that do something by themselves work, or no longer. People who speak to their computer, or hit keys by
/// accident, switch them off (WCAG 2.2 success criterion 2.1.4).
pub fn set_single_keys(are_on: bool) {
    ARE_SINGLE_KEYS_ON.set(are_on);
}

/// `/` goes to the box, `f` to the filter, `h` hides values, `?` opens the list of keys; Escape closes a menu or the guide,
/// empties the filter or leaves a field; Ctrl Z brings back what was cleared; arrows go from tab to tab and from name to name.
pub fn on_key(event: &Event, dispatch: &Dispatch) {
    let (Some(key), Some(target)) = (event.dyn_ref::<KeyboardEvent>(), target(event)) else { return };
    if key.alt_key() {
        return;
    }
    if key.ctrl_key() || key.meta_key() {
        let can_undo = by_id::<HtmlElement>("undo").is_some() && !focus::is_guide_open();
        if key.key().eq_ignore_ascii_case("z") && !key.shift_key() && can_undo && !is_undone_by_browser(&target) {
            event.prevent_default();
            dispatch.send(Action::UndoWanted { now: now() });
        }
        return;
    }
    let is_free = ARE_SINGLE_KEYS_ON.get() && !is_field(&target) && all("dialog[open]").is_empty();
    match &*key.key() {
        "/" if is_free => {
            event.prevent_default();
            dispatch.send(Action::BoxWanted);
        }
        // Firefox searches in the page at this key, and would take the focus out of a dialog.
        "/" if ARE_SINGLE_KEYS_ON.get() && !is_field(&target) => event.prevent_default(),
        "f" if is_free && by_id::<Element>("answer").is_some() => {
            event.prevent_default();
            dispatch.send(Action::FilterWanted);
        }
        "h" if is_free => dispatch.send(Action::HidingToggled),
        "?" if is_free => {
            event.prevent_default();
            dispatch.send(Action::KeysOpened);
        }
        "Escape" if !menus::open_ones().is_empty() => menus::close_all(),
        "Escape" if target.id() == CATALOGUE_SEARCH && has_text(&target) => {
            event.prevent_default();
            dispatch.send(Action::CatalogueSearched(String::new()));
        }
        // The browser closes it.
        "Escape" if !all("dialog[open]").is_empty() => {}
        "Escape" if is_filled_filter(&target) => {
            event.prevent_default();
            dispatch.send(Action::FilterWritten(String::new()));
        }
        "Escape" if is_field(&target) => {
            let _ = target.unchecked_into::<HtmlElement>().blur();
        }
        "Escape" if focus::is_guide_open() => dispatch.send(Action::GuideClosed),
        pressed @ ("ArrowLeft" | "ArrowRight" | "Home" | "End")
            if target.get_attribute("role").as_deref() == Some("tab") =>
        {
            event.prevent_default();
            if let Some(tab) = go_along(&all("[role=tab]"), &target, pressed) {
                tab.click();
            }
        }
        pressed @ ("ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End")
            if closest(&target, "[role=toolbar]").is_some() =>
        {
            event.prevent_default();
            go_along(&all("[role=toolbar] button"), &target, pressed);
        }
        _ => {}
    }
}

fn has_text(field: &Element) -> bool {
    field.dyn_ref::<HtmlInputElement>().is_some_and(|input| !input.value().is_empty())
}

/// The focus goes to the one before or behind this one, to the first or to the last.
fn go_along<'e>(all: &'e [HtmlElement], here: &Element, pressed: &str) -> Option<&'e HtmlElement> {
    let here = all.iter().position(|one| **one == *here).unwrap_or_default();
    let there = match pressed {
        "ArrowLeft" | "ArrowUp" => (here + all.len() - 1) % all.len(),
        "ArrowRight" | "ArrowDown" => (here + 1) % all.len(),
        "Home" => 0,
        _ => all.len() - 1,
    };
    let there = all.get(there)?;
    let _ = there.focus();
    Some(there)
}

fn is_filled_filter(element: &Element) -> bool {
    element.id() == "filter" && element.dyn_ref::<HtmlInputElement>().is_some_and(|field| !field.value().is_empty())
}

fn is_field(element: &Element) -> bool {
    matches!(&*element.tag_name(), "TEXTAREA" | "INPUT" | "SELECT")
}

/// A field with something in it, of which the browser knows what it was before.
fn is_undone_by_browser(element: &Element) -> bool {
    let is_empty_box = element.dyn_ref::<HtmlTextAreaElement>().is_some_and(|text| text.value().is_empty());
    is_field(element) && !is_empty_box
}
