//! Checks signatures and expectations with the second WASM module, which is compiled when it is first needed.

use std::cell::Cell;

use js_sys::{Error, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::document::window;
use super::time;
use crate::state::expecting::ExpectationUse;
use crate::state::{Action, Dispatch};

thread_local! {
    /// The check that began last.
    static LATEST: Cell<u32> = const { Cell::new(0) };
}

/// Begins a check beside whatever else happens. An earlier one that is still underway stops, and nothing comes of it.
pub fn check(check: u32, request: String, dispatch: &Dispatch) {
    LATEST.set(check);
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let answer = answer(&request, || LATEST.get() == check).await;
        if LATEST.get() != check {
            return;
        }
        match answer {
            Ok(Some(answer)) => dispatch.send(Action::SignatureChecked { check, answer: answer.into() }),
            Ok(None) => {}
            Err(sentence) => dispatch.send(Action::CheckFailed { check, sentence: sentence.into() }),
        }
    });
}

/// Holds expectations against a token, beside whatever else happens.
pub fn judge(round: u32, request: String, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let used = match judgement(&request).await {
            Ok(answer) => ExpectationUse::Judged { round, answer: answer.into() },
            Err(sentence) => ExpectationUse::Failed { round, sentence: sentence.into() },
        };
        dispatch.send(Action::ExpectationUsed(used));
    });
}

async fn judgement(request: &str) -> Result<String, String> {
    let functions = open().await.map_err(|error| missing(&error))?;
    let answer = function(&functions, "expect").and_then(|expect| expect.call1(&JsValue::NULL, &request.into()));
    answer.map_err(|error| broken(&error))?.as_string().ok_or_else(|| broken(&JsValue::NULL))
}

/// None where it is not wanted any longer.
async fn answer(request: &str, is_wanted: impl Fn() -> bool) -> Result<Option<String>, String> {
    let functions = open().await.map_err(|error| missing(&error))?;
    let broken = |error: JsValue| broken(&error);
    let [begin, advance] = ["begin", "advance"].map(|name| function(&functions, name));
    let (begin, advance) = (begin.map_err(broken)?, advance.map_err(broken)?);
    if !is_wanted() {
        return Ok(None);
    }
    begin.call1(&JsValue::NULL, &request.into()).map_err(broken)?;
    // To read a long request takes a while itself.
    time::pause().await;
    loop {
        let started = time::milliseconds();
        while time::is_in_time(started) {
            if let Some(answer) = advance.call0(&JsValue::NULL).map_err(broken)?.as_string() {
                return Ok(Some(answer));
            }
        }
        time::pause().await;
        if !is_wanted() {
            return Ok(None);
        }
    }
}

fn missing(error: &JsValue) -> String {
    let message = error.dyn_ref::<Error>().map(|error| String::from(error.message()));
    let fault = message.unwrap_or_else(|| "is missing".to_owned());
    format!(
        "What checks signatures {fault}. Nothing was checked. The rest of the page works. Load the page again, or take a fresh copy of the file."
    )
}

fn broken(error: &JsValue) -> String {
    let name = error.dyn_ref::<Error>().map_or_else(|| "Error".to_owned(), |error| String::from(error.name()));
    format!("The check broke off ({name}). This is a fault of JWT Inspector, and says nothing about the token.")
}

/// The functions of the module. src/boot/start.js compiles it at the first call.
async fn open() -> Result<JsValue, JsValue> {
    let opened = function(&window(), "openBlock")?.call1(&JsValue::NULL, &"crypto".into())?;
    JsFuture::from(opened.dyn_into::<Promise>()?).await
}

fn function(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &name.into())?.dyn_into()
}
