//! The field that narrows the tables of the token, and what came of it.

use inspect::display::counted;
use inspection::Inspected;
use yew::prelude::*;

use crate::browser::document::value_of;
use crate::state::columns::Columns;
use crate::state::filter::Matches;
use crate::state::{Action, Dispatch, State};
use crate::views::fields::kept_nowhere;

const LABEL: &str = "Filter claims by name, value or meaning";

pub fn filter(state: &State, inspected: &Inspected, dispatch: &Dispatch) -> Html {
    let matches = inspected_matches(state, inspected);
    let field = kept_nowhere(html! {
        <input
            id="filter"
            type="search"
            aria-label={LABEL}
            placeholder={"Filter by name, value or meaning"}
            value={state.filter.text.clone()}
            oninput={dispatch.from(|event: InputEvent| Some(Action::FilterWritten(value_of(&event)?)))}
        />
    });
    html! {
        <search class="filter">
            <div class="field">
                {field}
                if state.filter.text.is_empty() && !state.settings.has_no_single_keys {
                    <kbd aria-hidden="true">{"f"}</kbd>
                }
            </div>
            // Read aloud whenever it changes.
            <p role="status">{matches.map(in_words)}</p>
            if matches.is_some_and(Matches::are_none) {
                {show_all(dispatch)}
            }
        </search>
    }
}

/// Where there is one column: the button that shows the field.
pub fn opener(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        if state.columns == Columns::One {
            <button aria-expanded={state.filter.is_open.to_string()} onclick={dispatch.on(Action::FilterToggled)}>
                {"Filter"}
            </button>
        }
    }
}

/// And the field, in the panel of the claims.
pub fn below_head(state: &State, inspected: &Inspected, dispatch: &Dispatch) -> Html {
    html! {
        if state.columns == Columns::One && state.filter.is_open {
            {filter(state, inspected, dispatch)}
        }
    }
}

fn inspected_matches(state: &State, inspected: &Inspected) -> Option<Matches> {
    (!state.filter.is_blank()).then(|| state.filter.matches(inspected))
}

/// "3 of 42 claims, 1 of 4 header parameters".
fn in_words(Matches { claims, parameters }: Matches) -> String {
    if claims.0 + parameters.0 == 0 {
        return "Nothing matches.".to_owned();
    }
    let of = |(left, all): (usize, usize), what| (all > 0).then(|| format!("{left} of {}", counted(all, what)));
    let told = [of(claims, "claim"), of(parameters, "header parameter")];
    told.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// In the place of rows that are all filtered away.
pub fn none_left(dispatch: &Dispatch) -> Html {
    html! { <div class="none-left"><p>{"Nothing here matches the filter."}</p>{show_all(dispatch)}</div> }
}

fn show_all(dispatch: &Dispatch) -> Html {
    html! { <button class="link" onclick={dispatch.on(Action::FilterWritten(String::new()))}>{"Show all claims"}</button> }
}
