//! What it carries that a session would keep on a server, and what of it can be out of date.

use super::{LeakedToken, Statements, Topic};
use crate::jose::keeping::Stop;
use crate::validity::Status;
use guide::Question;

pub(super) fn statements(leaked: &LeakedToken, said: &mut Statements) {
    if leaked.advice.is_in_browser
        && let Some(names) = leaked.claims.of_state()
    {
        let pieces = format!("A server session would store {names} behind a random ID.");
        said.add(Topic::State, "carried-state", Question::Stale, pieces);
    }
    let status = leaked.evaluation.validity.status;
    // A token for one use, or an expired one, cannot go stale.
    if leaked.advice.stop == Stop::Use || status == Status::Expired {
        return;
    }
    if let Some(names) = leaked.claims.changing() {
        let how_long = if leaked.is_endless { "As long as it is accepted" } else { "Until it expires" };
        let pieces = format!("{how_long}, it keeps the values from when it was issued, even if these change: {names}.");
        said.add(Topic::State, "can-go-stale", Question::Stale, pieces);
    }
}
