//! The names of the claims beside them, each of which leads to its row.

use decode::Role;
use inspect::Severity;
use inspect::describe::{DescribedMember, DescribedPart};
use inspect::display::{capped, counted};
use inspection::Inspected;
use yew::prelude::*;

use crate::state::{Action, Dispatch, Selection, State};
use crate::views::findings::severity::sign;
use crate::views::glyphs::{mark, shown};
use crate::views::part::flags::flags;

/// From so many claims on they do not fit on one screen.
const MANY: usize = 16;
/// No more names are shown: the filter finds the others.
const MOST: usize = 200;
/// A longer name is cut.
const NAME: usize = 40;

/// One stop for the Tab key: the arrows go from name to name.
pub fn index(state: &State, inspected: &Inspected, dispatch: &Dispatch) -> Html {
    let is_indexed = |part: &DescribedPart| part.role == Role::Payload && part.members.len() >= MANY;
    let parts = &inspected.description.parts;
    let Some((part, described)) = parts.iter().enumerate().find(|(_, part)| is_indexed(part)) else {
        return Html::default();
    };
    let all = described.members.iter().enumerate();
    let members: Vec<_> = match state.filter.positions(inspected, part) {
        None => all.collect(),
        Some(positions) => all.filter(|(at, _)| positions.binary_search(at).is_ok()).collect(),
    };
    let flags = flags(inspected, part);
    let marked = state.marks.marked();
    let name = |(order, (member, described)): (usize, &(usize, &DescribedMember))| {
        let selection = Selection { part, member: Some(*member) };
        let severity = flags.iter().find(|flag| flag.member == *member).map(|flag| flag.severity);
        let word = severity.map(|severity| format!(", {}", severity.name().to_lowercase()));
        html! {
            <button
                key={*member}
                tabindex={(order > 0).then_some("-1")}
                data-selection={selection.to_attribute()}
                data-severity={severity.map(Severity::id)}
                data-marked={mark(marked == Some(selection))}
                onclick={dispatch.on(Action::SelectionFollowed(selection))}
            >
                if let Some(severity) = severity.filter(|severity| *severity < Severity::Notice) {
                    <span aria-hidden="true">{sign(severity)}</span>
                }
                {shown(&capped(&described.name, NAME))}
                <span class="unseen">{word}</span>
            </button>
        }
    };
    let hidden = members.len().saturating_sub(MOST);
    html! {
        <>
            if !members.is_empty() {
                <div class="index" role="toolbar" aria-label="Names of the claims">
                    {for members.iter().take(MOST).enumerate().map(name)}
                </div>
            }
            if hidden > 0 {
                <p class="fine">{format!("and {}", counted(hidden, "more name"))}</p>
            }
        </>
    }
}
