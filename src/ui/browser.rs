//! The only file that knows the browser: events become actions, and what the page wants done is done here.
//!
//! There is no network in here, no storage and no log. The address is read, and written only to take a token out.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::{Interval, Timeout};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Date, Function, Intl, JsString, Object, Reflect, Uint8Array};
use jwt_inspector::decode::gather::Gather;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, ClipboardEvent, DataTransfer, Document, DragEvent, Element, Event, HtmlAnchorElement, HtmlDetailsElement,
    HtmlDialogElement, HtmlDocument, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent,
    KeyboardEvent, PageTransitionEvent, PointerEvent, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    Url, Window,
};
use yew::{BaseComponent, Callback};

use super::app::{Action, EDITABLE, FILE_LIMIT, GivenFile, Origin, READ_AT_ONCE, Zone};
use super::commands::Command;
use super::comparing::SECOND_LIMIT;
use super::reading::Spot;

pub type Clock = Interval;
pub type Delay = Timeout;
/// Detached when dropped.
pub type Listeners = Vec<EventListener>;

/// The guide while it is open.
const GUIDE: &str = "main.guide";

/// What a link's fragment brings.
type Arrival = fn(&str) -> Option<Action>;

pub fn mount<Page: BaseComponent<Properties = ()>>() {
    match document().get_element_by_id("app") {
        Some(place) => yew::Renderer::<Page>::with_root(place).render(),
        None => yew::Renderer::<Page>::new().render(),
    };
}

// TIME

/// Seconds since 1970-01-01T00:00:00Z.
pub fn now() -> i64 {
    (Date::now() / 1_000.0).floor() as i64
}

pub fn milliseconds() -> f64 {
    Date::now()
}

pub fn zone() -> Zone {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    let name = Reflect::get(&options, &"timeZone".into()).ok().and_then(|name| name.as_string());
    Zone { name: name.unwrap_or_default().into(), offset: offset_minutes }
}

/// None for instants that the browser's calendar does not reach.
fn offset_minutes(seconds: i64) -> Option<i32> {
    let west = Date::new(&JsValue::from_f64(seconds as f64 * 1_000.0)).get_timezone_offset();
    west.is_finite().then_some(-west as i32)
}

pub fn every_second(tick: Callback<i64>) -> Clock {
    Interval::new(1_000, move || tick.emit(now()))
}

pub fn after(milliseconds: u32, then: Callback<()>) -> Delay {
    Timeout::new(milliseconds, move || then.emit(()))
}

/// Lets the browser draw and listen.
pub async fn pause() {
    TimeoutFuture::new(0).await;
}

pub fn spawn(work: impl Future<Output = ()> + 'static) {
    spawn_local(work);
}

// THE ADDRESS

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

