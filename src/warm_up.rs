//! Runs the code of the first answer before it is wanted.
//!
//! Browsers compile code when it first runs. A token that is read and drawn for nobody takes that time while nothing else
//! is to be done, and not when the first one is pasted. In steps, so that none of them holds up a slow machine.

use std::rc::Rc;

use inspect::Context;
use inspection::inspected;

use crate::browser::time;
use crate::state::examples::EXAMPLES;
use crate::state::paste::Origin;
use crate::state::{Action, Dispatch, State};
use crate::views::screen;

pub fn warm_up() {
    time::when_idle(decode);
}

fn decode() {
    let now = time::now();
    let Some(text) = EXAMPLES.first().map(|example| example.text(now)) else { return };
    let token = decode::decode(&text).tokens.into_iter().next();
    time::when_idle(move || {
        if let Some(token) = token {
            drop(inspected(&Rc::new(token), Context { now, ..Context::default() }));
        }
        time::when_idle(move || draw(text, now));
    });
}

fn draw(text: String, now: i64) {
    let mut state = State::new(now, time::zone());
    state.reduce(Action::Edited { text, origin: Origin::Example, now });
    drop(screen(&state, &Dispatch::nowhere()));
}
