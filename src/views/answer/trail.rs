//! The way back out of a token that stands inside another.

use inspect::display::capped;
use inspection::Inspected;
use yew::prelude::*;

use crate::state::answer::AnswerState;
use crate::state::{Action, Dispatch};
use crate::views::glyphs::label;

/// A longer label is cut, in characters.
const LABEL: usize = 40;

/// Nothing where the chosen token itself is shown.
pub fn trail(answer: &AnswerState, dispatch: &Dispatch) -> Html {
    let Some(chosen) = answer.inspected.as_ref().filter(|_| !answer.opened.is_empty()) else { return Html::default() };
    let name = |inspected: &Inspected| label(&capped(&inspected.token.label, LABEL));
    let mut steps = Vec::new();
    let mut inspected = chosen;
    for (depth, position) in answer.opened.iter().enumerate() {
        steps.push(html! {
            <>
                <button class="link" onclick={dispatch.on(Action::OuterOpened(depth))}>{name(inspected)}</button>
                {" › "}
            </>
        });
        let Some(nested) = inspected.nested.get(*position) else { break };
        inspected = nested;
    }
    html! {
        <nav class="trail" aria-label="Tokens around this one">
            {"Inside "}{for steps}<b aria-current="true">{name(inspected)}</b>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Action;
    use crate::views::testing::{check, dispatch, markup, state, token};
    use expect_test::expect;

    #[test]
    fn leads_back_to_every_token_around() {
        let inner = token(r#"{"alg":"none"}"#, r#"{"sub":"1"}"#, 0);
        let middle = token(r#"{"alg":"none"}"#, &[r#"{"id_token_hint":""#, &inner, r#""}"#].concat(), 0);
        let outer = token(r#"{"alg":"HS256"}"#, &[r#"{"request":""#, &middle, r#""}"#].concat(), 32);
        let mut state = state(&outer);
        assert_eq!(markup(trail(&state.answer, &dispatch())), "");
        for _ in 0..2 {
            state.reduce(Action::NestedOpened(0));
        }
        check(
            trail(&state.answer, &dispatch()),
            expect![[r#"
                <nav aria-label="Tokens around this one" class="trail">Inside <button class="link">token</button> › <button class="link">
                <code>request</code>
                </button> › <b aria-current="true">
                <code>id_token_hint</code>
                </b>
                </nav>"#]],
        );
    }
}