/// Takes what stands behind the `#` out of the address.
fn take_fragment() -> String {
    let fragment = window().location().hash().unwrap_or_default();
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
    let fragment = match place {
        None => String::new(),
        Some("") => "#guide".to_owned(),
        Some(place) => ["#guide=", place].concat(),
    };
    if let Ok(history) = window().history() {
        // Where it is refused, the guide is open all the same.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&(address_with_query() + &fragment)));
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

// WHAT THE PAGE WANTS DONE

pub fn copy(text: String, done: Callback<bool>) {
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        done.emit(copy_by_command(text));
        return;
    }
    spawn_local(async move {
        let written = JsFuture::from(clipboard.write_text(&text)).await.is_ok();
        done.emit(written || copy_by_command(text));
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

pub fn choose_file() {
    if let Some(input) = by_id::<HtmlInputElement>("file") {
        // So that the same file can be chosen again.
        input.set_value("");
        input.click();
    }
}

pub fn open_dialog(id: &str) {
    if let Some(dialog) = by_id::<HtmlDialogElement>(id) {
        let _ = dialog.show_modal();
    }
}

pub fn close_dialog(id: &str) {
    if let Some(dialog) = by_id::<HtmlDialogElement>(id) {
        dialog.close();
    }
}

pub fn open_details(id: &str) {
    if let Some(details) = by_id::<HtmlDetailsElement>(id) {
        details.set_open(true);
        scroll_to(&details, ScrollLogicalPosition::Start);
        if let Ok(Some(summary)) = details.query_selector("summary") {
            let _ = summary.unchecked_into::<HtmlElement>().focus();
        }
    }
}

/// Brings it into view, and the focus to it or to its first button.
pub fn go_to(id: &str) {
    let Some(element) = by_id::<HtmlElement>(id) else { return };
    scroll_to(&element, ScrollLogicalPosition::Nearest);
    let takes_focus = element.has_attribute("tabindex") || element.is_instance_of::<HtmlTextAreaElement>();
    let inner = element.query_selector("button").ok().flatten();
    let target = if takes_focus { Some(element) } else { inner.map(|inner| inner.unchecked_into()) };
    if let Some(target) = target {
        let _ = target.focus();
    }
}

/// What had the focus is gone.
pub fn has_lost_focus() -> bool {
    document().active_element().is_none_or(|focused| focused.tag_name() == "BODY")
}

thread_local! {
    /// The button that opened the guide, and how far the page was scrolled then.
    static LEFT: RefCell<Option<(HtmlElement, f64)>> = const { RefCell::new(None) };
}

fn leave_for_guide(button: &Element) {
    if all(GUIDE).is_empty() {
        let button = button.clone().unchecked_into();
        LEFT.replace(Some((button, window().scroll_y().unwrap_or_default())));
    }
}

/// From the guide to where it was opened.
pub fn come_back() {
    if let Some((button, scrolled)) = LEFT.take() {
        let _ = button.focus();
        window().scroll_to_with_x_and_y(0.0, scrolled);
    } else if let Some(button) = all(".bar [data-do=guide]").first() {
        let _ = button.focus();
        scroll_to_top();
    }
}

/// At once, however far it is.
pub fn jump_to(id: &str) {
    if let Some(element) = by_id::<HtmlElement>(id) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Brings it into view where text and answer stand side by side, so that the view does not jump elsewhere.
pub fn reveal_beside(selector: &str) {
    let is_wide = window().match_media("(min-width: 60.0625rem)").ok().flatten().is_some_and(|query| query.matches());
    if is_wide && let Ok(Some(element)) = document().query_selector(selector) {
        scroll_to(&element, ScrollLogicalPosition::Nearest);
    }
}

/// Behind a paste the browser scrolls to the caret in the next frame.
const AFTER_CARET_MILLISECONDS: u32 = 40;

/// Also once more, behind the browser's own scrolling to the caret.
pub fn scroll_to_top() {
    let scroll = || window().scroll_to_with_x_and_y(0.0, 0.0);
    scroll();
    Timeout::new(AFTER_CARET_MILLISECONDS, scroll).forget();
}

fn scroll_to(element: &Element, block: ScrollLogicalPosition) {
    let still =
        window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|query| query.matches());
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if still { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// None follows the system.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

// WHAT HAPPENS

pub fn listen(send: Callback<Action>, arrival: Arrival) -> Listeners {
    let on = |name: &'static str, hear: fn(&Event, &Callback<Action>)| {
        let send = send.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), name, options, move |event| hear(event, &send))
    };
    let pointed = {
        let (send, last) = (send.clone(), Rc::new(Cell::new(None)));
        EventListener::new(&document(), "pointermove", move |event| on_pointer(event, &last, &send))
    };
    let hash = {
        let send = send.clone();
        EventListener::new(&window(), "hashchange", move |_| {
            if let Some(action) = arrival(&take_fragment()) {
                send.emit(action);
            }
        })
    };
    let closed = {
        let send = send.clone();
        let options = EventListenerOptions::run_in_capture_phase();
        // It does not rise to the document, but passes it on its way down.
        EventListener::new_with_options(&document(), "close", options, move |event| {
            if target(event).is_some_and(|dialog| dialog.is_instance_of::<HtmlDialogElement>()) {
                send.emit(Action::DialogClosed);
            }
        })
    };
    let returned = {
        let send = send.clone();
        EventListener::new(&document(), "visibilitychange", move |_| send.emit(Action::Ticked(now())))
    };
    let left = {
        let send = send.clone();
        EventListener::new(&window(), "pagehide", move |_| send.emit(Action::PageLeft))
    };
    let shown_again = {
        let send = send.clone();
        EventListener::new(&window(), "pageshow", move |event| {
            // As it was when it was left: HTML section 7.4.6.
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
                send.emit(Action::PageLeft);
            }
        })
    };
    vec![
        on("input", on_input),
        on("change", on_change),
        on("click", on_click),
        on("focusin", on_focus),
        on("selectionchange", on_selection),
        on("keydown", on_key),
        on("paste", on_paste),
        on("dragover", |event, _| event.prevent_default()),
        on("drop", on_drop),
        closed,
        pointed,
        hash,
        returned,
        left,
        shown_again,
    ]
}

fn on_input(event: &Event, send: &Callback<Action>) {
    let Some(textarea) = target(event).and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
    let kind = event.dyn_ref::<InputEvent>().map(InputEvent::input_type);
    if !is_box(&textarea) {
        send.emit(Action::SecondWritten(textarea.value()));
        return;
    }
    let is_pasted = kind.is_some_and(|kind| matches!(&*kind, "insertFromPaste" | "insertFromDrop"));
    let origin = if is_pasted { Origin::PastedIntoBox } else { Origin::Typed };
    send.emit(Action::Edited { text: textarea.value(), origin, now: now() });
}

fn on_change(event: &Event, send: &Callback<Action>) {
    let Some(target) = target(event) else { return };
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        let name = select.get_attribute("data-do").unwrap_or_default();
        if let Some(command) = Command::from_attribute(&[&name, ":", &select.value()].concat()) {
            send.emit(Action::Pressed(command));
        }
    } else if let Some(input) = target.dyn_ref::<HtmlInputElement>().filter(|input| input.has_attribute("data-do")) {
        send.emit(Action::MomentWritten(input.value()));
    } else if let Some(input) = target.dyn_ref::<HtmlInputElement>()
        && let Some(file) = input.files().and_then(|files| files.get(0))
    {
        read(&file, Some(file.name()), send.clone());
    }
}

fn on_click(event: &Event, send: &Callback<Action>) {
    let Some(target) = target(event) else { return };
    let button = closest(&target, "[data-do]");
    let menu = closest(&target, "details.menu");
    for open in all("details.menu[open]") {
        if button.is_some() || !menu.as_ref().is_some_and(|menu| *menu == *open) {
            close_menu(open);
        }
    }
    if let Some(button) = button {
        if let Some(command) = button.get_attribute("data-do").as_deref().and_then(Command::from_attribute) {
            if matches!(command, Command::ShowGuide | Command::OpenGuide(_)) {
                leave_for_guide(&button);
            }
            send.emit(Action::Pressed(command));
        }
    } else if is_box(&target) {
        if let Some(units) = caret() {
            send.emit(Action::BoxTapped(units));
        }
    } else if target.is_instance_of::<HtmlDialogElement>() {
        // Its own area is covered by its content, so this was the backdrop around it.
        target.unchecked_into::<HtmlDialogElement>().close();
    } else {
        send.emit(Action::Pinned(spot_of(&target)));
    }
}

fn on_focus(event: &Event, send: &Callback<Action>) {
    if let Some(spot) = target(event).as_ref().and_then(spot_of) {
        send.emit(Action::Pinned(Some(spot)));
    }
}

fn on_selection(_: &Event, send: &Callback<Action>) {
    if let Some(units) = caret() {
        send.emit(Action::CaretMoved(units));
    }
}

/// Over the box, what lies beneath it counts. A finger points by tapping.
fn on_pointer(event: &Event, last: &Cell<Option<Spot>>, send: &Callback<Action>) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
    let Some(target) = target(event).filter(|_| pointer.pointer_type() == "mouse") else { return };
    let spot = if target.is_instance_of::<HtmlTextAreaElement>() {
        let beneath = document().elements_from_point(pointer.client_x() as f32, pointer.client_y() as f32);
        beneath
            .iter()
            .find_map(|element| Spot::from_attribute(&element.dyn_into::<Element>().ok()?.get_attribute("data-spot")?))
    } else {
        spot_of(&target)
    };
    if last.replace(spot) != spot {
        send.emit(Action::Pointed(spot));
    }
}

