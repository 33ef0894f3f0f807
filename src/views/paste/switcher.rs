//! Which of a few tokens is shown. Many are a [table](crate::views::tokens).

use inspect::validity::Status;
use yew::prelude::*;

use crate::state::reading::{Group, Reading};
use crate::state::{Action, Dispatch, State};
use crate::views::answer::verdict_words::status_word;
use crate::views::glyphs::label;
use crate::views::same::Same;

pub fn switcher(state: &State, dispatch: &Dispatch) -> Html {
    let reading = &state.paste.reading;
    let status = |group: &Group| group.times.at(state.clock.now).status;
    html! {
        if reading.has_tabs() {
            <Switcher
                {reading}
                chosen={state.answer.chosen}
                statuses={reading.groups.iter().map(status).collect::<Vec<_>>()}
                dispatch={dispatch.clone()}
            />
        }
    }
}

#[derive(Properties, PartialEq)]
struct SwitcherProps {
    reading: Same<Reading>,
    /// Position of the token that is shown.
    chosen: usize,
    /// Of the tokens, without repetitions.
    statuses: Vec<Status>,
    dispatch: Dispatch,
}

#[component]
fn Switcher(props: &SwitcherProps) -> Html {
    html! {
        <div class="tabs" role="tablist" aria-label="Tokens found">
            {for props.reading.groups.iter().zip(&props.statuses).map(|(group, status)| tab(props, group, *status))}
        </div>
    }
}

fn tab(props: &SwitcherProps, group: &Group, status: Status) -> Html {
    let is_chosen = is_chosen(props, group);
    html! {
        <button
            role="tab"
            aria-selected={is_chosen.to_string()}
            aria-controls="answer"
            tabindex={if is_chosen { "0" } else { "-1" }}
            onclick={props.dispatch.on(Action::TokenChosen(group.first))}
        >
            {label(&group.name)}<small>{status_word(status)}</small>
        </button>
    }
}

/// Also when the chosen one is a later copy of the same token.
fn is_chosen(props: &SwitcherProps, group: &Group) -> bool {
    let text = |position: usize| props.reading.tokens.get(position).map(|token| &token.text);
    group.first == props.chosen || (group.count > 1 && text(group.first) == text(props.chosen))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{check, dispatch, markup, state, token};
    use expect_test::expect;

    #[test]
    fn names_each_token_and_its_time() {
        let (first, second) = (token(r#"{"alg":"HS256"}"#, r#"{"exp":1}"#, 32), token(r#"{"alg":"HS256"}"#, "{}", 32));
        let text = format!(r#"{{"access_token":"{first}","id_token":"{second}"}}"#);
        check(
            switcher(&state(&text), &dispatch()),
            expect![[r#"
                <div role="tablist" aria-label="Tokens found" class="tabs">
                <button role="tab" aria-selected="true" aria-controls="answer" tabindex="0">
                <code>access_token</code>
                <small>expired</small>
                </button>
                <button role="tab" aria-selected="false" aria-controls="answer" tabindex="-1">
                <code>id_token</code>
                <small>no expiry time</small>
                </button>
                </div>"#]],
        );
    }

    #[test]
    fn one_needs_no_tabs_and_many_have_a_table() {
        let tokens: Vec<String> =
            (0..4).map(|n| token(r#"{"alg":"HS256"}"#, &format!(r#"{{"sub":{n}}}"#), 32)).collect();
        assert!(markup(switcher(&state(&tokens[..3].join("\n")), &dispatch())).contains("tablist"));
        assert_eq!(markup(switcher(&state(&tokens.join("\n")), &dispatch())), "");
        assert_eq!(markup(switcher(&state(&tokens[0]), &dispatch())), "");
    }
}
