//! What comes into sight.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::{Callback, NodeRef};

use super::document::{by_id, window};
use super::focus;

/// So far around what can be seen it counts as in sight already.
const AROUND: &str = "1000px 0px";

/// Ends when dropped.
pub struct Watch {
    observer: IntersectionObserver,
    _hear: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells which of the stretches in this list that are not drawn yet come into sight, by the number in their attribute
/// `data-stretch`. None where the browser cannot tell.
pub fn watch(list: &NodeRef, sighted: Callback<Vec<usize>>) -> Option<Watch> {
    let list = list.cast::<Element>()?;
    let hear = Closure::new(move |entries: Array| {
        let entries = entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
        let in_sight = entries.filter(IntersectionObserverEntry::is_intersecting);
        let stretches: Vec<usize> =
            in_sight.filter_map(|entry| entry.target().get_attribute("data-stretch")?.parse().ok()).collect();
        if !stretches.is_empty() {
            sighted.emit(stretches);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(AROUND);
    let hear: Closure<dyn FnMut(Array)> = hear;
    let observer = IntersectionObserver::new_with_options(hear.as_ref().unchecked_ref(), &options).ok()?;
    let undrawn = list.query_selector_all(":scope > [data-stretch]").ok()?;
    for position in 0..undrawn.length() {
        if let Some(element) = undrawn.item(position).and_then(|node| node.dyn_into::<Element>().ok()) {
            observer.observe(&element);
        }
    }
    Some(Watch { observer, _hear: hear })
}

/// Tells that the element is on the screen. None where the browser cannot tell.
pub fn watch_one(element: &NodeRef, sighted: Callback<()>) -> Option<Watch> {
    let hear = Closure::new(move |entries: Array| {
        let mut entries = entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
        if entries.any(|entry| entry.is_intersecting()) {
            sighted.emit(());
        }
    });
    let hear: Closure<dyn FnMut(Array)> = hear;
    let observer = IntersectionObserver::new(hear.as_ref().unchecked_ref()).ok()?;
    observer.observe(&element.cast::<Element>()?);
    Some(Watch { observer, _hear: hear })
}

/// Of what can be seen, so much is behind the reader already: what ends above it is no longer read.
const READ: f64 = 0.45;

/// Tells which of the elements of these ids is read, by its position: at once, and whenever the page moves. Ends
/// when dropped.
pub fn watch_places(ids: Vec<String>, told: Callback<Option<usize>>) -> Vec<EventListener> {
    let look = Rc::new(move || told.emit(place_in_sight(&ids)));
    look();
    ["scroll", "resize"]
        .map(|name| {
            let look = Rc::clone(&look);
            EventListener::new(&window(), name, move |_| look())
        })
        .into()
}

/// The one that the outline led to, or the first that reaches below the line where people read.
fn place_in_sight(ids: &[String]) -> Option<usize> {
    if let Some(led_to) = focus::place_led_to()
        && let Some(position) = ids.iter().position(|id| *id == led_to)
    {
        return Some(position);
    }
    let line = window().inner_height().ok().and_then(|height| height.as_f64())? * READ;
    let bottom = |id: &String| Some(by_id::<Element>(id)?.get_bounding_client_rect().bottom());
    let reaches = ids.iter().position(|id| bottom(id).is_some_and(|bottom| bottom > line));
    reaches.or_else(|| ids.len().checked_sub(1))
}
