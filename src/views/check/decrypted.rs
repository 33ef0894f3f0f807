//! What was inside an encrypted token, or why it could not be decrypted.

use yew::prelude::*;

use crate::state::check_answer::DecryptionAnswer;
use crate::state::{Action, Copied, Dispatch, State};
use crate::views::glyphs::{beginning, prose, shown, size};
use crate::views::part::exact_text::hexadecimal;

/// So much of what was decrypted is shown, in characters. A button copies all of it.
const DECRYPTED: usize = 4_000;

pub fn decryption(state: &State, answer: Option<&DecryptionAnswer>, has_key: bool, dispatch: &Dispatch) -> Html {
    let copy = |words: &'static str| {
        html! { <button onclick={dispatch.on(Action::CopyWanted(Copied::DecryptedText))}>{words}</button> }
    };
    let recipients = state.shown().map_or(1, |shown| shown.token.group_count());
    match answer {
        None => Html::default(),
        Some(DecryptionAnswer::Failed(_)) if !has_key => Html::default(),
        Some(DecryptionAnswer::Failed(reasons)) => html! {
            <div class="cause">
                <h3>{"– Not decrypted"}</h3>
                <ul>{for reasons.iter().map(|reason| html! { <li>{prose(&reason.message)}</li> })}</ul>
            </div>
        },
        Some(DecryptionAnswer::Text { text, how, recipient, .. }) => {
            let short = beginning(text, DECRYPTED);
            html! {
                <div class="cause decrypted">
                    {heading(how, *recipient, recipients)}
                    <div class="cluster">
                        if state.decrypted().is_some() {
                            <button class="open" onclick={dispatch.on(Action::DecryptedOpened)}>
                                {"Open what was inside"}
                            </button>
                        }
                        {copy("Copy it")}
                    </div>
                    <pre class="exact" dir="ltr">
                        {shown(short.unwrap_or(text))}
                        if short.is_some() {
                            {"…"}
                        }
                    </pre>
                </div>
            }
        }
        Some(DecryptionAnswer::Bytes { how, bytes, recipient }) => html! {
            <div class="cause decrypted">
                {heading(how, *recipient, recipients)}
                <p>{format!("It is no text, but {}. In hexadecimal digits:", size(bytes.len()))}</p>
                <div class="cluster">{copy("Copy as hexadecimal")}</div>
                <pre class="exact" dir="ltr">{hexadecimal(bytes)}</pre>
            </div>
        },
    }
}

/// `recipient` is the position among `recipients`.
fn heading(how: &str, recipient: usize, recipients: usize) -> Html {
    html! {
        <>
            <h3>
                {"= Decrypted with your key"}
                if recipients > 1 {
                    {format!(", as recipient {} of {recipients}", recipient + 1)}
                }
            </h3>
            if !how.is_empty() {
                <p>{prose(how)}</p>
            }
            <p>{"It was encrypted for this key. That does not say who wrote it."}</p>
        </>
    }
}
