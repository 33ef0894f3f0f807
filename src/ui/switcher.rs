//! Which of several tokens is shown.

use jwt_inspector::inspect::display::capped;
use jwt_inspector::inspect::validity::validity;
use yew::prelude::*;

use super::app::State;
use super::commands::Command;
use super::reading::Group;
use super::verdict_words::status_word;

/// More than that are a list to choose from.
const TABS: usize = 12;
const OPTIONS: usize = 500;

pub fn switcher(state: &State) -> Html {
    let groups = &*state.reading.groups;
    match groups.len() {
        0 | 1 => Html::default(),
        2..=TABS => html! {
            <div class="tabs" role="tablist" aria-label="Tokens found">
                { for groups.iter().map(|group| tab(state, group)) }
            </div>
        },
        count => html! {
            <p class="choice">
                <label for="choice">{ count }{ " tokens found. Showing " }</label>
                <select id="choice" data-do="token">
                    { for groups.iter().take(OPTIONS).map(|group| option(state, group)) }
                </select>
                if count > OPTIONS {
                    { " The list stops at " }{ OPTIONS }{ "." }
                }
            </p>
        },
    }
}

fn tab(state: &State, group: &Group) -> Html {
    let is_chosen = is_chosen(state, group);
    html! {
        <button
            role="tab"
            aria-selected={if is_chosen { "true" } else { "false" }}
            aria-controls="answer"
            tabindex={if is_chosen { "0" } else { "-1" }}
            data-do={Command::ChooseToken(group.first).to_attribute()}
        >
            { name(state, group) }
            <small>{ status(state, group) }</small>
        </button>
    }
}

fn option(state: &State, group: &Group) -> Html {
    html! {
        <option value={group.first.to_string()} selected={is_chosen(state, group)}>
            { name(state, group) }
            { ": " }
            { status(state, group) }
        </option>
    }
}

/// Also when the chosen one is a later copy of the same token.
fn is_chosen(state: &State, group: &Group) -> bool {
    let text = |position: usize| state.reading.tokens.get(position).map(|token| &token.text);
    group.first == state.chosen || (group.count > 1 && text(group.first) == text(state.chosen))
}

/// "id_token", "token 2" where several have one label, "token ×12" where one token stands there twelve times.
fn name(state: &State, group: &Group) -> String {
    let label = |group: &Group| state.reading.tokens.get(group.first).map_or("", |token| &*token.label);
    let own = label(group);
    let same = || state.reading.groups.iter().filter(|other| label(other) == own);
    let mut name = capped(own, 40);
    if same().nth(1).is_some() {
        let position = same().position(|other| other == group).unwrap_or_default();
        name += " ";
        name += &(position + 1).to_string();
    }
    if group.count > 1 {
        name += " ×";
        name += &group.count.to_string();
    }
    name
}

fn status(state: &State, group: &Group) -> &'static str {
    let Some(token) = state.reading.tokens.get(group.first) else {
        return "";
    };
    status_word(validity(token, state.now).status)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, markup, state, token};
    use super::*;
    use expect_test::expect;

    #[test]
    fn names_each_token_and_its_time() {
        let (first, second) = (token(r#"{"alg":"HS256"}"#, r#"{"exp":1}"#, 32), token(r#"{"alg":"HS256"}"#, "{}", 32));
        let text = format!(r#"{{"access_token":"{first}","id_token":"{second}"}}"#);
        check(
            switcher(&state(&text)),
            expect![[r#"
            <div role="tablist" aria-label="Tokens found" class="tabs">
            <button role="tab" aria-selected="true" aria-controls="answer" tabindex="0" data-do="token:0">access_token<small>expired</small>
            </button>
            <button role="tab" aria-selected="false" aria-controls="answer" tabindex="-1" data-do="token:1">id_token<small>never expires</small>
            </button>
            </div>"#]],
        );
    }

    #[test]
    fn is_a_list_when_there_are_many() {
        let tokens: Vec<String> =
            (0..13).map(|n| token(r#"{"alg":"HS256"}"#, &format!(r#"{{"sub":{n}}}"#), 32)).collect();
        assert!(markup(switcher(&state(&tokens.join("\n")))).contains("<select"));
        assert_eq!(markup(switcher(&state(&tokens[0]))), "");
    }
}
