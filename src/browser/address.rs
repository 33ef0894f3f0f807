//! The address of the page: read when it opens, and written only to take a token out or to name a place of the guide.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::document::window;

/// What stood behind the `#` when the page was opened. The first script has taken it out of the address.
pub fn first_fragment() -> String {
    let taken = Reflect::get(&window(), &"takeFragment".into()).ok().and_then(|take| take.dyn_into::<Function>().ok());
    match taken {
        Some(take) => {
            take.call0(&JsValue::UNDEFINED).ok().and_then(|fragment| fragment.as_string()).unwrap_or_default()
        }
        None => take_fragment(),
    }
}

/// What stands behind the `#`.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Takes what stands behind the `#` out of the address.
pub fn take_fragment() -> String {
    let fragment = fragment();
    if !fragment.is_empty()
        && let Ok(history) = window().history()
    {
        // Where it is refused, the fragment stays in the address; it is read all the same.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address_with_query()));
    }
    fragment
}

/// Says in the address whether the guide is open, and at which place. Texts of ours alone come here.
pub fn write_guide(place: Option<&'static str>) {
    if let Ok(history) = window().history() {
        // Where it is refused, the guide is open all the same.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&with_guide(place)));
    }
}

/// The same in a new entry of the browser's history, so that Back leads out of the guide and not off the page.
pub fn enter_guide(place: &'static str) {
    if let Ok(history) = window().history() {
        // The page itself goes back to where it was scrolled.
        let _ = Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&with_guide(Some(place))));
    }
}

/// Out of the entry that [`enter_guide`] made.
pub fn leave_guide() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

fn with_guide(place: Option<&'static str>) -> String {
    address_with_query()
        + &match place {
            None => String::new(),
            Some("") => "#guide".to_owned(),
            Some(place) => format!("#guide={place}"),
        }
}

/// Whether the query has one of these names. What they are set to is not read.
pub fn query_names(names: &[&str]) -> bool {
    let query = window().location().search().unwrap_or_default();
    let mut pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    pairs.any(|(name, _)| names.contains(&name))
}

/// Without query and fragment.
pub fn address() -> String {
    address_with_query().split('?').next().unwrap_or_default().to_owned()
}

fn address_with_query() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}
