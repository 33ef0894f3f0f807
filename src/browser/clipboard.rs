//! Copying texts to the clipboard, and reading it where a button asks for that.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, HtmlDocument};

use super::document::{document, window};

pub fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        done(copy_by_command(text));
        return;
    }
    spawn_local(async move {
        let written = JsFuture::from(clipboard.write_text(&text)).await.is_ok();
        done(written || copy_by_command(text));
    });
}

/// Whether a button is offered that pastes: where fingers press it and the clipboard can be read. Browsers ask the reader.
pub fn can_paste_by_button() -> bool {
    let is_touched = "(hover: none) and (pointer: coarse)";
    let is_touched = window().match_media(is_touched).ok().flatten().is_some_and(|query| query.matches());
    let clipboard = window().navigator().clipboard();
    // Firefox for Android has a clipboard, and may have no way to read it.
    is_touched && !clipboard.is_undefined() && Reflect::has(&clipboard, &"readText".into()).unwrap_or_default()
}

/// None where the browser or the reader refuses.
pub fn read(done: impl FnOnce(Option<String>) + 'static) {
    spawn_local(async move {
        let text = JsFuture::from(window().navigator().clipboard().read_text()).await;
        done(text.ok().and_then(|text| text.as_string()));
    });
}

/// The old way, for addresses that are not secure.
fn copy_by_command(text: String) -> bool {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::once_with_options(&document(), "copy", options, move |event| {
        if let Some(clipboard) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) {
            let _ = clipboard.set_data("text/plain", &text);
            event.prevent_default();
        }
    });
    let copied = document().dyn_into::<HtmlDocument>().ok().and_then(|document| document.exec_command("copy").ok());
    drop(listener);
    copied == Some(true)
}
