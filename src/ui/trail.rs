//! The way back out of a token that stands inside another.

use inspect::display::capped;
use inspection::Inspected;
use yew::prelude::*;

use super::app::State;
use super::commands::Command;
use super::element::{element, link};

const LABEL_CHARACTERS: usize = 40;

/// Nothing where the chosen token itself is shown.
pub fn trail(state: &State) -> Html {
    let Some(chosen) = state.inspected.as_ref().filter(|_| !state.opened.is_empty()) else {
        return Html::default();
    };
    let label = |inspected: &Inspected| capped(&inspected.token.label, LABEL_CHARACTERS);
    let mut trail = element("nav").class("trail").with("aria-label", "Tokens around this one").say("Inside ");
    let mut inspected = chosen;
    for (depth, position) in state.opened.iter().enumerate() {
        trail = trail.hold(link(Command::BackTo(depth), label(inspected))).say(" › ");
        let Some(nested) = inspected.nested.get(*position) else { break };
        inspected = nested;
    }
    trail.hold(element("b").with("aria-current", "true").text(label(inspected))).node()
}

#[cfg(test)]
mod tests {
    use super::super::app::Action;
    use super::super::testing::{check, markup, state, token};
    use super::*;
    use expect_test::expect;

    #[test]
    fn leads_back_to_every_token_around() {
        let inner = token(r#"{"alg":"none"}"#, r#"{"sub":"1"}"#, 0);
        let middle = token(r#"{"alg":"none"}"#, &[r#"{"id_token_hint":""#, &inner, r#""}"#].concat(), 0);
        let outer = token(r#"{"alg":"HS256"}"#, &[r#"{"request":""#, &middle, r#""}"#].concat(), 32);
        let mut state = state(&outer);
        assert_eq!(markup(trail(&state)), "");
        for _ in 0..2 {
            state.learn(Action::Pressed(Command::OpenNested(0)));
        }
        check(
            trail(&state),
            expect![[r#"
                <nav class="trail" aria-label="Tokens around this one">Inside <button data-do="back:0" class="link">token</button> › <button data-do="back:1" class="link">request</button> › <b aria-current="true">id_token_hint</b>
                </nav>"#]],
        );
    }
}
