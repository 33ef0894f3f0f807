//! The bar at the foot of a narrow page: what matters most in each place, and the way there.

use decode::Role;
use inspect::Severity;
use inspect::time::instants;
use inspect::validity::{Status, Validity};
use inspection::Inspected;
use yew::prelude::*;

use super::links::use_place_in_sight;
use super::places;
use crate::state::expecting::is_judgeable;
use crate::state::{Action, Dispatch, Selection, State};
use crate::views::expect::{EXPECT, ServiceOutcome};
use crate::views::findings::severity::sign;
use crate::views::glyphs::size;

/// In seconds. A longer time is told by its largest unit alone.
const DAY: u64 = 86_400;
const TEXT: &str = "Text";

pub fn bar(state: &State, inspected: &Inspected, dispatch: &Dispatch) -> Html {
    let parts = inspected.token.parts.iter().enumerate();
    let claims = parts.filter(|(_, part)| part.role == Role::Payload && !part.members().is_empty());
    let claims = claims.map(|(part, read)| BarEntry {
        id: Selection { part, member: None }.row_id(),
        value: read.members().len().to_string(),
        severity: None,
        name: "Claims",
    });
    let found = places::findings(inspected);
    let count: usize = found.iter().map(|(_, count)| count).sum();
    let entry = |id: &str, value, name| BarEntry { id: id.to_owned(), value, severity: None, name };
    let findings = BarEntry {
        severity: found.first().map(|(severity, _)| *severity),
        ..entry("findings", count.to_string(), "Findings")
    };
    let text = entry(if state.paste.is_editable() { "box" } else { "excerpt" }, size(state.paste.text.len()), TEXT);
    let time = entry("summary", time_left(&inspected.judgement.validity, state.clock.now), "Summary");
    let service = is_judgeable(&inspected.token).then(|| service(ServiceOutcome::of(state)));
    let entries: Vec<BarEntry> =
        [time, findings].into_iter().chain(claims.take(1)).chain(service).chain([text]).collect();
    html! { <Bar {entries} dispatch={dispatch.clone()} /> }
}

fn service(outcome: ServiceOutcome) -> BarEntry {
    let (value, severity) = match outcome {
        ServiceOutcome::NotAsked => ("–".to_owned(), None),
        ServiceOutcome::Refuses => ("no".to_owned(), Some(Severity::Error)),
        ServiceOutcome::NothingAgainst | ServiceOutcome::Unsure => ("maybe".to_owned(), None),
    };
    BarEntry { id: EXPECT.to_owned(), value, severity, name: "Accept?" }
}

/// In a few characters.
fn time_left(validity: &Validity, now: i64) -> String {
    match (validity.status, validity.expires_at) {
        (Status::Active, Some(expires_at)) if expires_at.abs_diff(now) < DAY => {
            instants::countdown(expires_at.abs_diff(now))
        }
        (Status::Active, Some(expires_at)) => instants::relative(expires_at, now).replace("in ", ""),
        (Status::Expired, _) => "expired".to_owned(),
        (Status::NotYetValid, _) => "not yet".to_owned(),
        _ => "no expiry".to_owned(),
    }
}

#[derive(Clone, PartialEq)]
struct BarEntry {
    id: String,
    value: String,
    severity: Option<Severity>,
    name: &'static str,
}

#[derive(Properties, PartialEq)]
struct BarProps {
    entries: Vec<BarEntry>,
    dispatch: Dispatch,
}

#[component]
fn Bar(BarProps { entries, dispatch }: &BarProps) -> Html {
    // The text stands before the others, and is where nobody reads on.
    let read = entries.iter().filter(|entry| entry.name != TEXT);
    let here = use_place_in_sight(read.map(|entry| entry.id.clone()).collect());
    let button = |(position, entry): (usize, &BarEntry)| {
        let onclick = {
            let (here, dispatch, id) = (here.clone(), dispatch.clone(), entry.id.clone());
            move |_: MouseEvent| {
                dispatch.send(Action::PlaceWanted(id.clone()));
                here.set(Some(position));
            }
        };
        html! {
            <button aria-current={(*here == Some(position)).then_some("location")} {onclick}>
                <b data-severity={entry.severity.map(Severity::id)}>
                    if let Some(severity) = entry.severity {
                        <span aria-hidden="true">{sign(severity)}{" "}</span>
                    }
                    {&entry.value}
                </b>
                {" "}<span>{entry.name}</span>
            </button>
        }
    };
    html! { <nav class="bar-below" aria-label="Outline">{for entries.iter().enumerate().map(button)}</nav> }
}
