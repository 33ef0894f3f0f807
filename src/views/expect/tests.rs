//! The panel in its states, and what outline and bar say then.

mod code;
mod filled;
mod others;
mod rows;

use expect_test::expect;

use super::*;
use crate::state::expecting::form::ExpectationField as Field;
use crate::views::outline::outline;
use crate::views::testing::{check as same, dispatch, markup, state, token};

const REFUSED: &str = include_str!("tests/refused.json");

fn page() -> State {
    state(&token(r#"{"alg":"RS256","typ":"JWT"}"#, r#"{"iss":"https://a.example","aud":"api://orders"}"#, 256))
}

fn used(state: &mut State, used: ExpectationUse) {
    state.reduce(Action::ExpectationUsed(used));
}

/// The page after this was written, and the block answered so.
fn answered(state: &mut State, written: &[(Field, &str)], answer: &str) {
    used(state, ExpectationUse::Opened);
    for (field, text) in written {
        used(state, ExpectationUse::Written { field: *field, text: (*text).to_owned() });
    }
    for round in 0..20 {
        used(state, ExpectationUse::Due(round));
        used(state, ExpectationUse::Judged { round, answer: answer.into() });
    }
}

fn panel(state: &State) -> Html {
    super::expect(state, state.shown().expect("a token"), &dispatch())
}

#[test]
fn is_a_line_as_long_as_nobody_asks() {
    let mut state = page();
    same(
        panel(&state),
        expect![[r#"
        <section id="expect" aria-labelledby="expect-title" class="panel expect">
        <header>
        <h2 id="expect-title">Would my service accept it?</h2>
        <span class="size">Say what it expects</span>
        <select id="expected-start" aria-label="Start from">
        <option value="" selected="selected">Start from…</option>
        <option value="token">This token</option>
        </select>
        <button>Write it</button>
        </header>
        <i aria-hidden="true" class="unseen">
        </i>
        <p role="status" class="refilled">
        </p>
        <p role="status" class="service-says">
        </p>
        </section>"#]],
    );
    used(&mut state, ExpectationUse::Seen);
    let round = 1;
    used(&mut state, ExpectationUse::Judged { round, answer: REFUSED.into() });
    let folded = markup(panel(&state));
    assert!(folded.contains("Okta (looks like this token)") && !folded.contains("would refuse"), "{folded}");
    assert!(folded.find("Okta") < folded.find("OpenID Connect"), "the likely one stands first");
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::NotAsked);
}

#[test]
fn nothing_against_it_is_no_yes() {
    let mut state = page();
    let answer = r#"{"answer":{"verdict":"nothing-against","sentence":"Nothing here would make a service refuse it.","notChecked":["The signature: no key was pasted."],"lines":[]},"profiles":[],"libraries":[],"code":null,"others":[],"error":null}"#;
    answered(&mut state, &[(Field::Issuer, "https://a.example")], answer);
    let drawn = markup(panel(&state));
    assert!(drawn.contains("Nothing here would make a service refuse it."), "{drawn}");
    assert!(drawn.contains("<li>The signature: no key was pasted.</li>") && !drawn.contains("as-code"), "{drawn}");
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::NothingAgainst);
    let outline = markup(outline(&state, state.shown().unwrap(), &dispatch()));
    assert!(outline.contains("<small>nothing against</small>"), "{outline}");
    // What cannot be read is not left out in silence.
    answered(&mut state, &[(Field::Leeway, "a while")], answer);
    let drawn = markup(panel(&state));
    assert!(!drawn.contains("Nothing here would make"), "{drawn}");
    assert!(drawn.contains("No answer yet: what stands in Clock leeway cannot be read."), "{drawn}");
    assert!(drawn.contains("<code>a while</code> is no length of time, such as "), "{drawn}");
    assert!(drawn.contains("aria-invalid=\"true\""), "{drawn}");
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::NotAsked);
    // What refuses it anyway, refuses it whatever that was to be.
    answered(&mut state, &[(Field::Leeway, "a long while")], REFUSED);
    let drawn = markup(panel(&state));
    assert!(drawn.contains("would refuse it: the audience differs."), "{drawn}");
    assert!(drawn.contains("<li>Clock leeway: what stands there cannot be read.</li>"), "{drawn}");
}

#[test]
fn an_empty_form_says_nothing_unless_the_time_is_over() {
    let mut state = page();
    let answer = REFUSED.replace("would-refuse", "nothing-against");
    answered(&mut state, &[], &answer);
    let drawn = markup(panel(&state));
    assert!(
        !drawn.contains("would refuse it") && drawn.contains("<p role=\"status\" class=\"service-says\">"),
        "{drawn}"
    );
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::NotAsked);
    answered(&mut state, &[], REFUSED);
    used(&mut state, ExpectationUse::LibraryChosen("kong".to_owned()));
    answered(&mut state, &[], REFUSED);
    assert_eq!(ServiceOutcome::of(&state), ServiceOutcome::Refuses);
}
