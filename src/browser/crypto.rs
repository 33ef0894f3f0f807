//! The block that checks signatures.

use crate::state::{Action, Dispatch};

/// Checks what the request says, and sends what came of it.
pub fn check(check: u32, _request: String, dispatch: &Dispatch) {
    let sentence = "This page cannot check signatures yet.".into();
    dispatch.send(Action::CheckFailed { check, sentence });
}
