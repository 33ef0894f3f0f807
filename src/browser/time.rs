//! The device's clock, the local time zone, and waiting.

use gloo::timers::callback::{Interval, Timeout};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::state::clock::Zone;

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

pub fn every_second(tick: impl Fn(i64) + 'static) -> Ticking {
    Interval::new(1_000, move || tick(now()))
}

pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Delay {
    Timeout::new(milliseconds, then)
}

/// Lets the browser draw and listen.
pub async fn pause() {
    TimeoutFuture::new(0).await;
}
