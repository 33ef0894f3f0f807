//! The panel in which the reader writes what a service expects, and reads what that comes to for the token.

mod code;
pub mod from_link;
mod others;
mod refilled;
mod rows;

#[cfg(test)]
mod tests;

use inspect::time::instants;
use inspection::Inspected;
use yew::prelude::*;

use crate::browser::document::value_of;
use crate::state::expecting::answer::ServiceAnswer;
use crate::state::expecting::form::ExpectationField;
use crate::state::expecting::{ExpectationUse, Expecting, FROM_LINK, PANEL, THIS_TOKEN, is_judgeable};
use crate::state::{Action, Dispatch, State};
use crate::views::glyphs::{mark, prose};
use crate::views::in_sight::InSight;
use code::code;
use others::others;
use refilled::refilled;
use rows::rows;

/// The id of the panel.
pub const EXPECT: &str = PANEL;
pub const TITLE: &str = "Would my service accept it?";

/// What it comes to, for the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ServiceOutcome {
    #[default]
    NotAsked,
    Refuses,
    NothingAgainst,
    /// Not all of it was checked, or some services would refuse the token.
    Unsure,
}

impl ServiceOutcome {
    pub fn of(state: &State) -> Self {
        match state.expecting.said() {
            Some(answer) if answer.would_refuse => Self::Refuses,
            Some(_) if unread(&state.expecting).next().is_some() => Self::NotAsked,
            Some(answer) if answer.is_without_reservation() => Self::NothingAgainst,
            Some(_) => Self::Unsure,
            None => Self::NotAsked,
        }
    }
}

/// What is written and goes into no link, as it stands in a list.
pub fn left_by_link(expecting: &Expecting) -> Vec<String> {
    let fields = expecting.left_by_link().map(|field| rows::name(field).to_lowercase());
    fields.chain(expecting.form.signature.then(|| "signature".to_owned())).collect()
}

/// Nothing where no service could look at the token.
pub fn expect(state: &State, inspected: &Inspected, dispatch: &Dispatch) -> Html {
    if !is_judgeable(&inspected.token) {
        return Html::default();
    }
    let expecting = &state.expecting;
    let used = |used| dispatch.on(Action::ExpectationUsed(used));
    html! {
        <section class="panel expect" id={EXPECT} aria-labelledby="expect-title" data-open={mark(expecting.is_open)}>
            <header>
                <h2 id="expect-title">{TITLE}</h2>
                <span class="size">
                    {if expecting.is_open { "Empty means any" } else { "Say what it expects" }}
                </span>
                {starts(expecting, dispatch)}
                if expecting.is_open {
                    <button aria-label="Clear what the service expects" onclick={used(ExpectationUse::Cleared)}>
                        {"Clear"}
                    </button>
                } else {
                    <button onclick={used(ExpectationUse::Opened)}>{"Write it"}</button>
                }
            </header>
            <InSight action={Action::ExpectationUsed(ExpectationUse::Seen)} dispatch={dispatch.clone()} />
            {refilled(expecting, dispatch)}
            if expecting.is_open {
                {rows(state, dispatch)}
            }
            {outcome(state)}
            if let Some(answer) = expecting.said() {
                {others(state, answer, dispatch)}
            }
            if let Some(answer) = expecting.answer().filter(|_| expecting.is_open) {
                {code(expecting, answer, dispatch)}
            }
        </section>
    }
}

/// The starting points. The likeliest is named.
fn starts(expecting: &Expecting, dispatch: &Dispatch) -> Html {
    let onchange =
        dispatch.from(|event: Event| Some(Action::ExpectationUsed(ExpectationUse::StartChosen(value_of(&event)?))));
    let option = |id: &str, name: &str| {
        let is_chosen = expecting.start.as_deref() == Some(id);
        html! { <option value={id.to_owned()} selected={is_chosen}>{name}</option> }
    };
    let is_chosen = expecting.start.as_deref().is_some_and(|start| start != FROM_LINK);
    let (profiles, likely) = match expecting.choices() {
        Some(answer) => (&*answer.profiles, expecting.answer().and_then(|answer| answer.likely.as_deref())),
        None => (&[][..], None),
    };
    html! {
        <select id="expected-start" aria-label="Start from" {onchange}>
            <option value="" selected={!is_chosen}>{"Start from…"}</option>
            {option(THIS_TOKEN, "This token")}
            for profile in profiles.iter().filter(|profile| Some(&*profile.id) == likely) {
                {option(&profile.id, &format!("{} (looks like this token)", profile.name))}
            }
            for profile in profiles.iter().filter(|profile| Some(&*profile.id) != likely) {
                {option(&profile.id, &profile.name)}
            }
        </select>
    }
}

/// The time that the answer is on, where that is not now.
fn as_of(expecting: &Expecting) -> Html {
    html! {
        if let Some(instant) = expecting.as_of() {
            <small>{format!("As of {}:", instants::day_and_time(instant))}</small>{" "}
        }
    }
}

/// The one line at the end. Read aloud whenever it changes.
fn outcome(state: &State) -> Html {
    let expecting = &state.expecting;
    let unread: Vec<ExpectationField> = unread(expecting).collect();
    let said = expecting.said().filter(|answer| answer.would_refuse || unread.is_empty());
    let refuses = said.is_some_and(|answer| answer.would_refuse);
    let not_checked: Vec<String> = said.map(|answer| not_checked(state, answer)).unwrap_or_default();
    html! {
        <>
            <p
                class="service-says"
                role="status"
                data-severity={refuses.then_some("error")}
                data-late={mark(said.is_some() && expecting.is_late())}
            >
                if let (Some(sentence), true) = (&expecting.failure, expecting.is_open) {
                    <span aria-hidden="true">{"–"}</span><span>{"Not compared. "}{prose(sentence)}</span>
                } else if let Some(answer) = said {
                    <span aria-hidden="true">{sign(answer)}</span>
                    <span>
                        {as_of(expecting)}{prose(&answer.sentence)}
                    </span>
                } else if expecting.is_open && !unread.is_empty() {
                    <span aria-hidden="true">{"–"}</span>
                    <span>
                        {"No answer yet: what stands in "}
                        {unread.iter().map(|field| rows::name(*field)).collect::<Vec<_>>().join(" and ")}
                        {" cannot be read."}
                    </span>
                }
            </p>
            if !not_checked.is_empty() {
                <div class="left-open">
                    <p>{"Not checked:"}</p>
                    <ul>{for not_checked.iter().map(|sentence| html! { <li>{prose(sentence)}</li> })}</ul>
                </div>
            }
        </>
    }
}

fn sign(answer: &ServiceAnswer) -> &'static str {
    match () {
        () if answer.would_refuse => "✕",
        () if answer.is_without_reservation() => "=",
        () => "–",
    }
}

/// What the answer says nothing about, and no row tells. Each a sentence.
fn not_checked(state: &State, answer: &ServiceAnswer) -> Vec<String> {
    let unread =
        unread(&state.expecting).map(|field| format!("{}: what stands there cannot be read.", rows::name(field)));
    let is_in_a_row = |sentence: &&String| rows::of_token(answer).any(|line| line.reason.as_ref() == Some(*sentence));
    answer.not_checked.iter().filter(|sentence| !is_in_a_row(sentence)).cloned().chain(unread).collect()
}

/// The fields whose text cannot be read.
fn unread(expecting: &Expecting) -> impl Iterator<Item = ExpectationField> {
    ExpectationField::ALL.into_iter().filter(|field| expecting.form.fault(*field).is_some())
}
