//! Two tokens side by side, in place of the answer: what they come to together, and then member by member.

mod marked;
mod rows;

#[cfg(test)]
mod tests;

use inspect::compare::{Change, Comparison, Outcome, Remark, Topic};
use inspect::display::counted;
use inspect::validity::validity;
use yew::prelude::*;

use super::app::State;
use super::commands::Command;
use super::comparing::{Compared, Comparing, SECOND_LIMIT, Source};
use super::element::{Element, button, element, row_of};
use super::glyphs::{prose, short_reference};
use super::paste_box::text_box;
use super::severity::badge;
use super::switcher::{OPTIONS, name};
use super::verdict_words::status_word;

/// Where the text holds several tokens and one of them is shown.
pub fn offer(state: &State) -> Html {
    let Some(shown) = state.shown().filter(|_| state.comparing.is_none() && state.reading.groups.len() > 1) else {
        return Html::default();
    };
    let prompt = element("option").with("value", "").with_mark("selected", true).say("choose…");
    choice(state, &shown.token.text, Some(prompt), "Compare it with").node()
}

/// All others of the text, and one that is not in it.
fn choice(state: &State, shown: &str, prompt: Option<Element>, label: &'static str) -> Element {
    let comparing = state.comparing.as_ref();
    let option = |group: &super::reading::Group| {
        let token = state.reading.tokens.get(group.first).filter(|token| token.text != shown)?;
        let option = element("option")
            .with_value("value", group.first.to_string())
            .with_mark("selected", comparing.is_some_and(|comparing| comparing.is_with(token)));
        Some(option.text(name(state, group)))
    };
    let others = state.reading.groups.iter().take(OPTIONS).filter_map(option);
    let another = element("option")
        .with("value", "another")
        .with_mark("selected", comparing.is_some_and(|comparing| comparing.source != Source::Text))
        .say("another token…");
    let select = element("select").with("data-do", "compare").hold_all(prompt).hold_all(others).hold(another);
    element("p").class("choice").hold(element("label").say(label).say(" ").hold(select))
}

pub fn side_by_side(state: &State, comparing: &Comparing) -> Element {
    let is_one_of_several = state.reading.groups.len() > 1;
    let back = ["‹ Back to ", &comparing.shown().name].concat();
    let head = element("div")
        .class("cluster")
        .hold(button(Command::EndComparison, back))
        .when(is_one_of_several, |head| head.hold(choice(state, &comparing.shown().token.text, None, "Compared with")))
        .when(comparing.comparison.is_some(), |head| head.hold(button(Command::SwapCompared, "Swap sides")));
    let (one, other) = comparing.sides();
    element("div")
        .class("stack compare")
        .with("id", "answer")
        .with("tabindex", "-1")
        .with("role", if is_one_of_several { "tabpanel" } else { "group" })
        .with("aria-label", "Two tokens side by side")
        .hold(head)
        .when(comparing.source != Source::Text, |stack| stack.hold(second(comparing.source)))
        .when_some(comparing.comparison.as_ref(), |stack, comparison| {
            let parts = comparison.parts.iter().enumerate().map(|(at, part)| rows::part(state, part, at));
            // One node: the second box keeps its place, and with it what is in it.
            stack.hold(row_of([
                sides(state, one, other).node(),
                remarks(&comparison.remarks),
                topics(&comparison.topics),
                row_of(parts),
            ]))
        })
}

fn second(source: Source) -> Element {
    let said = match source {
        Source::Second { is_empty: false, tokens: 0, .. } => "No token found in this text.",
        Source::Second { is_cut: true, .. } => "Only the beginning of this text was read.",
        Source::Second { tokens: 2.., .. } => "It holds several tokens: the first is compared.",
        _ => "",
    };
    let text = text_box("second", "Paste the other one here", "What to compare with")
        .with_value("maxlength", SECOND_LIMIT.to_string());
    element("div").class("second").hold(text).hold(element("p").class("fine").with("role", "status").say(said))
}

/// What stands at the left and at the right.
fn sides(state: &State, one: Option<&Compared>, other: Option<&Compared>) -> Element {
    let side = |word: &'static str, compared: Option<&Compared>| {
        let side = element("div").class("side").hold(element("span").class("whose").say(word));
        side.when_some(compared, |side, compared| {
            let status = status_word(validity(&compared.token, state.now).status);
            side.hold(element("b").text(compared.name.clone()))
                .hold(element("small").text([compared.description.profile.name, ", ", status].concat()))
        })
    };
    element("div").class("sides").hold(side("This token", one)).hold(side("The other", other))
}

fn remarks(remarks: &[Remark]) -> Html {
    if remarks.is_empty() {
        return Html::default();
    }
    let one = |remark: &Remark| {
        let reference = short_reference(&remark.references.join(", "));
        let said = element("div").hold(element("p").hold(prose(&remark.message))).when(
            !remark.advice.is_empty() || !reference.is_empty(),
            |said| {
                let why = element("p").class("why").hold(prose(remark.advice)).say(" ");
                said.hold(why.hold(element("span").class("reference").text(reference)))
            },
        );
        element("article")
            .class("finding")
            .with("data-finding", remark.id)
            .hold(badge(remark.severity, remark.severity.name()))
            .hold(said)
    };
    let panel = element("section").class("panel").with("aria-label", "What the two reveal together");
    panel.hold_all(remarks.iter().map(one)).node()
}

fn topics(topics: &[Topic]) -> Html {
    if topics.is_empty() {
        return Html::default();
    }
    let list = topics.iter().fold(element("dl").class("facts"), |list, topic| {
        let outcome = match topic.outcome {
            Outcome::Same => sign("=", "same"),
            Outcome::Different => sign("≠", "different"),
            Outcome::Unknown => sign("?", "not known"),
        };
        list.fact(topic.name, element("dd").hold(outcome).hold(element("span").hold(prose(&topic.message))))
    });
    let head = element("header").hold(element("h2").say("In short"));
    element("section").class("panel").with("aria-label", "In short").hold(head).hold(list).node()
}

/// Never by its sign alone.
fn sign(sign: &'static str, word: &'static str) -> Element {
    element("span").class("outcome").hold(element("span").with("aria-hidden", "true").say(sign)).say(" ").say(word)
}

/// For those who listen.
pub fn announcement(comparison: &Comparison) -> String {
    // What is redacted may be the same.
    let count = |part| rows::differing(part).filter(|row| row.change != Change::Redacted).count();
    let differing: usize = comparison.parts.iter().map(count).sum();
    ["Two tokens side by side: ", &counted(differing, "difference"), ". Decoded, not verified."].concat()
}
