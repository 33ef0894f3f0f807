//! One member of a part: its name, its value as written, and what it means.

use decode::{Part, Role, Token};
use inspect::describe::DescribedMember;
use inspect::display::capped;
use inspection::Inspected;
use yew::prelude::*;

use super::inside::openers;
use super::instants::instant;
use crate::state::{Action, Copied, Dispatch, Fold, Selection, State};
use crate::views::glyphs::{beginning, mark, reference, shown};

/// A longer value is shown in short at first, in characters.
const SHORT: usize = 300;
/// From so many bytes on a value gets the whole width.
const LONG: usize = 48;

pub fn row(
    state: &State,
    inspected: &Inspected,
    part: &Part,
    selection: Selection,
    members: &[DescribedMember],
    position: usize,
    dispatch: &Dispatch,
) -> Html {
    let Some(member) = members.get(position) else { return Html::default() };
    let is_marked = state.marks.marked() == Some(selection);
    let copy = Action::CopyWanted(Copied::Member { part: selection.part, member: position });
    html! {
        <li
            class="row"
            id={selection.row_id()}
            data-selection={selection.to_attribute()}
            data-marked={mark(is_marked)}
            data-long={mark(member.raw.len() > LONG)}
        >
            <span class="name">{shown(&member.name)}</span>
            {value(state, member, selection.part, position, dispatch)}
            {reference(member.reference)}
            <button
                class="copy"
                aria-label={format!("Copy {}", capped(&member.name, 40))}
                onclick={dispatch.on(copy)}
            >
                {"Copy"}
            </button>
            <p class="meaning">
                if let Some(said) = repeated(members, position) {
                    <b class="repeated">{said}</b>
                }
                {meaning(state, member, part.role)}
            </p>
            {openers(inspected, selection.part, Some(member.value_span), dispatch)}
            if is_marked {
                <p class="carriers">
                    {"Carried by "}<mark>{carriers(&inspected.token, part, member)}</mark>
                </p>
            }
        </li>
    }
}

fn value(state: &State, member: &DescribedMember, part: usize, position: usize, dispatch: &Dispatch) -> Html {
    let fold = Fold::Value { part, member: position };
    let short = beginning(&member.raw, SHORT).filter(|_| !state.answer.is_unfolded(fold));
    html! {
        <span class="value" dir="ltr">
            {shown(short.unwrap_or(&member.raw))}
            if short.is_some() {
                {"… "}
                <button class="link" onclick={dispatch.on(Action::Unfolded(fold))}>
                    {format!("show all ({} characters)", member.raw.chars().count())}
                </button>
            }
        </span>
    }
}

fn repeated(members: &[DescribedMember], position: usize) -> Option<&'static str> {
    let member = members.get(position)?;
    let mut same = members.iter().enumerate().filter(|(_, other)| other.name == member.name).map(|(other, _)| other);
    let (first, last) = (same.next(), same.next_back());
    Some(match last? {
        last if last == position => "repeated: most readers take this one, the last. ",
        _ if first == Some(position) => "repeated: most readers take the last one, some this first. ",
        _ => "repeated: most readers take the last one. ",
    })
}

/// The value as people read it, and what the name means.
fn meaning(state: &State, member: &DescribedMember, role: Role) -> Html {
    let now = state.clock.now;
    let is_bad = member.instant.is_some_and(|instant| match &*member.name {
        "exp" => role == Role::Payload && instant <= now,
        "nbf" => role == Role::Payload && instant > now,
        _ => false,
    });
    html! {
        <>
            if let Some(seconds) = member.instant {
                {instant(seconds, &state.clock, is_bad)}{" "}
            } else if let Some(value) = &member.shown {
                <em>{shown(value)}</em>{". "}
            }
            if member.title.is_empty() {
                {"Not registered: only its issuer can say what it means"}
            } else {
                <span class="title">{member.title}</span>{": "}{member.meaning}
            }
        </>
    }
}

/// The beginning of the characters that carry it.
fn carriers(token: &Token, part: &Part, member: &DescribedMember) -> String {
    let characters = token.characters_of(part, member.span).in_str(&token.text);
    beginning(characters, 72).map_or_else(|| characters.to_owned(), |short| format!("{short}…"))
}
