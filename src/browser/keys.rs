//! The keyboard's shortcuts.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::document::{all, target};
use super::{focus, menus};
use crate::state::{Action, Dispatch};

/// `/` goes to the box, `h` hides values, Escape leaves a menu or the guide, or clears; arrows go from tab to tab.
pub fn on_key(event: &Event, dispatch: &Dispatch) {
    let (Some(key), Some(target)) = (event.dyn_ref::<KeyboardEvent>(), target(event)) else { return };
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    match &*key.key() {
        "/" if !is_field(&target) && all("dialog[open]").is_empty() => {
            event.prevent_default();
            focus::go_to("box");
        }
        "h" if !is_field(&target) && all("dialog[open]").is_empty() => dispatch.send(Action::HidingToggled),
        "Escape" if !menus::open_ones().is_empty() => menus::close_all(),
        "Escape" if all("dialog[open]").is_empty() => {
            dispatch.send(if focus::is_guide_open() { Action::GuideClosed } else { Action::Cleared });
        }
        pressed @ ("ArrowLeft" | "ArrowRight" | "Home" | "End")
            if target.get_attribute("role").as_deref() == Some("tab") =>
        {
            let tabs = all("[role=tab]");
            let here = tabs.iter().position(|tab| **tab == target).unwrap_or_default();
            let there = match pressed {
                "ArrowLeft" => (here + tabs.len() - 1) % tabs.len(),
                "ArrowRight" => (here + 1) % tabs.len(),
                "Home" => 0,
                _ => tabs.len() - 1,
            };
            event.prevent_default();
            if let Some(tab) = tabs.get(there) {
                let _ = tab.focus();
                tab.click();
            }
        }
        _ => {}
    }
}

fn is_field(element: &Element) -> bool {
    matches!(&*element.tag_name(), "TEXTAREA" | "INPUT" | "SELECT")
}
