//! Which of the other tokens of a HAR file a service would refuse, each at the time of its request.

use inspect::time::instants;
use yew::prelude::*;

use crate::state::expecting::answer::ServiceAnswer;
use crate::state::expecting::others::{MOST_SENT, SentToken};
use crate::state::{Action, Dispatch, State};
use crate::views::glyphs::{label, prose, shown};

/// So many have a line each.
const LISTED: usize = 20;

/// Nothing where the text is no HAR file with several tokens.
pub fn others(state: &State, answer: &ServiceAnswer, dispatch: &Dispatch) -> Html {
    let sent = state.sent_tokens();
    if sent.is_empty() || sent.len() != answer.others.len() {
        return Html::default();
    }
    let refused: Vec<(&SentToken, &str)> =
        sent.iter().zip(&answer.others).filter_map(|(sent, why)| Some((sent, why.as_deref()?))).collect();
    let which = if sent.len() == MOST_SENT { "The first tokens" } else { "The tokens" };
    let hidden = refused.len().saturating_sub(LISTED);
    html! {
        <div class="others">
            <p>
                {format!("{which} of this file, each at the time of its request: ")}
                <b>{format!("{} of {} would be refused", refused.len(), sent.len())}</b>{"."}
            </p>
            if !refused.is_empty() {
                <ul>
                    {for refused.iter().take(LISTED).map(|(sent, why)| line(sent, why, dispatch))}
                    if hidden > 0 {
                        <li>{format!("and {hidden} more")}</li>
                    }
                </ul>
            }
        </div>
    }
}

fn line(sent: &SentToken, why: &str, dispatch: &Dispatch) -> Html {
    // What all lines begin with was said above.
    let why = why.split_once(": ").map_or(why, |(_, why)| why);
    html! {
        <li>
            <button class="link" onclick={dispatch.on(Action::TokenChosen(sent.position))}>{label(&sent.name)}</button>
            {", "}
            if !sent.request.is_empty() {
                <code>{shown(&sent.request)}</code>{", "}
            }
            {instants::utc(sent.at)}{": "}<span>{prose(why)}</span>
        </li>
    }
}
