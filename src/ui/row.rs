//! One member of a part: its name, its value as written, and what it means.

use jwt_inspector::decode::{Part, Role, Token};
use jwt_inspector::inspect::describe::DescribedMember;
use jwt_inspector::inspect::display::capped;
use yew::prelude::*;

use super::app::{Fold, State};
use super::commands::{Command, Copy};
use super::glyphs::{beginning, short_reference, shown};
use super::instants::instant;
use super::reading::Spot;

/// A longer value is shown in short at first.
const VALUE_CHARACTERS: usize = 300;
/// From here on a value gets the whole width.
const LONG_BYTES: usize = 48;

pub fn row(
    state: &State,
    token: &Token,
    part: &Part,
    spot: Spot,
    members: &[DescribedMember],
    position: usize,
) -> Html {
    let Some(member) = members.get(position) else {
        return Html::default();
    };
    let spot_attribute = spot.to_attribute();
    let is_marked = state.marked() == Some(spot);
    let copy = Command::Copy(Copy::Member { part: spot.part, member: position });
    html! {
        <li
            class="row"
            id={AttrValue::from(["row-", &spot_attribute].concat())}
            data-spot={spot_attribute}
            data-marked={is_marked.then_some("")}
            data-long={(member.raw.len() > LONG_BYTES).then_some("")}
        >
            <span class="name">{ shown(&member.name) }</span>
            { value(state, member, spot.part, position) }
            <span class="reference">{ short_reference(member.reference) }</span>
            <button class="copy" data-do={copy.to_attribute()} aria-label={["Copy ", &capped(&member.name, 40)].concat()}>{ "Copy" }</button>
            <p class="meaning">
                { repeated(members, position) }
                { meaning(state, member, part.role) }
            </p>
            if is_marked {
                <p class="carriers">
                    { "Carried by " }
                    <mark>{ carriers(token, part, member) }</mark>
                </p>
            }
        </li>
    }
}

fn value(state: &State, member: &DescribedMember, part: usize, position: usize) -> Html {
    let fold = Fold::Value { part, member: position };
    let short = beginning(&member.raw, VALUE_CHARACTERS).filter(|_| !state.unfolded.contains(&fold));
    html! {
        <span class="value" dir="ltr">
            if let Some(short) = short {
                { shown(short) }
                { "… " }
                <button class="link" data-do={Command::Unfold(fold).to_attribute()}>
                    { "show all (" }{ member.raw.chars().count() }{ " characters)" }
                </button>
            } else {
                { shown(&member.raw) }
            }
        </span>
    }
}

fn repeated(members: &[DescribedMember], position: usize) -> Html {
    let Some(member) = members.get(position) else {
        return Html::default();
    };
    let mut same = members.iter().enumerate().filter(|(_, other)| other.name == member.name).map(|(other, _)| other);
    let (first, last) = (same.next(), same.next_back());
    let said = match last {
        None => return Html::default(),
        Some(last) if last == position => "repeated: most readers take this one, the last. ",
        Some(_) if first == Some(position) => "repeated: most readers take the last one, some this first. ",
        Some(_) => "repeated: most readers take the last one. ",
    };
    html! { <b class="repeated">{ said }</b> }
}

fn meaning(state: &State, member: &DescribedMember, role: Role) -> Html {
    let is_bad = member.instant.is_some_and(|instant| match &*member.name {
        "exp" => role == Role::Payload && instant <= state.now,
        "nbf" => role == Role::Payload && instant > state.now,
        _ => false,
    });
    html! {
        <>
            if let Some(seconds) = member.instant {
                { instant(seconds, state.now, &state.zone, is_bad) }
                { " " }
            } else if let Some(shown_value) = &member.shown {
                <em>{ shown(shown_value) }</em>
                { ". " }
            }
            if member.title.is_empty() {
                { "Not registered: only its issuer can say what it means" }
            } else {
                <span class="title">{ member.title }</span>
                { ": " }
                { member.meaning }
            }
        </>
    }
}

/// The beginning of the characters that carry it.
fn carriers(token: &Token, part: &Part, member: &DescribedMember) -> String {
    let characters = token.characters_of(part, member.span).in_str(&token.text);
    match beginning(characters, 72) {
        Some(short) => short.to_owned() + "…",
        None => characters.to_owned(),
    }
}
