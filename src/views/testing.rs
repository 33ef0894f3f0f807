//! Views rendered natively, so that snapshots of them need no browser.

use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use expect_test::Expect;
use futures::executor::block_on;
use inspection::{Inspected, inspect};
use yew::prelude::*;

use crate::state::clock::Zone;
use crate::state::paste::Origin;
use crate::state::{Action, Dispatch, State};

/// 2026-11-23 15:00:00 UTC: 3 days and 2 hours after the end of the tokens used here.
pub const NOW: i64 = 1_795_446_000;

#[derive(Properties, PartialEq)]
struct FrameProps {
    view: Html,
}

#[component]
fn Frame(props: &FrameProps) -> Html {
    props.view.clone()
}

/// The markup that a view makes, one tag a line.
pub fn markup(view: Html) -> String {
    exact_markup(view).replace("><", ">\n<")
}

/// The markup that a view makes, without a character more.
pub fn exact_markup(view: Html) -> String {
    let renderer = yew::LocalServerRenderer::<Frame>::with_props(FrameProps { view }).hydratable(false);
    block_on(renderer.render())
}

#[track_caller]
pub fn check(view: Html, expect: Expect) {
    expect.assert_eq(&markup(view));
}

pub fn token(header: &str, payload: &str, signature_bytes: usize) -> String {
    let signature: Vec<u8> = (0..signature_bytes).map(|byte| byte as u8).collect();
    [header.as_bytes(), payload.as_bytes(), &signature].map(|part| URL_SAFE_NO_PAD.encode(part)).join(".")
}

pub fn inspected(text: &str) -> Rc<Inspected> {
    Rc::new(inspect(text, NOW).tokens.swap_remove(0))
}

pub fn zone() -> Rc<Zone> {
    Rc::new(Zone { name: Some("Europe/Berlin".into()), offset: |_| Some(60) })
}

/// Goes nowhere.
pub fn dispatch() -> Dispatch {
    Dispatch::nowhere()
}

/// The page after this text was pasted.
pub fn state(text: &str) -> State {
    let mut state = State::new(NOW, zone());
    state.reduce(Action::Edited { text: text.to_owned(), origin: Origin::Pasted, now: NOW });
    state
}
