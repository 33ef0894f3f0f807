//! Everything about the token that is shown, from the verdicts to the last panel.

use std::rc::Rc;
use std::slice;

use decode::{Part, Role};
use inspection::Inspected;
use yew::prelude::*;

use super::moment::{as_of, chooser};
use super::requests::{found_in, named_instant};
use super::sentence::{evidence, sentence};
use super::timeline::timeline;
use super::trail::trail;
use super::verdict_words;
use super::verdicts::verdicts;
use crate::state::columns::Columns;
use crate::state::{Action, Dispatch, Fold, State};
use crate::views::check::check;
use crate::views::check::outcome::CheckOutcome;
use crate::views::expect::expect;
use crate::views::exposure::ExposurePanel;
use crate::views::findings::Findings;
use crate::views::glyphs::prose;
use crate::views::part::certificates::certificates;
use crate::views::part::disclosures::disclosures;
use crate::views::part::keys::keys;
use crate::views::part::members::members;
use crate::views::part::parts::other_parts;
use crate::views::part::signature::signature;
use crate::views::part::status_list::status_list;

/// So many signatures or recipients are shown at first.
const GROUPS: usize = 5;
/// And so many more each time they are asked for: each has panels of its own.
const MORE_GROUPS: usize = 20;

pub fn answer(state: &State, inspected: &Rc<Inspected>, dispatch: &Dispatch) -> Html {
    let Inspected { token, description, judgement, .. } = &**inspected;
    let has_tabs = state.paste.reading.has_tabs();
    let is_one_of_several = state.paste.reading.groups.len() > 1;
    let signature_left_out = state.paste.signature_left_out && state.answer.opened.is_empty();
    let now = state.clock.now;
    html! {
        <div
            class="stack"
            id="answer"
            tabindex="-1"
            role={is_one_of_several.then_some(if has_tabs { "tabpanel" } else { "group" })}
            aria-label={is_one_of_several.then_some("The chosen token")}
        >
            {as_of(&state.clock, dispatch)}
            {trail(&state.answer, dispatch)}
            <div class="content">
            <div class="head" id="summary" tabindex="-1">
                {verdicts(inspected, signature_left_out, CheckOutcome::of(state).verdict(), now)}
                {sentence(&judgement.summary)}
                {timeline(&judgement.validity, named_instant(state, inspected), now, state.clock.is_live())}
                {found_in(state, inspected, dispatch)}
                <div class="asides">
                    {evidence(&description.profile)}
                    if description.has_instants {
                        {chooser(&state.clock, &judgement.validity, dispatch)}
                    }
                </div>
            </div>
            if state.columns != Columns::Three {
                <Findings shown={inspected} dispatch={dispatch.clone()} />
            }
            {content(state, inspected, dispatch)}
            </div>
            <div class="further">
            if state.columns == Columns::Three {
                <Findings shown={inspected} dispatch={dispatch.clone()} />
            }
            {further(state, inspected, dispatch)}
            {check(state, inspected, dispatch)}
            {expect(state, inspected, dispatch)}
            {keys(token, &description.keys, dispatch)}
            {certificates(&description.chains, now, dispatch)}
            {status_list(description.status_list.as_ref(), dispatch)}
            <ExposurePanel shown={inspected} dispatch={dispatch.clone()} />
            </div>
        </div>
    }
}

/// What people look for first: the claims, or of an encrypted token its headers. Several signatures or recipients each
/// have panels of their own.
fn content(state: &State, inspected: &Rc<Inspected>, dispatch: &Dispatch) -> Html {
    let is_encrypted = inspected.token.format.is_encrypted();
    html! {
        <>
            if is_encrypted {
                {panels_of_all(state, inspected, dispatch)}
            } else {
                {payloads(state, inspected, dispatch)}
            }
            {disclosures(state, inspected, dispatch)}
            if is_encrypted || inspected.token.group_count() > 1 {
                {groups(state, inspected, dispatch)}
            }
        </>
    }
}