/// `/` goes to the box, `h` hides values, Escape leaves a menu or the guide, or clears; arrows go from tab to tab.
fn on_key(event: &Event, send: &Callback<Action>) {
    let (Some(key), Some(target)) = (event.dyn_ref::<KeyboardEvent>(), target(event)) else { return };
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    match &*key.key() {
        "/" if !is_field(&target) && all("dialog[open]").is_empty() => {
            event.prevent_default();
            go_to("box");
        }
        "h" if !is_field(&target) && all("dialog[open]").is_empty() => send.emit(Action::Pressed(Command::HideValues)),
        "Escape" if !all("details.menu[open]").is_empty() => {
            all("details.menu[open]").into_iter().for_each(close_menu);
        }
        "Escape" if all("dialog[open]").is_empty() => {
            let command = if all(GUIDE).is_empty() { Command::Clear } else { Command::CloseGuide };
            send.emit(Action::Pressed(command));
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

/// In the box, short texts are left to the browser, which can undo them. All others replace what is there. What goes
/// into another field is that field's alone.
fn on_paste(event: &Event, send: &Callback<Action>) {
    if target(event).is_some_and(|target| takes_text(&target) && !is_box(&target)) {
        return;
    }
    let Some(clipboard) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
    let textarea = target(event).and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    let pasted = text_in(&clipboard);
    if pasted.length() == 0 {
        // What has a text beside it is a picture of that text: spreadsheets do so.
        if take_file(&clipboard, send) {
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
    take_text(&text, send);
}

fn in_place_of_selection(textarea: &HtmlTextAreaElement, pasted: &JsString) -> JsString {
    let units = |units: Result<Option<u32>, JsValue>| units.ok().flatten().unwrap_or_default();
    let (start, end) = (units(textarea.selection_start()), units(textarea.selection_end()));
    let before = JsString::from(textarea.value());
    before.slice(0, start).concat(pasted).concat(&before.slice(end, before.length()))
}

/// Never left to the browser: it would open what is dropped in place of this page.
fn on_drop(event: &Event, send: &Callback<Action>) {
    event.prevent_default();
    let Some(dropped) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return };
    if let Some(other) = target(event).filter(|target| takes_text(target) && !is_box(target)) {
        if let Ok(second) = other.dyn_into::<HtmlTextAreaElement>() {
            let text: String = text_in(&dropped).slice(0, SECOND_LIMIT as u32).into();
            second.set_value(&text);
            send.emit(Action::SecondWritten(text));
        }
        return;
    }
    // What has a file beside it is that file's name.
    if !take_file(&dropped, send) {
        take_text(&text_in(&dropped), send);
    }
}

fn take_file(given: &DataTransfer, send: &Callback<Action>) -> bool {
    let file = given.files().and_then(|files| files.get(0));
    if let Some(file) = &file {
        read(file, Some(file.name()), send.clone());
    }
    file.is_some()
}

fn take_text(text: &JsString, send: &Callback<Action>) {
    if text.length() as usize > READ_AT_ONCE {
        // As a Blob, which the browser turns into UTF-8 without holding up the page.
        if let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(text)) {
            read(&blob, None, send.clone());
        }
    } else if text.length() > 0 {
        send.emit(Action::Edited { text: text.into(), origin: Origin::Pasted, now: now() });
    }
}

/// Left where it is: to copy a large text takes longer than a frame.
fn text_in(given: &DataTransfer) -> JsString {
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

/// `name` is that of a file.
fn read(blob: &Blob, name: Option<String>, send: Callback<Action>) {
    let arrival = overtake();
    let cut = blob.size() > FILE_LIMIT as f64;
    let Ok(beginning) = blob.slice_with_f64_and_f64(0.0, FILE_LIMIT as f64) else { return };
    spawn_local(async move {
        let Ok(buffer) = JsFuture::from(beginning.array_buffer()).await else { return };
        if ARRIVALS.get() != arrival {
            return;
        }
        let text = String::from_utf8(Uint8Array::new(&buffer).to_vec());
        let lossy = text.is_err();
        let text = text.unwrap_or_else(|refused| String::from_utf8_lossy(refused.as_bytes()).into_owned());
        let origin = name.map_or(Origin::Pasted, |name| Origin::File(GivenFile { name, cut, lossy }));
        send.emit(Action::Edited { text, origin, now: now() });
    });
}

// THE DOCUMENT

/// Where the caret stands in the box, in UTF-16 units, when it is there and nothing is selected.
fn caret() -> Option<usize> {
    let textarea = document().active_element().filter(is_box)?.dyn_into::<HtmlTextAreaElement>().ok()?;
    let start = textarea.selection_start().ok()??;
    let end = textarea.selection_end().ok()??;
    (start == end).then_some(start as usize)
}

/// The focus goes back to where the menu was opened.
fn close_menu(menu: HtmlElement) {
    let has_focus = document().active_element().is_some_and(|focused| menu.contains(Some(&focused)));
    let summary = menu.query_selector("summary").ok().flatten();
    menu.unchecked_into::<HtmlDetailsElement>().set_open(false);
    if let Some(summary) = summary.filter(|_| has_focus) {
        let _ = summary.unchecked_into::<HtmlElement>().focus();
    }
}

fn spot_of(element: &Element) -> Option<Spot> {
    Spot::from_attribute(&closest(element, "[data-spot]")?.get_attribute("data-spot")?)
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Of the two text boxes, the one for what is inspected.
fn is_box(element: &Element) -> bool {
    element.id() == "box"
}

fn takes_text(element: &Element) -> bool {
    matches!(&*element.tag_name(), "TEXTAREA" | "INPUT")
}

fn is_field(element: &Element) -> bool {
    matches!(&*element.tag_name(), "TEXTAREA" | "INPUT" | "SELECT")
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn all(selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|position| found.item(position)?.dyn_into().ok()).gather()
}

fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> Document {
    window().document().expect("a window has a document")
}

fn window() -> Window {
    web_sys::window().expect("a page has a window")
}
