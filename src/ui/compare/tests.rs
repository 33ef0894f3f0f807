//! How two tokens look side by side.

use super::super::app::Action;
use super::super::testing::{NOW, check, markup, state, token};
use super::*;
use expect_test::expect;

fn two(one: &str, other: &str) -> State {
    let header = r#"{"alg":"HS256","kid":"k1"}"#;
    let text = [token(header, one, 32), token(header, other, 32)].join("\n");
    let mut state = state(&text);
    state.learn(Action::Pressed(Command::CompareWith(1)));
    state
}

fn view(state: &State) -> Html {
    side_by_side(state, state.comparing.as_ref().expect("a comparison")).node()
}
