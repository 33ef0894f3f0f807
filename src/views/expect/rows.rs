//! One row for each expectation: its name, its field, and whether the token meets it.

use yew::prelude::*;

use crate::browser::document::value_of;
use crate::state::expecting::answer::{AnsweredLine, LineOutcome, ServiceAnswer};
use crate::state::expecting::form::ExpectationField;
use crate::state::expecting::length::has_unit;
use crate::state::expecting::{ExpectationUse, Expecting};
use crate::state::{Action, Dispatch, State};
use crate::views::fields::kept_nowhere;
use crate::views::glyphs::{capitalized, prose, shown};

/// Those that most services have, in the order of the rows.
const USUAL: [ExpectationField; 5] = [
    ExpectationField::Issuer,
    ExpectationField::Audience,
    ExpectationField::Algorithms,
    ExpectationField::Type,
    ExpectationField::Leeway,
];
/// A field of several lines grows up to so many.
const MOST_LINES: usize = 8;

pub fn name(field: ExpectationField) -> &'static str {
    match field {
        ExpectationField::Issuer => "Issuer",
        ExpectationField::Audience => "Audience",
        ExpectationField::Algorithms => "Algorithms",
        ExpectationField::Type => "Type",
        ExpectationField::Leeway => "Clock leeway",
        ExpectationField::Claims => "Required claims",
        ExpectationField::Scopes => "Scopes",
        ExpectationField::Lifetime => "Longest lifetime",
    }
}

/// How to write it, where it is empty.
fn placeholder(field: ExpectationField) -> &'static str {
    match field {
        ExpectationField::Issuer | ExpectationField::Audience => "any; several: one a line",
        ExpectationField::Algorithms => "any; for example RS256, ES256",
        ExpectationField::Type => "any; for example at+jwt",
        ExpectationField::Leeway => "0",
        ExpectationField::Claims => "name, or name = value; one a line",
        ExpectationField::Scopes => "none; several: with spaces",
        ExpectationField::Lifetime => "any; for example 1 hour",
    }
}

/// What the report calls it.
fn expectation(field: ExpectationField) -> &'static str {
    match field {
        ExpectationField::Issuer => "issuer",
        ExpectationField::Audience => "audience",
        ExpectationField::Algorithms => "algorithm",
        ExpectationField::Type => "type",
        ExpectationField::Leeway => "time",
        ExpectationField::Claims => "claim",
        ExpectationField::Scopes => "scope",
        ExpectationField::Lifetime => "lifetime",
    }
}

pub fn rows(state: &State, dispatch: &Dispatch) -> Html {
    let expecting = &state.expecting;
    let more = ExpectationField::MORE.into_iter().filter(|field| expecting.is_shown(*field));
    html! {
        <ul class="expects">
            {for expecting.answer().map(|answer| token(answer))}
            {for USUAL.into_iter().map(|field| row(expecting, field, dispatch))}
            {signature(state, dispatch)}
            {for more.map(|field| row(expecting, field, dispatch))}
            {more_or_fewer(expecting, dispatch)}
        </ul>
    }
}

/// Shows the rows that are seldom needed, or folds those that are empty.
fn more_or_fewer(expecting: &Expecting, dispatch: &Dispatch) -> Html {
    let has_empty = ExpectationField::MORE.into_iter().any(|field| expecting.form.text(field).is_empty());
    let hidden: Vec<String> = expecting.hidden().map(|field| name(field).to_lowercase()).collect();
    html! {
        if has_empty {
            <li class="further-rows" key="more">
                <button
                    class="link"
                    aria-expanded={expecting.shows_more.to_string()}
                    onclick={dispatch.on(Action::ExpectationUsed(ExpectationUse::MoreToggled))}
                >
                    {if expecting.shows_more { "Fewer expectations" } else { "More expectations" }}
                </button>
                if !hidden.is_empty() {
                    {" "}<span>{capitalized(&hidden.join(", "))}</span>
                }
            </li>
        }
    }
}

/// What is to be said of the token itself, whatever is expected.
pub fn of_token(answer: &ServiceAnswer) -> impl Iterator<Item = &AnsweredLine> {
    answer.lines.iter().filter(|line| line.expectation == "token")
}

/// Nothing where every service could take it.
fn token(answer: &ServiceAnswer) -> Html {
    let is_wrong = of_token(answer).any(|line| line.outcome == LineOutcome::NotMet);
    if of_token(answer).next().is_none() {
        return Html::default();
    }
    html! {
        <li key="token" data-severity={is_wrong.then_some("error")}>
            <span class="name">{"Token"}</span>
            <p class="demand">{"what every service demands"}</p>
            <div class="met">{for of_token(answer).map(|line| outcome(line, Html::default()))}</div>
        </li>
    }
}

