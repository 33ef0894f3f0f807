//! Which of several tokens is shown.

use inspect::display::capped;
use inspect::validity::validity;
use yew::prelude::*;

use super::app::State;
use super::commands::Command;
use super::element::{Element, button, element};
use super::reading::Group;
use super::verdict_words::status_word;

/// More than that are a list to choose from.
const TABS: usize = 12;
pub const OPTIONS: usize = 500;

pub fn switcher(state: &State) -> Html {
    match state.reading.groups.len() {
        0 | 1 => Html::default(),
        2..=TABS => tabs(state).node(),
        count => choice(state, count).node(),
    }
}

fn tabs(state: &State) -> Element {
    element("div")
        .class("tabs")
        .with("role", "tablist")
        .with("aria-label", "Tokens found")
        .hold_all(state.reading.groups.iter().map(|group| tab(state, group)))
}

fn tab(state: &State, group: &Group) -> Element {
    let (is_selected, tab_index) = if is_chosen(state, group) { ("true", "0") } else { ("false", "-1") };
    button(Command::ChooseToken(group.first), name(state, group))
        .with("role", "tab")
        .with("aria-selected", is_selected)
        .with("aria-controls", "answer")
        .with("tabindex", tab_index)
        .hold(element("small").say(status(state, group)))
}

fn choice(state: &State, count: usize) -> Element {
    let options = state.reading.groups.iter().take(OPTIONS).map(|group| option(state, group));
    let label = [&count.to_string(), " tokens found. Showing "].concat();
    element("p")
        .class("choice")
        .hold(element("label").with("for", "choice").text(label))
        .hold(element("select").with("id", "choice").with("data-do", "token").hold_all(options))
        .when(count > OPTIONS, |choice| choice.text([" The list stops at ", &OPTIONS.to_string(), "."].concat()))
}

fn option(state: &State, group: &Group) -> Element {
    element("option")
        .with_value("value", group.first.to_string())
        .with_mark("selected", is_chosen(state, group))
        .text([&name(state, group), ": ", status(state, group)].concat())
}

/// Also when the chosen one is a later copy of the same token.
fn is_chosen(state: &State, group: &Group) -> bool {
    let text = |position: usize| state.reading.tokens.get(position).map(|token| &token.text);
    group.first == state.chosen || (group.count > 1 && text(group.first) == text(state.chosen))
}

/// "id_token", "token 2" where several have one label, "token ×12" where one token stands there twelve times.
pub fn name(state: &State, group: &Group) -> String {
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
                <div class="tabs" role="tablist" aria-label="Tokens found">
                <button data-do="token:0" role="tab" aria-selected="true" aria-controls="answer" tabindex="0">access_token<small>expired</small>
                </button>
                <button data-do="token:1" role="tab" aria-selected="false" aria-controls="answer" tabindex="-1">id_token<small>never expires</small>
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
