//! One member of a part: its name, its value as written, and what it means.

use decode::{Part, Role, Token};
use inspect::describe::DescribedMember;
use inspect::display::capped;
use inspection::Inspected;
use yew::prelude::*;

use super::app::{Fold, State};
use super::commands::{Command, Copy};
use super::element::{Element, button, element, link};
use super::glyphs::{beginning, short_reference, shown};
use super::inside::openers;
use super::instants::instant;
use super::reading::Spot;

/// A longer value is shown in short at first.
const VALUE_CHARACTERS: usize = 300;
/// From here on a value gets the whole width.
const LONG_BYTES: usize = 48;

pub fn row(
    state: &State,
    inspected: &Inspected,
    part: &Part,
    spot: Spot,
    members: &[DescribedMember],
    position: usize,
) -> Html {
    let Some(member) = members.get(position) else {
        return Html::default();
    };
    let is_marked = state.marked() == Some(spot);
    let openers = openers(inspected, spot.part, Some(member.value_span));
    let copy = Command::Copy(Copy::Member { part: spot.part, member: position });
    let meaning = element("p")
        .class("meaning")
        .when_some(repeated(members, position), |meaning, said| meaning.hold(element("b").class("repeated").say(said)));
    element("li")
        .class("row")
        .with_value("id", ["row-", &spot.to_attribute()].concat())
        .with_value("data-spot", spot.to_attribute())
        .with_mark("data-marked", is_marked)
        .with_mark("data-long", member.raw.len() > LONG_BYTES)
        .hold(element("span").class("name").hold(shown(&member.name)))
        .hold(value(state, member, spot.part, position))
        .hold(element("span").class("reference").text(short_reference(member.reference)))
        .hold(
            button(copy, "Copy").class("copy").with_value("aria-label", ["Copy ", &capped(&member.name, 40)].concat()),
        )
        .hold(explained(meaning, state, member, part.role))
        .when(!openers.is_empty(), |row| row.hold(element("p").class("inside").hold_all(openers)))
        .when(is_marked, |row| {
            let carriers = element("mark").text(carriers(&inspected.token, part, member));
            row.hold(element("p").class("carriers").say("Carried by ").hold(carriers))
        })
        .node()
}

fn value(state: &State, member: &DescribedMember, part: usize, position: usize) -> Element {
    let fold = Fold::Value { part, member: position };
    let short = beginning(&member.raw, VALUE_CHARACTERS).filter(|_| !state.unfolded.contains(&fold));
    let value = element("span").class("value").with("dir", "ltr").hold(shown(short.unwrap_or(&member.raw)));
    value.when(short.is_some(), |value| {
        let length = ["show all (", &member.raw.chars().count().to_string(), " characters)"].concat();
        value.say("… ").hold(link(Command::Unfold(fold), length))
    })
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

fn explained(meaning: Element, state: &State, member: &DescribedMember, role: Role) -> Element {
    let is_bad = member.instant.is_some_and(|instant| match &*member.name {
        "exp" => role == Role::Payload && instant <= state.now,
        "nbf" => role == Role::Payload && instant > state.now,
        _ => false,
    });
    let meaning = match (member.instant, &member.shown) {
        (Some(seconds), _) => meaning.hold(instant(seconds, state.now, &state.zone, is_bad)).say(" "),
        (None, Some(value)) => meaning.hold(element("em").hold(shown(value))).say(". "),
        (None, None) => meaning,
    };
    if member.title.is_empty() {
        return meaning.say("Not registered: only its issuer can say what it means");
    }
    meaning.hold(element("span").class("title").say(member.title)).say(": ").say(member.meaning)
}

/// The beginning of the characters that carry it.
fn carriers(token: &Token, part: &Part, member: &DescribedMember) -> String {
    let characters = token.characters_of(part, member.span).in_str(&token.text);
    match beginning(characters, 72) {
        Some(short) => short.to_owned() + "…",
        None => characters.to_owned(),
    }
}
