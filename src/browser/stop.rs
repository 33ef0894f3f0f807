//! Stopping the reading of a long text. What was read so far is kept and shown.

use std::cell::Cell;

thread_local! {
    static IS_WANTED: Cell<bool> = const { Cell::new(false) };
}

pub fn reading() {
    IS_WANTED.set(true);
}

/// Forgets an earlier wish, when another reading begins.
pub fn forget() {
    IS_WANTED.set(false);
}

pub fn is_wanted() -> bool {
    IS_WANTED.get()
}
