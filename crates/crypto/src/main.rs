//! The module's functions for the page: a check is begun, and advanced until its answer is there; expectations are judged at
//! once.

use std::cell::RefCell;

use crypto::OngoingCheck;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static CHECKING: RefCell<Option<OngoingCheck>> = const { RefCell::new(None) };
}

/// Nothing is done until the page asks.
fn main() {}

/// Begins a check, in the place of an earlier one. The request is JSON: see [`crypto::CheckRequest`].
#[wasm_bindgen]
pub fn begin(request: &str) {
    CHECKING.set(Some(OngoingCheck::new(request)));
}

/// Goes on for some milliseconds. The answer, in JSON, comes once, and nothing before.
#[wasm_bindgen]
pub fn advance() -> Option<String> {
    CHECKING.with_borrow_mut(|checking| checking.as_mut()?.advance())
}

/// Holds what a service expects against a token. Request and answer are JSON: see [`crypto::expect`].
#[wasm_bindgen]
pub fn expect(request: &str) -> String {
    crypto::expect(request)
}
