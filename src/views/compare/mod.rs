//! Two tokens side by side, in place of the answer: what they come to together, and then member by member.

mod marked;
mod rows;
mod sets;

#[cfg(test)]
mod tests;

use decode::Token;
use inspect::compare::{Change, ComparedTopic, Comparison, ComparisonRemark, Likeness, SideName};
use inspect::display::counted;
use inspect::time::instants;
use inspect::validity::validity;
use yew::prelude::*;

use crate::browser::document::value_of;
use crate::state::comparing::{Compared, Comparing, SECOND_LIMIT, Source};
use crate::state::reading::Group;
use crate::state::{Action, Dispatch, State};
use crate::views::answer::verdict_words::status_word;
use crate::views::fields::TextBox;
use crate::views::findings::severity::badge;
use crate::views::glyphs::{in_quotes, label, prose, reference};

/// Where the text holds several tokens and one of them is shown.
pub fn offer(state: &State, dispatch: &Dispatch) -> Html {
    match state.shown() {
        Some(shown) if state.comparing.is_none() && state.paste.reading.has_tabs() => {
            choice(state, &shown.token.text, true, "Compare it with", dispatch)
        }
        _ => Html::default(),
    }
}

/// The value of the option for a token that is not in the text.
const ANOTHER: &str = "another";

/// All others of the text, and one that is not in it.
fn choice(state: &State, shown: &str, has_prompt: bool, label: &'static str, dispatch: &Dispatch) -> Html {
    let comparing = state.comparing.as_ref();
    let reading = &state.paste.reading;
    let is_with = |token: &Token| comparing.is_some_and(|comparing| comparing.is_with(token));
    let option = |group: &Group| {
        let token = reading.tokens.get(group.first).filter(|token| token.text != shown)?;
        // Of many, the table offers the others.
        if reading.is_many() && !is_with(token) {
            return None;
        }
        Some(html! {
            <option value={group.first.to_string()} selected={is_with(token)}>{in_quotes(&group.name)}</option>
        })
    };
    let is_another = comparing.is_some_and(|comparing| comparing.source != Source::Text);
    let onchange = dispatch.from(|event: Event| {
        Some(match &*value_of(&event)? {
            ANOTHER => Action::SecondTextWanted,
            position => Action::ComparisonChosen(position.parse().ok()?),
        })
    });
    html! {
        <p class="choice">
            <label>
                {label}{" "}
                <select {onchange}>
                    if has_prompt {
                        <option value="" selected=true>{"choose…"}</option>
                    }
                    {for reading.groups.iter().filter_map(option)}
                    <option value={ANOTHER} selected={is_another}>{"another token…"}</option>
                </select>
            </label>
        </p>
    }
}

pub fn side_by_side(state: &State, comparing: &Comparing, dispatch: &Dispatch) -> Html {
    let is_one_of_several = state.paste.reading.groups.len() > 1;
    let (one, other) = comparing.sides();
    html! {
        <div
            class="stack compare"
            id="answer"
            tabindex="-1"
            role={if state.paste.reading.has_tabs() { "tabpanel" } else { "group" }}
            aria-label="Two tokens side by side"
        >
            <div class="cluster">
                <button onclick={dispatch.on(Action::ComparisonEnded)}>
                    {"‹ Back to "}{label(&comparing.shown().name)}
                </button>
                if is_one_of_several {
                    {choice(state, &comparing.shown().token.text, false, "Compared with", dispatch)}
                }
                if comparing.comparison.is_some() {
                    <button onclick={dispatch.on(Action::SidesSwapped)}>{"Swap sides"}</button>
                }
            </div>
            if comparing.source != Source::Text {
                {second(comparing.source, dispatch)}
            }
            if let Some(comparison) = &comparing.comparison {
                {sides(state, comparison.names, [one, other])}
                {remarks(&comparison.remarks)}
                {topics(&comparison.topics)}
                {for comparison.parts.iter().enumerate().map(|(at, part)| rows::part(state, comparison.names, (at, part), dispatch))}
            }
        </div>
    }
}

fn second(source: Source, dispatch: &Dispatch) -> Html {
    let said = match source {
        Source::Second { is_empty: false, tokens: 0, .. } => "No token found in this text.",
        Source::Second { is_cut: true, .. } => "Only the beginning of this text was read.",
        Source::Second { tokens: 2.., .. } => "It holds several tokens: the first is compared.",
        _ => "",
    };
    html! {
        <div class="second">
            <TextBox
                id="second"
                placeholder="Paste the other token here"
                label="What to compare with"
                max_length={SECOND_LIMIT}
                oninput={dispatch.from(|event: InputEvent| Some(Action::SecondWritten(value_of(&event)?)))}
            />
            <p class="fine" role="status">{said}</p>
        </div>
    }
}

/// What stands at the left and at the right.
fn sides(state: &State, names: [SideName; 2], compared: [Option<&Compared>; 2]) -> Html {
    html! {
        <div class="sides">
            for (name, compared) in names.into_iter().zip(compared) {
                <div class="side">
                    <span class="whose">{name.label()}</span>
                    if let Some(compared) = compared {
                        {about(compared, state.clock.now)}
                    }
                </div>
            }
        </div>
    }
}

/// What it is called, what it is, and when it was issued: that says which comes first.
fn about(Compared { token, description, name }: &Compared, now: i64) -> Html {
    let validity = validity(token, now);
    let issued = validity.issued_at.map(|at| format!("issued {}", instants::utc(at)));
    html! {
        <>
            <b>{name.clone()}</b>
            <small>{format!("{}, {}", description.profile.kind.name(), status_word(validity.status))}</small>
            if let Some(issued) = issued {
                <small>{issued}</small>
            }
        </>
    }
}

fn remarks(remarks: &[ComparisonRemark]) -> Html {
    html! {
        if !remarks.is_empty() {
            <section class="panel" aria-label="What the two reveal together">
                {for remarks.iter().map(remark)}
            </section>
        }
    }
}

fn remark(remark: &ComparisonRemark) -> Html {
    let references = remark.references.join(", ");
    html! {
        <article class="finding" data-finding={remark.id}>
            {badge(remark.severity, remark.severity.name())}
            <div>
                <p>{prose(&remark.message)}</p>
                if !remark.advice.is_empty() || !references.is_empty() {
                    <p class="why">{prose(remark.advice)}{" "}{reference(&references)}</p>
                }
            </div>
        </article>
    }
}

fn topics(topics: &[ComparedTopic]) -> Html {
    html! {
        if !topics.is_empty() {
            <section class="panel" aria-label="In short">
                <header><h2>{"In short"}</h2></header>
                <dl class="facts">
                    for topic in topics {
                        <dt>{topic.name}</dt>
                        <dd>{outcome(topic.outcome)}<span>{prose(&topic.message)}</span></dd>
                    }
                </dl>
            </section>
        }
    }
}

fn outcome(outcome: Likeness) -> Html {
    match outcome {
        Likeness::Same => sign("=", "same"),
        Likeness::Different => sign("≠", "different"),
        Likeness::Unknown => sign("?", "not known"),
    }
}

/// Never by its sign alone.
fn sign(sign: &'static str, word: &'static str) -> Html {
    html! { <span class="outcome"><span aria-hidden="true">{sign}</span>{" "}{word}</span> }
}

/// For those who listen.
pub fn announcement(comparison: &Comparison) -> String {
    // What is redacted may be the same.
    let count = |part| rows::differing(part).filter(|row| row.change != Change::Redacted).count();
    let differing: usize = comparison.parts.iter().map(count).sum();
    format!("Two tokens side by side: {}. Decoded, not verified.", counted(differing, "difference"))
}
