//! The tokens inside a part or a member, each with a button that opens it.

use decode::Span;
use inspection::Inspected;
use yew::prelude::*;

use crate::state::{Action, Dispatch};

/// At most so many buttons stand in one place.
const LIMIT: usize = 10;

/// Those inside the part at this position, or inside bytes `within` of it. Nothing where there are none.
pub fn openers(inspected: &Inspected, part: usize, within: Option<Span>, dispatch: &Dispatch) -> Html {
    let places = inspected.token.nested.iter().zip(&inspected.nested).enumerate();
    let is_here = |place: Span| within.is_none_or(|within| within.overlaps(place));
    let here = places.filter(|(_, (place, _))| place.part == part && is_here(place.token.span));
    let mut here = here.take(LIMIT).peekable();
    if here.peek().is_none() {
        return Html::default();
    }
    html! {
        <p class="inside">
            for (position, (_, nested)) in here {
                <button class="open" onclick={dispatch.on(Action::NestedOpened(position))}>
                    {format!("Open the {} inside", nested.description.profile.kind.name())}
                </button>
            }
        </p>
    }
}
