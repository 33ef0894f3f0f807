//! Which of the other tokens of a HAR file a service would refuse, each at the time of its request, and why.

use std::rc::Rc;

use inspect::display::counted;
use inspect::time::instants;
use yew::prelude::*;

use crate::state::expecting::ExpectationUse;
use crate::state::expecting::answer::ServiceAnswer;
use crate::state::expecting::others::{MOST_SENT, SentToken};
use crate::state::{Action, Dispatch, State};
use crate::views::glyphs::{capitalized, label, prose, shown};
use crate::views::same::Same;

/// So many stand open; of more, each reason is opened by itself.
const MOST_OPEN: usize = 8;

/// Nothing where the text is no HAR file with several tokens.
pub fn others(state: &State, answer: &Rc<ServiceAnswer>, dispatch: &Dispatch) -> Html {
    let sent = state.sent_tokens();
    if sent.is_empty() || sent.len() != answer.others.len() {
        return Html::default();
    }
    html! { <OtherTokens {sent} {answer} is_live={state.clock.is_live()} dispatch={dispatch.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct OtherTokensProps {
    sent: Vec<SentToken>,
    answer: Same<ServiceAnswer>,
    is_live: bool,
    dispatch: Dispatch,
}

#[component]
fn OtherTokens(props: &OtherTokensProps) -> Html {
    let OtherTokensProps { sent, answer, is_live, dispatch } = props;
    let reasons = by_reason(sent, &answer.others);
    let refused: usize = reasons.iter().map(|(_, tokens)| tokens.len()).sum();
    let which = if sent.len() == MOST_SENT { "The first tokens" } else { "The tokens" };
    let is_open = refused <= MOST_OPEN;
    html! {
        <div class="others">
            <p>
                {format!("{which} of this file, each at the time of its request: ")}
                <b>{format!("{refused} of {} would be refused", sent.len())}</b>{". "}
                <small>
                    {if *is_live { "The answer above is as of now." } else { "The answer above is as of the time that you chose." }}
                </small>
            </p>
            {for reasons.iter().map(|(why, tokens)| html! {
                <details key={*why} open={is_open}>
                    <summary>
                        {prose(&capitalized(why.trim_end_matches('.')))}{": "}{counted(tokens.len(), "token")}
                    </summary>
                    <ul>{for tokens.iter().map(|token| line(token, dispatch))}</ul>
                </details>
            })}
        </div>
    }
}

/// The tokens of each reason, the reason of most tokens first.
fn by_reason<'t>(sent: &'t [SentToken], others: &'t [Option<String>]) -> Vec<(&'t str, Vec<&'t SentToken>)> {
    let mut reasons: Vec<(&str, Vec<&SentToken>)> = Vec::new();
    let refused = sent.iter().zip(others).filter_map(|(sent, why)| Some((sent, why.as_deref()?)));
    for (sent, why) in refused {
        // What all begin with was said above.
        let why = why.split_once(": ").map_or(why, |(_, why)| why);
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, tokens)) => tokens.push(sent),
            None => reasons.push((why, vec![sent])),
        }
    }
    reasons.sort_by_key(|(_, tokens)| std::cmp::Reverse(tokens.len()));
    reasons
}

fn line(sent: &SentToken, dispatch: &Dispatch) -> Html {
    let chosen = Action::ExpectationUsed(ExpectationUse::OtherChosen(sent.position));
    html! {
        <li>
            <button class="link" onclick={dispatch.on(chosen)}>{label(&sent.name)}</button>
            if !sent.request.is_empty() {
                {", "}<code>{shown(&sent.request)}</code>
            }
            if let Some(status) = sent.status {
                {format!(", answered {status}")}
            }
            {", "}{instants::utc(sent.at)}
        </li>
    }
}
