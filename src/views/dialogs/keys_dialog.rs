//! The list of keys, and the switch for those that do something by themselves.

use yew::prelude::*;

use crate::state::{Action, Dispatch};

#[derive(Properties, PartialEq)]
pub struct KeysDialogProps {
    pub has_no_single_keys: bool,
    pub dispatch: Dispatch,
}

/// The keys of one row, and what they do.
type KeyRow = (&'static [&'static str], &'static str);

const SINGLE: [KeyRow; 4] = [
    (&["/"], "go to the paste box"),
    (&["f"], "filter the claims"),
    (&["h"], "hide or show values"),
    (&["?"], "open this list"),
];
const OTHERS: [KeyRow; 4] = [
    (&["Ctrl", "V"], "paste, anywhere on the page"),
    (&["Ctrl", "Z"], "undo Clear"),
    (&["Esc"], "close what is open, empty the filter, or leave a field"),
    (&["←", "→"], "the token before or after, in the row of tokens"),
];
/// With the focus in the table of many tokens.
const IN_TABLE: [KeyRow; 5] = [
    (&["↑", "↓"], "the token above or below"),
    (&["Home", "End"], "the first token or the last"),
    (&["Enter"], "go to the token"),
    (&["f"], "filter the tokens"),
    (&["c"], "compare with the token before"),
];

#[component]
pub fn KeysDialog(KeysDialogProps { has_no_single_keys, dispatch }: &KeysDialogProps) -> Html {
    html! {
        <dialog class="keys" id="keys" aria-labelledby="keys-title">
            <header>
                <h2 id="keys-title">{"Keyboard"}</h2>
                <button onclick={dispatch.on(Action::DialogClosed)}>{"Close"}</button>
            </header>
            <dl>{for OTHERS.iter().map(row)}</dl>
            <section aria-labelledby="table-keys">
                <h3 id="table-keys">{"In the table of tokens"}</h3>
                <dl>{for IN_TABLE.iter().map(row)}</dl>
            </section>
            <section aria-labelledby="single-keys">
                <h3 id="single-keys">{"Single keys"}</h3>
                <dl data-off={has_no_single_keys.then_some("")}>{for SINGLE.iter().map(row)}</dl>
                <button
                    role="switch"
                    aria-checked={(!has_no_single_keys).to_string()}
                    onclick={dispatch.on(Action::SingleKeysToggled)}
                >
                    {"Single keys "}
                    <span aria-hidden="true">{if *has_no_single_keys { "off" } else { "on" }}</span>
                </button>
                <p class="fine">{"They work while no field has the focus. The choice holds until this page is closed."}</p>
            </section>
        </dialog>
    }
}

fn row((keys, what): &KeyRow) -> Html {
    html! {
        <div>
            <dt>
                for (position, key) in keys.iter().enumerate() {
                    if position > 0 {
                        {" "}
                    }
                    <kbd>{*key}</kbd>
                }
            </dt>
            <dd>{*what}</dd>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Effect;
    use crate::views::testing::{dispatch, markup, state};

    #[test]
    fn the_switch_turns_single_keys_off_and_on() {
        let mut state = state("");
        let checked = |has_no_single_keys| {
            let drawn = markup(html! { <KeysDialog {has_no_single_keys} dispatch={dispatch()} /> });
            drawn.contains("aria-checked=\"true\"")
        };
        assert!(checked(state.settings.has_no_single_keys));
        assert_eq!(state.reduce(Action::SingleKeysToggled).effects, [Effect::SetSingleKeys(false)]);
        assert!(!checked(state.settings.has_no_single_keys));
        state.reduce(Action::PageLeft);
        assert!(state.settings.has_no_single_keys, "what the keys do does not change by itself");
        assert_eq!(state.reduce(Action::SingleKeysToggled).effects, [Effect::SetSingleKeys(true)]);
    }
}
