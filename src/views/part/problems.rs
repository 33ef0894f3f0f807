//! What is wrong with a thing inside a token, beside that thing.

use inspect::problem::Problem;
use yew::prelude::*;

use crate::views::findings::severity::badge;
use crate::views::glyphs::prose;

/// At most so many of one thing are shown.
const LIMIT: usize = 20;

pub fn problems(problems: &[Problem]) -> Html {
    html! {
        for problem in problems.iter().take(LIMIT) {
            <p class="problem">
                {badge(problem.severity, problem.severity.name())}{" "}{prose(&problem.message)}
            </p>
        }
    }
}
