//! What the mouse, the caret, the focus and presses point at.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlTextAreaElement, PointerEvent};

use super::document::{closest, document, is_box, target};
use super::menus;
use crate::state::{Action, Dispatch, Selection};

thread_local! {
    /// The button that was pressed last. WebKit gives a pressed button no focus.
    static PRESSED: std::cell::RefCell<Option<Element>> = const { std::cell::RefCell::new(None) };
}

/// The button that was pressed last.
pub fn pressed_button() -> Option<Element> {
    PRESSED.with_borrow(Clone::clone)
}

/// Hears a press before the button's own callback does.
pub fn before_click(event: &Event, _: &Dispatch) {
    PRESSED.replace(target(event).and_then(|target| closest(&target, "button")));
}

pub fn on_click(event: &Event, dispatch: &Dispatch) {
    let Some(target) = target(event) else { return };
    let is_on_button = closest(&target, "button, select, input").is_some();
    menus::close_others(&target, is_on_button);
    if is_on_button {
        return;
    }
    if is_box(&target) {
        if let Some(units) = caret() {
            dispatch.send(Action::BoxTapped(units));
        }
    } else if target.is_instance_of::<HtmlDialogElement>() {
        // Its own area is covered by its content, so this was the backdrop around it.
        target.unchecked_into::<HtmlDialogElement>().close();
    } else {
        dispatch.send(Action::Pinned(selection_of(&target)));
    }
}

pub fn on_focus(event: &Event, dispatch: &Dispatch) {
    if let Some(selection) = target(event).as_ref().and_then(selection_of) {
        dispatch.send(Action::Pinned(Some(selection)));
    }
}

pub fn on_selection(_: &Event, dispatch: &Dispatch) {
    if let Some(units) = caret() {
        dispatch.send(Action::CaretMoved(units));
    }
}

/// Over the box, what lies beneath it counts. A finger points by tapping.
pub fn on_pointer(event: &Event, last: &Cell<Option<Selection>>, dispatch: &Dispatch) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
    let Some(target) = target(event).filter(|_| pointer.pointer_type() == "mouse") else { return };
    let selection = if target.is_instance_of::<HtmlTextAreaElement>() {
        let beneath = document().elements_from_point(pointer.client_x() as f32, pointer.client_y() as f32);
        beneath.iter().find_map(|element| written_at(&element.dyn_into::<Element>().ok()?))
    } else {
        selection_of(&target)
    };
    if last.replace(selection) != selection {
        dispatch.send(Action::Pointed(selection));
    }
}

/// Where the caret stands in the box, in UTF-16 units, when it is there and nothing is selected.
fn caret() -> Option<usize> {
    let textarea = document().active_element().filter(is_box)?.dyn_into::<HtmlTextAreaElement>().ok()?;
    let start = textarea.selection_start().ok()??;
    let end = textarea.selection_end().ok()??;
    (start == end).then_some(start as usize)
}

fn selection_of(element: &Element) -> Option<Selection> {
    written_at(&closest(element, "[data-selection]")?)
}

fn written_at(element: &Element) -> Option<Selection> {
    Selection::from_attribute(&element.get_attribute("data-selection")?)
}