/// The other parts.
fn further(state: &State, inspected: &Rc<Inspected>, dispatch: &Dispatch) -> Html {
    let is_encrypted = inspected.token.format.is_encrypted();
    html! {
        <>
            {other_parts(inspected, state.marks.marked(), dispatch)}
            if is_encrypted {
                {payloads(state, inspected, dispatch)}
            } else {
                {panels_of_all(state, inspected, dispatch)}
            }
            if !is_encrypted && inspected.token.group_count() <= 1 {
                {groups(state, inspected, dispatch)}
            }
        </>
    }
}

fn payloads(state: &State, inspected: &Rc<Inspected>, dispatch: &Dispatch) -> Html {
    let parts = inspected.token.parts.iter().enumerate().filter(|(_, part)| part.role == Role::Payload);
    parts.map(|(position, _)| members(state, inspected, position, dispatch)).collect()
}

fn groups(state: &State, inspected: &Rc<Inspected>, dispatch: &Dispatch) -> Html {
    let groups = inspected.token.group_count();
    let shown = groups.min(GROUPS + state.answer.times_unfolded(Fold::Groups) * MORE_GROUPS);
    let hidden = groups - shown;
    html! {
        <>
            {for (0..shown).map(|group| of_group(group, groups, state, inspected, dispatch))}
            if hidden > 0 {
                <button onclick={dispatch.on(Action::Unfolded(Fold::Groups))}>
                    {format!("show {} more", hidden.min(MORE_GROUPS))}
                    if hidden > MORE_GROUPS {
                        {format!(" of {hidden}")}
                    }
                </button>
            }
        </>
    }
}

/// The panels of one signature or recipient, with a heading where there are several.
fn of_group(group: usize, groups: usize, state: &State, inspected: &Rc<Inspected>, dispatch: &Dispatch) -> Html {
    let own = inspected.token.parts_of(group);
    let panels: Html = own.map(|(position, part)| panel(state, inspected, position, part, dispatch)).collect();
    if groups == 1 {
        return panels;
    }
    let kind = if inspected.token.format.is_encrypted() { "Recipient" } else { "Signature" };
    let name = format!("{kind} {} of {groups}", group + 1);
    let verdict = verdict_words::signature(&inspected.token, group, false);
    let word = checked(state, inspected.token.format.is_encrypted(), group).unwrap_or(&verdict.word);
    let said = [word, &verdict.detail].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(": ");
    html! {
        <section class="group" aria-label={name.clone()} id={format!("group-{group}")}>
            <h2>{name}<small>{prose(&said)}</small></h2>
            {panels}
        </section>
    }
}

/// What a check found out about one signature or recipient. None where it was not checked.
fn checked(state: &State, is_encrypted: bool, group: usize) -> Option<&'static str> {
    let answer = state.checking.answer()?;
    if is_encrypted {
        let recipient = answer.decryption.as_ref()?.recipient()?;
        // What was encrypted for all is open: of the others there is nothing to say.
        return Some(if recipient == group { "decrypted with your key" } else { "" });
    }
    let check = answer.signatures.get(group)?;
    CheckOutcome::of_signatures(slice::from_ref(check), !state.checking.key.is_blank()).of_one()
}

/// The panels of what belongs to no single signature or recipient.
fn panels_of_all(state: &State, inspected: &Rc<Inspected>, dispatch: &Dispatch) -> Html {
    let common = inspected.token.parts.iter().enumerate().filter(|(_, part)| part.group.is_none());
    common.map(|(position, part)| panel(state, inspected, position, part, dispatch)).collect()
}

fn panel(state: &State, inspected: &Rc<Inspected>, position: usize, part: &Part, dispatch: &Dispatch) -> Html {
    match part.role {
        role if role.is_header() => members(state, inspected, position, dispatch),
        Role::Signature => signature(state, &inspected.token, position, part, dispatch),
        _ => Html::default(),
    }
}
