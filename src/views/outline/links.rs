//! The places as a list of buttons, of which the one in sight is marked.

use inspect::Severity;
use inspect::display::counted;
use yew::prelude::*;

use super::places::{OutlinePlace, PlaceExtent};
use crate::browser::sight;
use crate::state::{Action, Dispatch};
use crate::views::findings::severity::sign;

#[derive(Properties, PartialEq)]
pub struct LinksProps {
    pub places: Vec<OutlinePlace>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Links(LinksProps { places, dispatch }: &LinksProps) -> Html {
    let ids: Vec<String> = places.iter().map(|place| place.id.clone()).collect();
    let here = use_place_in_sight(ids);
    let link = |(position, place): (usize, &OutlinePlace)| {
        let onclick = {
            let (here, dispatch, id) = (here.clone(), dispatch.clone(), place.id.clone());
            move |_: MouseEvent| {
                dispatch.send(Action::PlaceWanted(id.clone()));
                here.set(Some(position));
            }
        };
        html! {
            <li key={place.id.clone()}>
                <button aria-current={(*here == Some(position)).then_some("location")} {onclick}>
                    if let Some(role) = place.role {
                        <i data-role={role.id()} aria-hidden="true" />
                    }
                    <span>{place.name}</span>
                    {extent(&place.extent)}
                </button>
            </li>
        }
    };
    html! { <ul>{for places.iter().enumerate().map(link)}</ul> }
}

/// The position of the place that is read.
#[hook]
pub fn use_place_in_sight(ids: Vec<String>) -> UseStateHandle<Option<usize>> {
    let here = use_state_eq(|| None);
    {
        let here = here.setter();
        use_effect_with(ids, move |ids| {
            let told = Callback::from(move |place| here.set(place));
            let watch = sight::watch_places(ids.clone(), told);
            move || drop(watch)
        });
    }
    here
}

fn extent(extent: &PlaceExtent) -> Html {
    match extent {
        PlaceExtent::Untold => Html::default(),
        PlaceExtent::Told(text) => html! { <small>{text}</small> },
        PlaceExtent::Refused => html! {
            <small>
                <em data-severity={Severity::Error.id()}>
                    <span aria-hidden="true">{sign(Severity::Error)}{" "}</span>{"no"}
                </em>
            </small>
        },
        PlaceExtent::Findings(counts) if counts.is_empty() => html! { <small>{"none"}</small> },
        PlaceExtent::Findings(counts) => {
            html! { <small>{for counts.iter().map(|(severity, count)| findings(*severity, *count))}</small> }
        }
    }
}

/// A sign and a number for the eye, a number and a word for the ear.
pub fn findings(severity: Severity, count: usize) -> Html {
    html! {
        <em data-severity={severity.id()}>
            <span aria-hidden="true">{format!("{} {count}", sign(severity))}</span>
            <span class="unseen">{format!(" {}", counted(count, &severity.name().to_ascii_lowercase()))}</span>
        </em>
    }
}
