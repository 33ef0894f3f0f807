//! Everything about the token that is shown, from the verdicts to the last panel.

use decode::{Part, Role};
use inspection::Inspected;
use yew::prelude::*;

use super::app::{Fold, State};
use super::certificates::certificates;
use super::commands::Command;
use super::disclosures::disclosures;
use super::element::{Element, button, element, row_of};
use super::exposure::exposure;
use super::findings::{are_pressing, findings};
use super::keys::keys;
use super::members::members;
use super::moment::{as_of, chooser};
use super::parts::other_parts;
use super::sentence::{evidence, sentence};
use super::signature::signature;
use super::timeline::timeline;
use super::trail::trail;
use super::verdict_words;
use super::verdicts::verdicts;

/// So many signatures or recipients are shown at first.
const GROUPS: usize = 5;

pub fn answer(state: &State, inspected: &Inspected) -> Element {
    let Inspected { token, description, judgement, .. } = inspected;
    let pressing = are_pressing(&judgement.findings);
    let is_one_of_several = state.reading.groups.len() > 1;
    let findings = |are_here: bool| if are_here { findings(inspected) } else { Html::default() };
    let signature_left_out = state.signature_left_out && state.opened.is_empty();
    element("div")
        .class("stack")
        .with("id", "answer")
        .with("tabindex", "-1")
        .with_some("role", is_one_of_several.then_some("tabpanel"))
        .with_some("aria-label", is_one_of_several.then_some("The chosen token"))
        .hold(as_of(state))
        .hold(trail(state))
        .hold(verdicts(inspected, signature_left_out, state.now))
        .hold(sentence(&judgement.summary))
        .hold(evidence(&description.profile))
        .hold(timeline(&judgement.validity, state.now, state.looked_at.is_none()))
        .hold(chooser(state, &judgement.validity))
        .hold(findings(pressing))
        .hold(parts(state, inspected))
        .hold(keys(token, &description.keys))
        .hold(certificates(&description.chains, state.now))
        .hold(findings(!pressing))
        .hold(exposure(inspected))
}

/// What is signed or encrypted, then the headers and signatures, by signature or recipient where there are several.
fn parts(state: &State, inspected: &Inspected) -> Html {
    let token = &inspected.token;
    let is_encrypted = token.format.is_encrypted();
    let panels_of = |group: Option<usize>| {
        let here = token.parts.iter().enumerate().filter(move |(_, part)| part.group == group);
        row_of(here.map(|(position, part)| panel(state, inspected, position, part)))
    };
    let content = row_of(
        token
            .parts
            .iter()
            .enumerate()
            .filter(|(_, part)| part.role == Role::Payload)
            .map(|(position, _)| members(state, inspected, position)),
    );
    let other_parts = other_parts(inspected);
    let (before, behind) = if is_encrypted { (other_parts, content) } else { (content, other_parts) };
    let groups = token.parts.iter().filter_map(|part| part.group).max().map_or(0, |last| last + 1);
    let headed = |group: usize| match groups {
        1 => panels_of(Some(group)),
        _ => {
            let kind = if is_encrypted { "Recipient " } else { "Signature " };
            let name = [kind, &(group + 1).to_string(), " of ", &groups.to_string()].concat();
            let detail = verdict_words::signature(token, group, false);
            element("section")
                .class("group")
                .with_value("aria-label", name.clone())
                .hold(
                    element("h2").text(name).hold(element("small").text([&detail.word, ": ", &detail.detail].concat())),
                )
                .hold(panels_of(Some(group)))
                .node()
        }
    };
    let shown = if state.unfolded.contains(&Fold::Groups) { groups } else { groups.min(GROUPS) };
    row_of([
        before,
        disclosures(state, inspected),
        panels_of(None),
        row_of((0..shown).map(headed)),
        match groups - shown {
            0 => Html::default(),
            hidden => button(Command::Unfold(Fold::Groups), ["show ", &hidden.to_string(), " more"].concat()).node(),
        },
        behind,
    ])
}

fn panel(state: &State, inspected: &Inspected, position: usize, part: &Part) -> Html {
    match part.role {
        role if role.is_header() => members(state, inspected, position),
        Role::Signature => signature(state, &inspected.token, position, part),
        _ => Html::default(),
    }
}
