//! Texts and files that are pasted or dropped anywhere on the page.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DragEvent, Element, Event, HtmlTextAreaElement};

use super::document::{closest, is_box, target};
use super::files::{take_file, take_key, take_text, text_in};
use crate::state::comparing::SECOND_LIMIT;
use crate::state::expecting::ExpectationUse;
use crate::state::expecting::form::ExpectationField;
use crate::state::paste::EDITABLE;
use crate::state::{Action, Dispatch};

/// In the box, short texts are left to the browser, which can undo them. All others replace what is there. What goes
/// into another field is that field's alone.
pub fn on_paste(event: &Event, dispatch: &Dispatch) {
    if target(event).is_some_and(|target| takes_text(&target) && !is_box(&target)) {
        return;
    }
    let Some(clipboard) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
    let textarea = target(event).and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    let pasted = text_in(&clipboard);
    if pasted.length() == 0 {
        // What has a text beside it is a picture of that text: spreadsheets do so.
        if take_file(&clipboard, dispatch) {
            event.prevent_default();
        }
        return;
    }
    let text = match textarea {
        None => pasted,
        Some(textarea) if textarea.text_length() + pasted.length() <= EDITABLE as u32 => return,
        Some(textarea) => in_place_of_selection(&textarea, &pasted),
    };
    event.prevent_default();
    take_text(&text, dispatch);
}

fn in_place_of_selection(textarea: &HtmlTextAreaElement, pasted: &JsString) -> JsString {
    let units = |units: Result<Option<u32>, JsValue>| units.ok().flatten().unwrap_or_default();
    let (start, end) = (units(textarea.selection_start()), units(textarea.selection_end()));
    let before = JsString::from(textarea.value());
    before.slice(0, start).concat(pasted).concat(&before.slice(end, before.length()))
}

/// Never left to the browser: it would open what is dropped in place of this page.
pub fn on_drop(event: &Event, dispatch: &Dispatch) {
    event.prevent_default();
    let Some(dropped) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return };
    if target(event).and_then(|target| closest(&target, "#check")).is_some() {
        take_key(&dropped, dispatch);
        return;
    }
    if let Some(other) = target(event).filter(|target| takes_text(target) && !is_box(target)) {
        if let Ok(textarea) = other.dyn_into::<HtmlTextAreaElement>() {
            let text: String = text_in(&dropped).slice(0, SECOND_LIMIT as u32).into();
            let field = ExpectationField::ALL.into_iter().find(|field| field.id() == textarea.id());
            textarea.set_value(&text);
            dispatch.send(match field {
                Some(field) => Action::ExpectationUsed(ExpectationUse::Written { field, text }),
                None => Action::SecondWritten(text),
            });
        }
        return;
    }
    // What has a file beside it is that file's name.
    if !take_file(&dropped, dispatch) {
        take_text(&text_in(&dropped), dispatch);
    }
}

fn takes_text(element: &Element) -> bool {
    matches!(&*element.tag_name(), "TEXTAREA" | "INPUT")
}
