//! Above the table: a filter, and parts of the list to choose.

use inspect::display::grouped;
use yew::prelude::*;

use crate::browser::document::value_of;
use crate::state::token_list::arrange::Counts;
use crate::state::token_list::criteria::{Criteria, Only};
use crate::state::{Action, Dispatch, TableUse};
use crate::views::fields::kept_nowhere;
use crate::views::glyphs::capitalized;
use crate::views::same::Same;

/// So many kinds can be chosen.
const KINDS: usize = 6;

#[derive(Properties, PartialEq)]
pub struct ToolsProps {
    pub counts: Same<Counts>,
    /// How many tokens are listed.
    pub listed: usize,
    pub criteria: Criteria,
    pub dispatch: Dispatch,
}

#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let Counts { all, refused, expired, kinds } = &**props.counts;
    let is_filtered = !props.criteria.query.trim().is_empty();
    let said = match props.listed {
        _ if !is_filtered && props.listed == *all => String::new(),
        0 => "No token matches.".to_owned(),
        listed => format!("{} of {} match.", grouped(listed), grouped(all)),
    };
    html! {
        <div class="tools">
            <div class="filter">
                {filter(&props.criteria.query, &props.dispatch)}
                <kbd aria-hidden="true">{"f"}</kbd>
            </div>
            <div class="facets" role="group" aria-label="Which tokens">
                {facet(props, Only::All, "All ", *all)}
                if *refused > 0 && refused < all {
                    {facet(props, Only::Refused, "401 or 403: ", *refused)}
                }
                if *expired > 0 && expired < all {
                    {facet(props, Only::Expired, "Expired ", *expired)}
                }
                if kinds.len() > 1 {
                    {for kinds.iter().take(KINDS).map(|(kind, count)| {
                        facet(props, Only::Kind(kind), &(capitalized(kind) + " "), *count)
                    })}
                }
            </div>
            <p class="matching" role="status">{said}</p>
        </div>
    }
}

fn filter(query: &str, dispatch: &Dispatch) -> Html {
    let oninput = dispatch.from(|event: InputEvent| Some(Action::TableUsed(TableUse::Filtered(value_of(&event)?))));
    kept_nowhere(html! {
        <input
            id="token-filter"
            type="text"
            aria-label="Filter tokens by address, kind, subject, issuer or claim"
            placeholder="Filter by address, kind, subject, issuer or claim"
            value={query.to_owned()}
            {oninput}
        />
    })
}

fn facet(props: &ToolsProps, only: Only, words: &str, count: usize) -> Html {
    let is_chosen = props.criteria.only == only;
    html! {
        <button
            class="facet"
            aria-pressed={is_chosen.to_string()}
            onclick={props.dispatch.on(Action::TableUsed(TableUse::Narrowed(only)))}
        >
            {format!("{words}{}", grouped(count))}
        </button>
    }
}
