//! Which of several tokens is shown.

use inspect::validity::validity;
use yew::prelude::*;

use crate::browser::document::value_of;
use crate::state::reading::Group;
use crate::state::{Action, Dispatch, State};
use crate::views::answer::verdict_words::status_word;

/// More than that are a list to choose from.
const TABS: usize = 12;
/// The list stops there.
pub const OPTIONS: usize = 500;

pub fn switcher(state: &State, dispatch: &Dispatch) -> Html {
    match state.paste.reading.groups.len() {
        0 | 1 => Html::default(),
        2..=TABS => tabs(state, dispatch),
        count => choice(state, count, dispatch),
    }
}

fn tabs(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        <div class="tabs" role="tablist" aria-label="Tokens found">
            {for state.paste.reading.groups.iter().map(|group| tab(state, group, dispatch))}
        </div>
    }
}

fn tab(state: &State, group: &Group, dispatch: &Dispatch) -> Html {
    let is_chosen = is_chosen(state, group);
    html! {
        <button
            role="tab"
            aria-selected={is_chosen.to_string()}
            aria-controls="answer"
            tabindex={if is_chosen { "0" } else { "-1" }}
            onclick={dispatch.on(Action::TokenChosen(group.first))}
        >
            {state.paste.reading.name_of(group)}<small>{status(state, group)}</small>
        </button>
    }
}

fn choice(state: &State, count: usize, dispatch: &Dispatch) -> Html {
    let onchange = dispatch.from(|event: Event| Some(Action::TokenChosen(value_of(&event)?.parse().ok()?)));
    html! {
        <p class="choice">
            <label for="choice">{format!("{count} tokens found. Showing ")}</label>
            <select id="choice" {onchange}>
                {for state.paste.reading.groups.iter().take(OPTIONS).map(|group| option(state, group))}
            </select>
            if count > OPTIONS {
                {format!(" The list stops at {OPTIONS}.")}
            }
        </p>
    }
}

fn option(state: &State, group: &Group) -> Html {
    html! {
        <option value={group.first.to_string()} selected={is_chosen(state, group)}>
            {format!("{}: {}", state.paste.reading.name_of(group), status(state, group))}
        </option>
    }
}

/// Also when the chosen one is a later copy of the same token.
fn is_chosen(state: &State, group: &Group) -> bool {
    let text = |position: usize| state.paste.reading.tokens.get(position).map(|token| &token.text);
    let chosen = state.answer.chosen;
    group.first == chosen || (group.count > 1 && text(group.first) == text(chosen))
}

fn status(state: &State, group: &Group) -> &'static str {
    let token = state.paste.reading.tokens.get(group.first);
    token.map_or("", |token| status_word(validity(token, state.clock.now).status))
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
                <button role="tab" aria-selected="true" aria-controls="answer" tabindex="0">access_token<small>expired</small>
                </button>
                <button role="tab" aria-selected="false" aria-controls="answer" tabindex="-1">id_token<small>never expires</small>
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
