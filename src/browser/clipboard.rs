//! Copying texts to the clipboard.

use gloo::events::{EventListener, EventListenerOptions};
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
