//! A place that says when it comes on the screen.

use yew::prelude::*;

use crate::browser::sight;
use crate::state::{Action, Dispatch};

#[derive(Properties, PartialEq)]
pub struct InSightProps {
    /// What happened then.
    pub action: Action,
    pub dispatch: Dispatch,
}

#[component]
pub fn InSight(InSightProps { action, dispatch }: &InSightProps) -> Html {
    let place = use_node_ref();
    {
        let (place, dispatch, action) = (place.clone(), dispatch.clone(), action.clone());
        use_effect_with((), move |()| {
            let watch = sight::watch_one(&place, Callback::from(move |()| dispatch.send(action.clone())));
            move || drop(watch)
        });
    }
    html! { <i class="unseen" ref={place} aria-hidden="true" /> }
}
