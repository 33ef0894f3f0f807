//! The whole page, from top to bottom.

use jwt_inspector::decode::Role;
use jwt_inspector::inspect::Inspected;
use yew::prelude::*;

use super::app::State;
use super::banner::banner;
use super::commands::{Command, Copy};
use super::empty::empty;
use super::excerpt::excerpt;
use super::findings::{are_pressing, findings};
use super::footer::footer;
use super::glyphs::{prose, size};
use super::members;
use super::notes::notes;
use super::parts::other_parts;
use super::paste_box::paste_box;
use super::sentence::sentence;
use super::share_dialog::share_dialog;
use super::signature::signature;
use super::switcher::switcher;
use super::timeline::timeline;
use super::toolbar::toolbar;
use super::verdict_words::status_word;
use super::verdicts::verdicts;

pub fn screen(state: &State) -> Html {
    let has_token = state.inspected.is_some();
    html! {
        <>
            { toolbar(state) }
            <main data-has-token={has_token.then_some("")} data-box-in-use={state.is_box_in_use().then_some("")}>
                <section class="paste" aria-label="What was pasted">
                    if state.is_editable() { { paste_box(state) } } else { { excerpt(state) } }
                    { notes(state) }
                    { actions(state) }
                </section>
                <section class="answer" aria-label="What it says">
                    { switcher(state) }
                    { banner(has_token) }
                    if let Some(position) = state.read_so_far {
                        <p class="sentence">{ "Reading… " }{ position / (state.text.len() / 100).max(1) }{ " %" }</p>
                    } else if let Some(inspected) = &state.inspected {
                        { answer(state, inspected) }
                    } else if state.text.trim().is_empty() {
                        { empty() }
                    } else {
                        for note in &state.reading.notes {
                            <p class="sentence">{ prose(&note.message) }</p>
                        }
                    }
                </section>
            </main>
            { footer() }
            if let Some(inspected) = &state.inspected {
                { share_dialog(inspected) }
            }
            <input type="file" id="file" class="unseen" tabindex="-1" aria-label="File" />
            <p class="said" role="status" data-shown={state.said.map(|_| "")}>{ state.said.unwrap_or_default() }</p>
            <p class="unseen" role="status">{ announcement(state) }</p>
        </>
    }
}

fn answer(state: &State, inspected: &Inspected) -> Html {
    let token = &inspected.token;
    let judgement = &inspected.judgement;
    let pressing = are_pressing(&judgement.findings);
    let is_one_of_several = state.reading.groups.len() > 1;
    let part_of = |role| token.parts.iter().position(|part| part.role == role);
    html! {
        <div id="answer" class="stack" role={is_one_of_several.then_some("tabpanel")} aria-label={is_one_of_several.then_some("The chosen token")}>
            { verdicts(inspected, state.signature_left_out, state.now) }
            { sentence(&judgement.summary) }
            { timeline(&judgement.validity, state.now) }
            if pressing {
                { findings(inspected) }
            }
            for role in [Role::Payload, Role::Header] {
                if let Some(position) = part_of(role) {
                    { members::panel(state, inspected, position) }
                }
            }
            if let Some(position) = part_of(Role::Signature)
                && let Some(part) = token.parts.get(position)
            {
                { signature(state, token, position, part) }
            }
            { other_parts(&token.parts) }
            if !pressing {
                { findings(inspected) }
            }
        </div>
    }
}

fn actions(state: &State) -> Html {
    let token = state.inspected.as_ref().map(|inspected| &inspected.token);
    let has_signature = token.and_then(|token| token.signature()).is_some_and(|signature| !signature.span.is_empty());
    let button = |command: Command, text: &'static str| {
        html! { <button data-do={command.to_attribute()}>{ text }</button> }
    };
    html! {
        <div class="actions">
            if token.is_some() {
                if has_signature {
                    { button(Command::Copy(Copy::TokenWithoutSignature), "Copy without signature") }
                    { button(Command::Copy(Copy::WholeToken), "Copy token (a credential)") }
                } else {
                    { button(Command::Copy(Copy::WholeToken), "Copy token") }
                }
                { button(Command::OpenShare, "Share…") }
            }
            { button(Command::ChooseFile, "Open file…") }
            if !state.text.is_empty() {
                { button(Command::Clear, "Clear") }
                <span class="size">{ size(state.text.len()) }</span>
            }
        </div>
    }
}

/// For those who listen: changes only when the token or its status does.
fn announcement(state: &State) -> String {
    let Some(inspected) = &state.inspected else {
        let note = state.reading.notes.first().filter(|_| !state.text.is_empty());
        return note.map_or_else(String::new, |note| note.message.clone());
    };
    let status = status_word(inspected.judgement.validity.status);
    [inspected.description.profile.name, ": ", status, ". Decoded, not verified."].concat()
}
