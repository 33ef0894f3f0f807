//! Many tokens of one text, in the place of the text: a table to choose from, with a filter.

mod cells;
mod table;
mod tools;

#[cfg(test)]
mod tests;

use inspect::display::{counted, grouped};
use yew::prelude::*;

use self::table::TokenTable;
use crate::browser::time::now;
use crate::state::paste::Origin;
use crate::state::{Action, Copied, Dispatch, State, TableUse};
use crate::views::glyphs::shown;

/// Nothing where there are not many.
pub fn tokens(state: &State, dispatch: &Dispatch) -> Html {
    let reading = &state.paste.reading;
    if !reading.is_many() {
        return Html::default();
    }
    let (clock, criteria) = (state.clock.now, &state.table.criteria);
    let shows_table = state.shows_table();
    let shown_one = reading.first_of(state.answer.chosen);
    let before = state.table.before.filter(|before| Some(*before) != shown_one);
    let turn = reading.turns_until(clock);
    html! {
        <section class="panel tokens" id="tokens" aria-labelledby="tokens-title">
            {head(state, dispatch)}
            if shows_table {
                <TokenTable
                    {reading}
                    criteria={criteria.clone()}
                    chosen={shown_one}
                    has_before={before.is_some()}
                    now={clock}
                    {turn}
                    dispatch={dispatch.clone()}
                />
                {foot(before.is_some(), dispatch)}
            }
        </section>
    }
}

fn head(state: &State, dispatch: &Dispatch) -> Html {
    let reading = &state.paste.reading;
    let (switch, name) = match state.shows_table() {
        true => (TableUse::TextWanted, "Show text"),
        false => (TableUse::TableWanted, "Show table"),
    };
    let places = reading.count();
    let has_more_places = places > reading.groups.len();
    let origin = match &state.paste.origin {
        Origin::File(file) => {
            html! { <>{if has_more_places { " of " } else { "in " }}<code>{shown(&file.name)}</code></> }
        }
        _ => Html::default(),
    };
    html! {
        <header>
            <h2 id="tokens-title">{how_many(reading.groups.len())}</h2>
            <span class="size">
                if has_more_places {
                    {format!("in {} places", grouped(places))}
                }
                {origin}
            </span>
            <button id="token-switch" tabindex="0" onclick={dispatch.on(Action::TableUsed(switch))}>{name}</button>
            if state.shows_table() {
                <button onclick={dispatch.from(|_: MouseEvent| Some(Action::Cleared { now: now() }))}>
                    {"Clear"}<span class="unseen">{" all tokens"}</span>
                </button>
            }
        </header>
    }
}

fn how_many(tokens: usize) -> String {
    match tokens {
        0..10_000 => counted(tokens, "token"),
        _ => format!("{} tokens", grouped(tokens)),
    }
}

fn foot(has_before: bool, dispatch: &Dispatch) -> Html {
    html! {
        <div class="foot-line">
            <p class="hints" aria-hidden="true">
                <span><kbd>{"↑"}</kbd>{" "}<kbd>{"↓"}</kbd>{" choose"}</span>
                <span><kbd>{"f"}</kbd>{" filter"}</span>
            </p>
            if has_before {
                <button onclick={dispatch.on(Action::TableUsed(TableUse::ComparedWithBefore))}>
                    {"Compare with the one before"}<kbd aria-hidden="true">{"c"}</kbd>
                </button>
            }
            <button onclick={dispatch.on(Action::CopyWanted(Copied::Csv))}>{"Copy as CSV"}</button>
            <button onclick={dispatch.on(Action::TableUsed(TableUse::CsvWanted))}>{"Save as CSV"}</button>
        </div>
    }
}

/// On narrow pages, above the answer.
pub fn back_to_tokens(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        if state.shows_table() {
            <button class="only-narrow back-to-tokens" onclick={dispatch.on(Action::TableUsed(TableUse::ReturnedTo))}>
                {format!("‹ {}", how_many(state.paste.reading.groups.len()))}
            </button>
        }
    }
}
