//! Files and long texts that are brought to the page or taken from it.

use std::cell::Cell;
use std::rc::Rc;

use decode::base64url;
use decode::slices::{Excerpt, SlicedText};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, JsString, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DataTransfer, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

use super::document::{by_id, document, target};
use super::stop;
use super::time::{is_in_time, milliseconds, now, pause};
use crate::state::binary::BinaryForm;
use crate::state::checking::KEY_LIMIT;
use crate::state::paste::{GivenFile, HELD_WHOLE, LONGEST_EXCERPT, Loading, Origin, READ_AT_ONCE};
use crate::state::{Action, Dispatch};

/// Hands a text out as a file, from memory.
pub fn save(name: &str, text: &str) {
    let saved = || -> Result<(), JsValue> {
        let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
        Timeout::new(10_000, move || {
            let _ = Url::revoke_object_url(&address);
        })
        .forget();
        Ok(())
    };
    // Where the browser refuses there is nothing to be done; the report can be copied.
    let _ = saved();
}

/// `id` is that of the field for it.
pub fn choose(id: &str) {
    if let Some(input) = by_id::<HtmlInputElement>(id) {
        // So that the same file can be chosen again.
        input.set_value("");
        input.click();
    }
}

/// Reads the file that was chosen.
pub fn take_chosen(event: &Event, dispatch: &Dispatch) {
    if let Some(file) = chosen(event) {
        read(&file, Some(file.name()), dispatch.clone());
    }
}

/// The same for a file with a key.
pub fn take_chosen_key(event: &Event, dispatch: &Dispatch) {
    if let Some(file) = chosen(event) {
        read_key(&file, dispatch.clone());
    }
}

fn chosen(event: &Event) -> Option<File> {
    let input = target(event)?.dyn_into::<HtmlInputElement>().ok()?;
    input.files()?.get(0)
}

/// What is dropped where a key goes: a file, or a text.
pub fn take_key(given: &DataTransfer, dispatch: &Dispatch) {
    match given.files().and_then(|files| files.get(0)) {
        Some(file) => read_key(&file, dispatch.clone()),
        None => {
            let text: String = text_in(given).slice(0, KEY_LIMIT as u32).into();
            dispatch.send(Action::KeyWritten(text.into()));
        }
    }
}

fn read_key(file: &File, dispatch: Dispatch) {
    let Ok(beginning) = file.slice_with_f64_and_f64(0.0, KEY_LIMIT as f64) else { return };
    spawn_local(async move {
        if let Ok(buffer) = JsFuture::from(beginning.array_buffer()).await {
            let bytes = Uint8Array::new(&buffer).to_vec();
            // Certificates are often files in DER (.cer, .der): in base64 they can stand in a text.
            let text = String::from_utf8(bytes).unwrap_or_else(|refused| base64url::encode(refused.as_bytes()));
            dispatch.send(Action::KeyWritten(text.into()));
        }
    });
}

/// Reads the first file that is given, if any.
pub fn take_file(given: &DataTransfer, dispatch: &Dispatch) -> bool {
    let file = given.files().and_then(|files| files.get(0));
    if let Some(file) = &file {
        read(file, Some(file.name()), dispatch.clone());
    }
    file.is_some()
}

pub fn take_text(text: &JsString, dispatch: &Dispatch) {
    if text.length() as usize > READ_AT_ONCE {
        // As a Blob, which the browser turns into UTF-8 without holding up the page.
        if let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(text)) {
            read(&blob, None, dispatch.clone());
        }
    } else if text.length() > 0 {
        dispatch.send(Action::Edited { text: text.into(), origin: Origin::Pasted, now: now() });
    }
}

/// Left where it is: to copy a large text takes longer than a frame.
pub fn text_in(given: &DataTransfer) -> JsString {
    let method = Reflect::get(given, &"getData".into()).ok().and_then(|method| method.dyn_into::<Function>().ok());
    let text = method.and_then(|method| method.call1(given, &"text/plain".into()).ok());
    text.and_then(|text| text.dyn_into().ok()).unwrap_or_default()
}

thread_local! {
    /// Counts the texts that came or are on their way, so that a slow one does not replace a later one.
    static ARRIVALS: Cell<u32> = const { Cell::new(0) };
}

/// What is still being fetched from a file or the clipboard comes too late now.
pub fn overtake() -> u32 {
    ARRIVALS.replace(ARRIVALS.get() + 1) + 1
}

/// So much of a large file is fetched at once, and so much of it is read between two looks at the clock, in bytes.
const FETCHED: usize = 1024 * 1024;
const READ: usize = 128 * 1024;

/// `name` is that of a file.
fn read(blob: &Blob, name: Option<String>, dispatch: Dispatch) {
    let arrival = overtake();
    let blob = blob.clone();
    let size = blob.size() as usize;
    stop::forget();
    spawn_local(async move {
        // None where the browser cannot read it, or a later text arrived.
        let read = if size > HELD_WHOLE {
            read_in_slices(&blob, size, name, arrival, &dispatch).await
        } else {
            read_whole(&blob, size, name, arrival).await
        };
        if let Some((text, origin)) = read {
            dispatch.send(Action::Edited { text, origin, now: now() });
        }
    });
}

async fn read_whole(blob: &Blob, size: usize, name: Option<String>, arrival: u32) -> Option<(String, Origin)> {
    let bytes = bytes_of(blob, 0, size, arrival).await?;
    let form = BinaryForm::of(&bytes);
    let text = String::from_utf8(bytes);
    let is_lossy = text.is_err();
    let text = text.unwrap_or_else(|refused| String::from_utf8_lossy(refused.as_bytes()).into_owned());
    let file = |name| GivenFile { name, size, whole: None, is_full: false, stopped_at: None, is_lossy, form };
    Some((text, name.map_or(Origin::Pasted, |name| Origin::File(file(name)))))
}

/// Without holding all of it: what is kept is an excerpt.
async fn read_in_slices(
    blob: &Blob,
    size: usize,
    name: Option<String>,
    arrival: u32,
    dispatch: &Dispatch,
) -> Option<(String, Origin)> {
    let name = name.unwrap_or_else(|| "Pasted text".to_owned());
    let mut sliced = SlicedText::new(LONGEST_EXCERPT);
    let (mut position, mut form) = (0, None);
    while position < size && !stop::is_wanted() {
        dispatch.send(Action::FileReadFurther(Loading { name: name.clone(), read: position, size }));
        let bytes = bytes_of(blob, position, (position + FETCHED).min(size), arrival).await?;
        if position == 0 {
            form = BinaryForm::of(&bytes);
        }
        position += bytes.len();
        let mut started = milliseconds();
        for slice in bytes.chunks(READ) {
            if !is_in_time(started) {
                pause().await;
                started = milliseconds();
            }
            sliced.push(slice);
        }
    }
    let Excerpt { text, whole, is_lossy, is_full } = sliced.finish(position >= size);
    let stopped_at = (position < size).then_some(position);
    let whole = Some(Rc::new(whole));
    let file = GivenFile { name, size, whole, is_full, stopped_at, is_lossy, form };
    (ARRIVALS.get() == arrival).then_some((text, Origin::File(file)))
}

/// Bytes of the file from one place to another.
async fn bytes_of(blob: &Blob, from: usize, to: usize, arrival: u32) -> Option<Vec<u8>> {
    let slice = blob.slice_with_f64_and_f64(from as f64, to as f64).ok()?;
    let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
    (ARRIVALS.get() == arrival).then(|| Uint8Array::new(&buffer).to_vec())
}
