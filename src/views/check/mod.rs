//! The panel that checks the signature, or decrypts, with a key of the reader's.

mod answered;
mod chain;
mod decrypted;
pub mod outcome;
mod verdict_lines;

#[cfg(test)]
mod tests;

use inspect::display::{quoted, shortened};
use inspection::Inspected;
use yew::prelude::*;

use crate::browser::document::value_of;
use crate::browser::files;
use crate::state::checking::{CheckStage, Checking, KEY_LIMIT, is_checkable};
use crate::state::{Action, Dispatch, State};
use crate::views::fields::kept_nowhere;
use crate::views::glyphs::prose;
use crate::views::in_sight::InSight;
use answered::answered;

/// The id of the panel.
pub const CHECK: &str = "check";

pub fn title(is_encrypted: bool) -> &'static str {
    if is_encrypted { "Decrypt it" } else { "Check the signature" }
}

/// Nothing where there is nothing to check.
pub fn check(state: &State, inspected: &Inspected, dispatch: &Dispatch) -> Html {
    if !is_checkable(&inspected.token) {
        return Html::default();
    }
    let is_encrypted = inspected.token.format.is_encrypted();
    let has_key = !state.checking.key.as_str().is_empty();
    html! {
        <section class="panel check" id={CHECK} aria-labelledby="check-title">
            <header>
                <h2 id="check-title">{title(is_encrypted)}</h2>
                <span class="size">{prose(&named_key(inspected))}</span>
                if has_key {
                    <button onclick={dispatch.on(Action::KeyRemoved)}>{"Remove the key"}</button>
                }
            </header>
            <InSight action={Action::CheckSeen} dispatch={dispatch.clone()} />
            <div class="try">
                {key_box(&state.checking, dispatch)}
                if state.checking.is_of_another_token {
                    <p class="fine">{"This key was pasted for another token. It stays here until you remove it."}</p>
                }
                <div class="cluster">
                    <button class="quiet" onclick={dispatch.on(Action::KeyFileWanted)}>{"Open key file…"}</button>
                    <span class="fine">{"The key stays in this tab. No link and no report holds it."}</span>
                </div>
                {key_file(dispatch)}
            </div>
            {said(state, inspected, dispatch)}
        </section>
    }
}

/// The algorithm, and the key that the header names.
fn named_key(inspected: &Inspected) -> String {
    let token = &inspected.token;
    if token.group_count() > 1 {
        return format!(
            "{} {}",
            token.group_count(),
            if token.format.is_encrypted() { "recipients" } else { "signatures" }
        );
    }
    let text = |name| token.parameter_of(0, name).and_then(|value| value.as_str());
    let algorithm = text("alg").map(|alg| quoted(alg, 24));
    let key = text("kid").map(|kid| "key ".to_owned() + &quoted(&shortened(kid), 24));
    algorithm.into_iter().chain(key).collect::<Vec<_>>().join(", ")
}

fn key_box(checking: &Checking, dispatch: &Dispatch) -> Html {
    let oninput = dispatch.from(|event: InputEvent| Some(Action::KeyWritten(value_of(&event)?.into())));
    kept_nowhere(html! {
        // With a new key after each removal, undo brings nothing back.
        <textarea
            key={checking.removals}
            id="key"
            placeholder="Paste a key: secret, PEM, certificate, JWK, JWKS, or the issuer’s metadata"
            aria-label="Secret or public key"
            rows="2"
            class="notranslate"
            maxlength={KEY_LIMIT.to_string()}
            value={AttrValue::from(checking.key.shared().clone())}
            {oninput}
        />
    })
}

fn key_file(dispatch: &Dispatch) -> Html {
    let onchange = {
        let dispatch = dispatch.clone();
        move |event: Event| files::take_chosen_key(&event, &dispatch)
    };
    html! { <input hidden=true type="file" id="key-file" aria-label="Key file" {onchange} /> }
}

fn said(state: &State, inspected: &Inspected, dispatch: &Dispatch) -> Html {
    match &state.checking.stage {
        CheckStage::NotBegun => Html::default(),
        CheckStage::Waiting | CheckStage::Running => html! { <p class="under-way">{"Checking…"}</p> },
        CheckStage::Failed(sentence) => html! { <p class="under-way">{"– Not checked. "}{prose(sentence)}</p> },
        CheckStage::Checked(answer) => answered(state, inspected, answer, dispatch),
    }
}

/// Offers a text that is a key to the key box.
pub fn use_as_key(state: &State, dispatch: &Dispatch) -> Html {
    use crate::browser::time::now;
    let is_key = |id: &str| id.strip_prefix("looks-like-").is_some_and(|kind| KEYS.contains(&kind));
    if !state.paste.reading.notes.iter().any(|note| is_key(note.id)) {
        return Html::default();
    }
    let onclick = dispatch.from(|_: MouseEvent| Some(Action::TextUsedAsKey { now: now() }));
    html! {
        <p class="cluster">
            <button {onclick}>{"Use it as key"}</button>
            <span class="fine">{"It checks the signature of a token, or decrypts one."}</span>
        </p>
    }
}

/// Kinds of text that hold keys, as their ids have them.
const KEYS: [&str; 9] = [
    "private-key",
    "private-jwk",
    "private-key-set",
    "public-key",
    "public-jwk",
    "key-set",
    "ssh-key",
    "certificate",
    "pem",
];

/// Where there is no token yet: a key is here already.
pub fn waiting_key(checking: &Checking, dispatch: &Dispatch) -> Html {
    if checking.key.is_blank() {
        return Html::default();
    }
    html! {
        <p class="cluster waiting-key">
            <span>{"A key is here for the token that you paste next."}</span>
            <button onclick={dispatch.on(Action::KeyRemoved)}>{"Remove the key"}</button>
        </p>
    }
}
