//! What filled the fields, and the way back to what stood there.

use yew::prelude::*;

use crate::state::expecting::{ExpectationUse, Expecting, FROM_LINK, Replacement};
use crate::state::{Action, Dispatch};
use crate::views::glyphs::{prose, reference};

/// Read aloud.
pub fn refilled(expecting: &Expecting, dispatch: &Dispatch) -> Html {
    let before = expecting.before.as_ref().map(|earlier| earlier.replaced_by);
    html! {
        <p class="refilled" role="status">
            {said(expecting, before)}
            if let Some(replaced_by) = before {
                {" "}
                <button
                    class="link"
                    id="expected-undo"
                    onclick={dispatch.on(Action::ExpectationUsed(ExpectationUse::UndoWanted))}
                >
                    {if replaced_by == Replacement::Undone { "Redo" } else { "Undo" }}
                </button>
            }
        </p>
    }
}

fn said(expecting: &Expecting, before: Option<Replacement>) -> Html {
    let profile = expecting.start.as_ref().and_then(|start| expecting.choices()?.profile(start));
    match (&expecting.start, profile, before) {
        (Some(_), Some(profile), _) => html! {
            <>
                {"Filled in from "}<b>{&profile.name}</b>{". "}{prose(&profile.note)}
                if !profile.reference.is_empty() {
                    {" "}{reference(&profile.reference)}
                }
            </>
        },
        (Some(start), None, _) if start == FROM_LINK => html! {
            {"These expectations came with the link: issuer, audience and algorithms alone."}
        },
        (Some(_), None, _) => html! {
            {"Filled in from this token, which knows nothing of your service. Change what it expects otherwise."}
        },
        (None, _, Some(replaced_by)) => html! {
            {match replaced_by {
                Replacement::Filled => "What you wrote before is kept.",
                Replacement::Cleared => "Cleared.",
                Replacement::Reread => "Read as you chose.",
                Replacement::Undone => "Undone.",
            }}
        },
        (None, _, None) => Html::default(),
    }
}
