//! What can be done with the text and the token: copying, sharing, comparing, clearing, printing, opening a file.

use decode::Role;
use yew::prelude::*;

use super::empty::ways_to_paste;
use crate::browser::time::now;
use crate::state::{Action, Copied, Dispatch, State};
use crate::views::glyphs::size;

pub fn actions(state: &State, dispatch: &Dispatch) -> Html {
    let has_text = !state.paste.text.is_empty();
    html! {
        <>
            if state.shown().is_some() || has_text || state.settings.can_paste_by_button {
                <div class="actions">
                    if state.shown().is_some() {
                        {copies(state, dispatch)}
                        <button onclick={dispatch.on(Action::ShareOpened)}>{"Share…"}</button>
                        <button onclick={dispatch.on(Action::SecondTextWanted)}>{"Compare…"}</button>
                    }
                    if has_text {
                        <button onclick={dispatch.from(|_: MouseEvent| Some(Action::Cleared { now: now() }))}>
                            {"Clear"}
                        </button>
                    } else if state.settings.can_paste_by_button {
                        <button class="primary" onclick={dispatch.on(Action::PasteWanted)}>{"Paste"}</button>
                    }
                </div>
            }
            <div class="actions lesser">
                if has_text {
                    <span class="size">{size(state.paste.text.len())}</span>
                }
                <button class={has_text.then_some("quiet")} onclick={dispatch.on(Action::FileWanted)}>
                    {"Open file…"}
                </button>
                if has_text {
                    <button class="quiet" onclick={dispatch.on(Action::HidingToggled)}>
                        {if state.settings.hides_values { "Show values" } else { "Hide values" }}
                    </button>
                } else {
                    {ways_to_paste()}
                }
            </div>
        </>
    }
}

/// A menu of what can be copied and printed. What holds the signature says so.
fn copies(state: &State, dispatch: &Dispatch) -> Html {
    let Some(token) = state.shown().map(|shown| &shown.token) else { return Html::default() };
    let has_signature = token.has_signature();
    let claims = token.parts.iter().position(|part| part.role == Role::Payload && !part.members().is_empty());
    let copy = |what| dispatch.on(Action::CopyWanted(what));
    html! {
        <details class="menu copies">
            <summary class="button">{"Copy"}</summary>
            <ul tabindex="-1">
                if has_signature {
                    <li>
                        <button onclick={copy(Copied::TokenWithoutSignature)}>{"Copy without signature"}</button>
                    </li>
                }
                <li>
                    <button onclick={copy(Copied::WholeToken)}>
                        {if has_signature { "Copy full token (secret)" } else { "Copy token" }}
                    </button>
                </li>
                if let Some(claims) = claims {
                    <li><button onclick={copy(Copied::PrettyJson(claims))}>{"Copy claims as JSON"}</button></li>
                }
                <li>
                    <button onclick={dispatch.on(Action::PrintWanted)}>
                        {if has_signature { "Print with the token (secret)" } else { "Print with the token" }}
                    </button>
                    <small>{"The browser’s own print leaves the token out"}</small>
                </li>
            </ul>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{check, dispatch, markup, state, token};
    use expect_test::expect;

    #[test]
    fn say_what_holds_the_signature() {
        let drawn = |text: &str| markup(actions(&state(text), &dispatch()));
        let signed = drawn(&token(r#"{"alg":"HS256"}"#, "{}", 32));
        assert!(signed.contains("Copy full token (secret)") && signed.contains("Print with the token (secret)"));
        let unsigned = drawn(&token(r#"{"alg":"none"}"#, "{}", 0));
        assert!(unsigned.contains("Copy token") && !unsigned.contains("secret") && !unsigned.contains("without sig"));
        assert!(!drawn("no token").contains("<details"));
    }

    #[test]
    fn a_phone_gets_a_button_that_pastes() {
        let mut state = state("");
        state.settings.can_paste_by_button = true;
        check(
            actions(&state, &dispatch()),
            expect![[r#"
            <div class="actions">
            <button class="primary">Paste</button>
            </div>
            <div class="actions lesser">
            <button>Open file…</button>
            <span class="fine with-mouse">
            <kbd>Ctrl</kbd> <kbd>V</kbd> anywhere on this page, or drop a file</span>
            </div>"#]],
        );
    }
}
