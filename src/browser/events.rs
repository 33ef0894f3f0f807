//! What happens in the document as a whole: each event becomes an action.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, EventTarget, HtmlDialogElement, InputEvent, PageTransitionEvent};

use super::address::{fragment, take_fragment};
use super::document::{document, target, value_of, window};
use super::time::now;
use super::{columns, keys, pointing, transfer};
use crate::state::paste::Origin;
use crate::state::{Action, Dispatch, Selection};

/// Detached when dropped.
pub type Listeners = Vec<EventListener>;

/// What a link's fragment brings.
type ReadFragment = fn(&str) -> Option<Action>;

pub fn listen(dispatch: &Dispatch, read_fragment: ReadFragment) -> Listeners {
    let on = |name: &'static str, hear: fn(&Event, &Dispatch)| {
        let dispatch = dispatch.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), name, options, move |event| hear(event, &dispatch))
    };
    // Some events do not rise to the document, but pass it on their way down.
    let before = |name: &'static str, hear: fn(&Event, &Dispatch)| {
        let dispatch = dispatch.clone();
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&document(), name, options, move |event| hear(event, &dispatch))
    };
    let of_window = |name: &'static str, hear: fn(&Event, &Dispatch)| {
        let dispatch = dispatch.clone();
        EventListener::new(&window(), name, move |event| hear(event, &dispatch))
    };
    // Where the page moves under a mouse that rests, only the second comes.
    let last_pointed: Rc<Cell<Option<Selection>>> = Rc::default();
    let pointed = ["pointermove", "pointerover"].map(|name| {
        let (dispatch, last) = (dispatch.clone(), Rc::clone(&last_pointed));
        EventListener::new(&document(), name, move |event| pointing::on_pointer(event, &last, &dispatch))
    });
    // Both come of one step through the history; a token is out of the address by the second.
    let hash = {
        let dispatch = dispatch.clone();
        EventListener::new(&window(), "hashchange", move |_| {
            if let Some(action) = read_address(read_fragment) {
                dispatch.send(action);
            }
        })
    };
    let history = {
        let dispatch = dispatch.clone();
        EventListener::new(&window(), "popstate", move |_| {
            dispatch.send(read_address(read_fragment).unwrap_or(Action::AddressRead(None)));
        })
    };
    let entered: Rc<RefCell<Option<EventTarget>>> = Rc::default();
    let drag_in = {
        let (dispatch, entered) = (dispatch.clone(), Rc::clone(&entered));
        EventListener::new(&document(), "dragenter", move |event| {
            entered.replace(event.target());
            dispatch.send(Action::DraggedOver(holds_file(event)));
        })
    };
    // What is entered is told before what is left: the last one entered is left only where the page is.
    let drag_out = {
        let dispatch = dispatch.clone();
        EventListener::new(&document(), "dragleave", move |event| {
            if *entered.borrow() == event.target() {
                dispatch.send(Action::DraggedOver(false));
            }
        })
    };
    let mut listeners = vec![
        before("click", pointing::before_click),
        on("click", pointing::on_click),
        on("focusin", pointing::on_focus),
        on("selectionchange", pointing::on_selection),
        on("keydown", keys::on_key),
        on("paste", transfer::on_paste),
        on("dragover", |event, _| event.prevent_default()),
        on("drop", |event, dispatch| {
            dispatch.send(Action::DraggedOver(false));
            transfer::on_drop(event, dispatch);
        }),
        before("close", on_close),
        on("visibilitychange", |_, dispatch| dispatch.send(Action::Ticked(now()))),
        of_window("pagehide", |_, dispatch| dispatch.send(Action::PageLeft)),
        of_window("pageshow", |event, dispatch| {
            // From the browser's memory, as the page was left.
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
                dispatch.send(Action::PageLeft);
            }
        }),
        of_window("afterprint", |_, dispatch| dispatch.send(Action::PrintEnded)),
        hash,
        history,
        drag_in,
        drag_out,
    ];
    listeners.extend(pointed);
    listeners.extend(columns::listen(dispatch));
    listeners
}

/// What the address brings. A token or a check leaves it at once; a place of the guide stays.
fn read_address(read_fragment: ReadFragment) -> Option<Action> {
    let action = read_fragment(&fragment())?;
    if !matches!(action, Action::AddressRead(_)) {
        take_fragment();
    }
    Some(action)
}

fn holds_file(event: &Event) -> bool {
    let given = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    given.is_some_and(|given| given.types().includes(&"Files".into(), 0))
}

/// The browser reports the closing a little later. A dialog that was opened again by then stays open.
fn on_close(event: &Event, dispatch: &Dispatch) {
    let dialog = target(event).and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
    if dialog.is_some_and(|dialog| !dialog.open()) {
        dispatch.send(Action::DialogClosed);
    }
}

/// What typing or pasting into the text box made of the text.
pub fn edit(event: &InputEvent) -> Option<Action> {
    let is_pasted = matches!(&*event.input_type(), "insertFromPaste" | "insertFromDrop");
    let origin = if is_pasted { Origin::PastedIntoBox } else { Origin::Typed };
    Some(Action::Edited { text: value_of(event)?, origin, now: now() })
}
