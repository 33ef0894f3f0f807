//! Selective disclosure: what was disclosed and where it belongs, and the claims as a verifier would see them.

use decode::{Span, Token};
use inspect::display::{capped, counted};
use inspect::sd_jwt::{Disclosure, SdHash, SdJwt};
use inspection::Inspected;
use yew::prelude::*;

use super::app::{Fold, State};
use super::commands::{Command, Copy};
use super::element::{Element, button, element, row_of};
use super::glyphs::{prose, shown, size};
use super::panel::section;
use super::problems::problems;
use super::reading::Spot;

/// So many are shown at first.
const ROWS: usize = 50;
/// A longer value is cut.
const VALUE_CHARACTERS: usize = 300;
/// Of the claims put together.
const PROCESSED_BYTES: usize = 20_000;

pub fn disclosures(state: &State, inspected: &Inspected) -> Html {
    let Some(read) = &inspected.description.sd_jwt else {
        return Html::default();
    };
    row_of([list(state, inspected, read), processed(read)])
}

fn list(state: &State, inspected: &Inspected, read: &SdJwt) -> Html {
    let is_unfolded = state.unfolded.contains(&Fold::Disclosures);
    let count = if is_unfolded { read.disclosures.len() } else { read.disclosures.len().min(ROWS) };
    let hidden = read.disclosures.len() - count;
    let rows = read.disclosures.iter().take(count).map(|disclosure| row(state, &inspected.token, disclosure));
    let key_binding = inspected.description.key_binding.as_ref();
    section("Disclosures", counted(read.disclosures.len(), "disclosure"))
        .hold(element("ul").class("rows").hold_all(rows))
        .when(hidden > 0, |panel| {
            let text = ["show ", &hidden.to_string(), " more"].concat();
            panel.hold(button(Command::Unfold(Fold::Disclosures), text).class("more"))
        })
        .when_some(read.undisclosed_in_words(), |panel, sentence| {
            panel.hold(element("p").class("remark").text(sentence))
        })
        .when_some(key_binding, |panel, binding| {
            let is_bad = binding.outcome != SdHash::Match;
            let remark = element("p").class("remark").with_some("data-severity", is_bad.then_some("error"));
            panel.hold(remark.hold(prose(&binding.message)))
        })
        .hold(problems(&read.problems))
        .node()
}

fn row(state: &State, token: &Token, disclosure: &Disclosure) -> Element {
    let spot = Spot { part: disclosure.part, member: None };
    let part = token.parts.get(disclosure.part);
    let source = |span: Span| part.map(|part| capped(&part.source(span), VALUE_CHARACTERS)).unwrap_or_default();
    let name = match &disclosure.name {
        Some(name) => element("span").class("name").hold(shown(&capped(name, 80))),
        None => element("span").class("name").say("array element"),
    };
    let place = disclosure.place.as_ref().map(|place| ["belongs at `", &capped(place, 120), "`"].concat());
    let salt = disclosure.salt.as_ref().map(|salt| ["salt `", &capped(salt, 60), "`"].concat());
    let digest = disclosure.digest.as_ref().map(|digest| ["digest `", digest, "`"].concat());
    let meaning: Vec<_> = [place, salt, digest].into_iter().flatten().collect();
    element("li")
        .class("row")
        .with_value("id", ["row-", &spot.to_attribute()].concat())
        .with_value("data-spot", spot.to_attribute())
        .with("data-role", "disclosure")
        .with_mark("data-marked", state.marked() == Some(spot))
        .hold(name)
        .hold(element("span").class("value").with("dir", "ltr").text(disclosure.value.map(source).unwrap_or_default()))
        .hold(element("p").class("meaning").hold(prose(&meaning.join(", "))))
        .when(!disclosure.problems.is_empty(), |row| {
            row.hold(element("div").class("inside").hold(problems(&disclosure.problems)))
        })
}

fn processed(read: &SdJwt) -> Html {
    let text = &read.processed;
    if read.disclosures.is_empty() || text.is_empty() {
        return Html::default();
    }
    let end = text.floor_char_boundary(PROCESSED_BYTES);
    let remark = "What was disclosed stands in its place. A verifier sees this once it has checked the signature, which \
                  this page has not.";
    section("Claims put together", size(text.len()))
        .hold(element("p").class("remark").say(remark))
        .hold(element("pre").class("exact").with("dir", "ltr").hold(shown(text.get(..end).unwrap_or_default())))
        .when(end < text.len(), |panel| {
            panel.hold(element("p").class("remark").say("Too long to show whole; “Copy” copies all of it."))
        })
        .hold(button(Command::Copy(Copy::ProcessedClaims), "Copy").class("more"))
        .node()
}
