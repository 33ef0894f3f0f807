//! What it carries that a session would keep on a server, and what of it can be out of date.

use super::{Asked, Said, Topic};
use crate::jose::keeping::Stop;
use crate::validity::Status;

pub(super) fn statements(asked: &Asked, said: &mut Said) {
    if asked.advice.is_in_browser
        && let Some(names) = asked.claims.of_state()
    {
        let pieces = ["A session would keep ", &names, " on the server, and hand out an id that says nothing."];
        said.say(Topic::State, "carried-state", "stale", &pieces);
    }
    let status = asked.evaluation.validity.status;
    // What is used at once, or no more, cannot grow old.
    if asked.advice.stop == Stop::Use || status == Status::Expired {
        return;
    }
    if let Some(names) = asked.claims.changing() {
        let how_long = match status {
            Status::NoExpiry => "For ever",
            _ => "Until it expires",
        };
        let pieces =
            [how_long, " it goes on saying what was so when it was issued, even if these change: ", &names, "."];
        said.say(Topic::State, "can-go-stale", "stale", &pieces);
    }
}