fn row(expecting: &Expecting, field: ExpectationField, dispatch: &Dispatch) -> Html {
    let fault = expecting.form.fault(field);
    let answer = expecting.answer_on(field).filter(|_| fault.is_none());
    let is_asked = field == ExpectationField::Leeway || !expecting.form.is_blank(field);
    let mut lines: Vec<&AnsweredLine> = answer
        .filter(|_| is_asked)
        .map(|answer| answer.lines.iter().filter(|line| line.expectation == expectation(field)).collect())
        .unwrap_or_default();
    // In the order in which they are written.
    lines.sort_by_key(|line| line.claim.as_ref().and_then(|claim| expecting.form.position_of(claim)));
    let is_wrong = fault.is_some() || lines.iter().any(|line| line.outcome == LineOutcome::NotMet);
    let is_met = !lines.is_empty() && lines.iter().all(|line| line.outcome == LineOutcome::Met);
    let offer = expecting.form.rereading(field).filter(|_| !is_met);
    let said = format!("{}-said", field.id());
    let offered = format!("{}-offer", field.id());
    // What is offered stands before what came of it.
    let described = if offer.is_some() { format!("{offered} {said}") } else { said.clone() };
    html! {
        <li key={field.id()} data-severity={is_wrong.then_some("error")}>
            if field == ExpectationField::Leeway {
                // What is said there is about the time.
                <span class="name" id="expected-time">{"Time"}</span>
            } else {
                <label for={field.id()}>{name(field)}</label>
            }
            <div class="written">
                {entry(expecting, field, fault.is_some(), described, dispatch)}
                if let Some(offer) = &offer {
                    <p class="offer" id={offered}>
                        if offer.is_one_value {
                            <small>{"Taken as one value."}</small>{" "}
                        }
                        <button class="link" onclick={dispatch.on(Action::ExpectationUsed(ExpectationUse::Reread(field)))}>
                            {prose(&offer.words)}
                        </button>
                    </p>
                }
            </div>
            <div class="met" id={said}>
                if let Some(fault) = &fault {
                    <p data-outcome="not-met"><span class="eq" aria-hidden="true">{"–"}</span><b>{"Not read"}</b>{" "}<small>{prose(fault)}</small></p>
                }
                {for lines.into_iter().map(|line| outcome(line, Html::default()))}
            </div>
        </li>
    }
}

fn entry(expecting: &Expecting, field: ExpectationField, is_wrong: bool, said: String, dispatch: &Dispatch) -> Html {
    let text = expecting.form.text(field).to_owned();
    let names_unit = has_unit(&text);
    let oninput = dispatch.from(move |event: InputEvent| {
        Some(Action::ExpectationUsed(ExpectationUse::Written { field, text: value_of(&event)? }))
    });
    let invalid = is_wrong.then_some("true");
    if matches!(field, ExpectationField::Issuer | ExpectationField::Audience | ExpectationField::Claims) {
        let rows = text.split('\n').count().min(MOST_LINES);
        return kept_nowhere(html! {
            <textarea
                id={field.id()}
                class="notranslate"
                placeholder={placeholder(field)}
                aria-describedby={said}
                aria-invalid={invalid}
                rows={rows.to_string()}
                value={text}
                {oninput}
            />
        });
    }
    let in_seconds = field == ExpectationField::Leeway;
    let described = if in_seconds { format!("expected-seconds expected-time {said}") } else { said };
    html! {
        <>
            if in_seconds {
                <label for={field.id()}>{name(field)}</label>
            }
            {kept_nowhere(html! {
                <input
                    id={field.id()}
                    class={if in_seconds { "short" } else { "notranslate" }}
                    placeholder={placeholder(field)}
                    aria-describedby={described}
                    aria-invalid={invalid}
                    value={text}
                    {oninput}
                />
            })}
            if in_seconds {
                <span id="expected-seconds">{if names_unit { "" } else { "seconds" }}</span>
            }
        </>
    }
}

fn signature(state: &State, dispatch: &Dispatch) -> Html {
    let expecting = &state.expecting;
    let is_asked = expecting.form.signature;
    let answer = expecting.answer_on_signature().filter(|_| is_asked);
    let line = answer.and_then(|answer| answer.lines.iter().find(|line| line.expectation == "signature"));
    let is_wrong = line.is_some_and(|line| line.outcome == LineOutcome::NotMet);
    let words = match line.map(|line| line.outcome) {
        Some(LineOutcome::NotChecked) => "Check the signature",
        _ => "See the check",
    };
    let to_check = html! {
        <button class="link" onclick={dispatch.on(Action::CheckWanted)}>{words}</button>
    };
    html! {
        <li key="signature" data-severity={is_wrong.then_some("error")}>
            <span class="name">{"Signature"}</span>
            <div class="written">
                <label class="choice">
                    <input
                        type="checkbox"
                        id="expected-signature"
                        aria-describedby="expected-signature-said"
                        checked={is_asked}
                        onchange={dispatch.on(Action::ExpectationUsed(ExpectationUse::SignatureToggled))}
                    />
                    <span>{"fits the key you paste"}</span>
                </label>
            </div>
            <div class="met" id="expected-signature-said">
                if let Some(line) = line {
                    {outcome(line, to_check)}
                }
            </div>
        </li>
    }
}

/// "= Met", "≠ Not met", "– Not checked", and why.
fn outcome(line: &AnsweredLine, link: Html) -> Html {
    let (sign, word, id) = match line.outcome {
        LineOutcome::Met => ("=", "Met", "met"),
        LineOutcome::NotMet => ("≠", "Not met", "not-met"),
        LineOutcome::NotChecked => ("–", "Not checked", "not-checked"),
    };
    html! {
        <p data-outcome={id}>
            <span class="eq" aria-hidden="true">{sign}</span>
            if let Some(claim) = &line.claim {
                <code>{shown(claim)}</code>{" "}
            }
            <b>{word}</b>
            for sentence in [&line.reason, &line.fix].into_iter().flatten() {
                {" "}<small>{prose(sentence)}</small>
            }
            {" "}{link}
        </p>
    }
}
