//! Which of several tokens is shown.

use inspect::validity::Status;
use yew::prelude::*;

use crate::browser::document::value_of;
use crate::state::reading::{Group, OFFERED, Reading};
use crate::state::{Action, Dispatch, State};
use crate::views::answer::verdict_words::status_word;
use crate::views::glyphs::{in_quotes, label};
use crate::views::same::Same;

/// More than that are a list to choose from.
const TABS: usize = 12;

pub fn switcher(state: &State, dispatch: &Dispatch) -> Html {
    let reading = &state.paste.reading;
    let status = |group: &Group| group.times.at(state.clock.now).status;
    html! {
        if reading.groups.len() > 1 {
            <Switcher
                {reading}
                chosen={state.answer.chosen}
                statuses={reading.offered().iter().map(status).collect::<Vec<_>>()}
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
    /// Of the tokens that are offered.
    statuses: Vec<Status>,
    dispatch: Dispatch,
}

#[component]
fn Switcher(props: &SwitcherProps) -> Html {
    match props.reading.groups.len() {
        ..=TABS => tabs(props),
        count => choice(props, count),
    }
}

fn tabs(props: &SwitcherProps) -> Html {
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

fn choice(props: &SwitcherProps, count: usize) -> Html {
    let onchange = props.dispatch.from(|event: Event| Some(Action::TokenChosen(value_of(&event)?.parse().ok()?)));
    let option = |(group, status): (&Group, &Status)| {
        html! {
            <option value={group.first.to_string()} selected={is_chosen(props, group)}>
                {format!("{}: {}", in_quotes(&group.name), status_word(*status))}
            </option>
        }
    };
    html! {
        <p class="choice">
            <label for="choice">{format!("{count} tokens found. Showing ")}</label>
            <select id="choice" {onchange}>
                {for props.reading.offered().iter().zip(&props.statuses).map(option)}
            </select>
            if count > OFFERED {
                {format!(" The list stops at {OFFERED}.")}
            }
        </p>
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
    fn is_a_list_when_there_are_many() {
        let tokens: Vec<String> =
            (0..13).map(|n| token(r#"{"alg":"HS256"}"#, &format!(r#"{{"sub":{n}}}"#), 32)).collect();
        assert!(markup(switcher(&state(&tokens.join("\n")), &dispatch())).contains("<select"));
        assert_eq!(markup(switcher(&state(&tokens[0]), &dispatch())), "");
    }
}
