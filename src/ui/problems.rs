//! What is wrong with a thing inside a token, beside that thing.

use inspect::problem::Problem;
use yew::prelude::*;

use super::element::{element, row_of};
use super::glyphs::prose;
use super::severity::badge;

/// So many of one thing.
const LIMIT: usize = 20;

pub fn problems(problems: &[Problem]) -> Html {
    row_of(problems.iter().take(LIMIT).map(|problem| {
        let badge = badge(problem.severity, problem.severity.name());
        element("p").class("problem").hold(badge).say(" ").hold(prose(&problem.message)).node()
    }))
}
