//! The way about the token: its places with what each holds, and a filter with the names of the claims.

pub mod bar;
pub mod filter;
mod index;
mod links;
pub mod places;

use std::rc::Rc;

use inspection::Inspected;
use yew::prelude::*;

use crate::state::{Dispatch, State};
use crate::views::check::outcome::CheckOutcome;
use crate::views::expect::ServiceOutcome;
use filter::filter;
use index::index;
use links::Links;
use places::places;

/// Beside the answer.
pub fn outline(state: &State, inspected: &Rc<Inspected>, dispatch: &Dispatch) -> Html {
    let places = places(inspected, CheckOutcome::of(state), ServiceOutcome::of(state), state.columns);
    html! {
        <div class="outline">
            <nav aria-label="Outline">
                <Links {places} dispatch={dispatch.clone()} />
            </nav>
            {filter(state, inspected, dispatch)}
            {index(state, inspected, dispatch)}
        </div>
    }
}

#[cfg(test)]
mod tests;
