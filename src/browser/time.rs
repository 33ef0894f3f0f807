//! The device's clock, the local time zone, and waiting.

use std::rc::Rc;

use gloo::timers::callback::{Interval, Timeout};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::document::window;
use crate::state::clock::Zone;

/// So long is waited, in milliseconds, where a browser does not tell when it is idle.
const WITHOUT_IDLE_TIME: u32 = 200;

/// Stops when dropped.
pub type Ticking = Interval;
/// Does not come about when dropped.
pub type Delay = Timeout;

/// Seconds since 1970-01-01T00:00:00Z.
pub fn now() -> i64 {
    (Date::now() / 1_000.0).floor() as i64
}

pub fn milliseconds() -> f64 {
    Date::now()
}

/// The local zone, whose name is asked for later: see [`zone_name`].
pub fn zone() -> Rc<Zone> {
    Rc::new(Zone { name: None, offset: offset_minutes })
}

/// Such as "Europe/Berlin". The first call takes some 15 ms.
pub fn zone_name() -> String {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    let name = Reflect::get(&options, &"timeZone".into()).ok().and_then(|name| name.as_string());
    name.unwrap_or_default()
}

/// None for instants that the browser's calendar does not reach.
fn offset_minutes(seconds: i64) -> Option<i32> {
    let west = Date::new(&JsValue::from_f64(seconds as f64 * 1_000.0)).get_timezone_offset();
    west.is_finite().then_some(-west as i32)
}

pub fn every_second(tick: impl Fn(i64) + 'static) -> Ticking {
    Interval::new(1_000, move || tick(now()))
}

pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Delay {
    Timeout::new(milliseconds, then)
}

/// Calls this when the browser has nothing else to do.
pub fn when_idle(then: impl FnOnce() + 'static) {
    let then: Function = Closure::once_into_js(then).unchecked_into();
    let ask = Reflect::get(&window(), &"requestIdleCallback".into()).ok();
    match ask.and_then(|ask| ask.dyn_into::<Function>().ok()) {
        Some(ask) => {
            // What can wait for idle time can be left undone where it is refused.
            let _ = ask.call1(&window(), &then);
        }
        // Safari does not have it.
        None => {
            Timeout::new(WITHOUT_IDLE_TIME, move || drop(then.call0(&JsValue::NULL))).forget();
        }
    }
}

/// So long a piece of work may take, in milliseconds, before the browser may draw and listen again.
const WORK: f64 = 25.0;

/// Whether work that began then may go on before the next [`pause`].
pub fn is_in_time(started: f64) -> bool {
    milliseconds() - started < WORK
}

/// Lets the browser draw and listen.
pub async fn pause() {
    TimeoutFuture::new(0).await;
}
