//! What comes back, until when, and what never does.

use super::*;
use crate::state::{Action, Effect};
use crate::views::testing::{NOW, state, token, zone};

fn named(sub: &str) -> String {
    token(r#"{"alg":"HS256"}"#, &format!(r#"{{"sub":"{sub}"}}"#), 32)
}

fn two() -> String {
    [named("first"), named("second")].join("\n")
}

fn edit(state: &mut State, text: &str, origin: Origin, now: i64) {
    state.reduce(Action::Edited { text: text.to_owned(), origin, now });
}

fn departure(state: &State) -> Option<Departure> {
    state.kept.as_ref().map(|kept| kept.departure)
}

#[test]
fn undo_brings_back_text_chosen_token_and_opened_path() {
    let outer = token(r#"{"alg":"HS256"}"#, &[r#"{"id_token_hint":""#, &named("inner"), r#""}"#].concat(), 32);
    let text = [named("first"), outer].join("\n");
    let mut state = state(&text);
    state.reduce(Action::TokenChosen(1));
    state.reduce(Action::NestedOpened(0));
    state.reduce(Action::MomentWritten("2026-11-20 12:30".to_owned()));
    let looked_at = state.clock.looked_at;
    let reading = std::rc::Rc::clone(&state.paste.reading);
    let change = state.reduce(Action::Cleared { now: NOW });
    assert_eq!(change.effects, [Effect::GoTo("box".to_owned())]);
    assert!(state.paste.text.is_empty() && state.shown().is_none() && state.clock.looked_at.is_none());
    let change = state.reduce(Action::UndoWanted { now: NOW + 29 });
    assert_eq!(change.effects, [Effect::GoToAnswerIfFocusIsLost]);
    assert_eq!((&*state.paste.text, state.answer.chosen, &*state.answer.opened), (&*text, 1, &[0][..]));
    assert_eq!(state.shown().map(|shown| shown.token.text.clone()), Some(named("inner")));
    assert_eq!(state.clock.looked_at, looked_at);
    assert!(std::rc::Rc::ptr_eq(&reading, &state.paste.reading), "it is not read again");
    assert!(state.kept.is_none());
}

#[test]
fn it_is_gone_after_thirty_seconds() {
    let mut state = state(&two());
    state.reduce(Action::Cleared { now: NOW });
    assert!(!state.reduce(Action::Ticked(NOW + KEPT_SECONDS - 1)).is_visible);
    assert!(state.kept.is_some());
    assert!(state.reduce(Action::Ticked(NOW + KEPT_SECONDS)).is_visible, "the line goes with it");
    assert!(state.kept.is_none());
    state.reduce(Action::UndoWanted { now: NOW + KEPT_SECONDS });
    assert!(state.paste.text.is_empty());
}

#[test]
fn a_late_undo_brings_nothing_back() {
    let mut state = state(&two());
    state.reduce(Action::Cleared { now: NOW });
    // The clock was not heard meanwhile.
    state.reduce(Action::UndoWanted { now: NOW + KEPT_SECONDS });
    assert!(state.paste.text.is_empty() && state.kept.is_none());
}

#[test]
fn the_time_is_the_devices_and_not_the_one_that_is_looked_at() {
    let mut state = state(&token(r#"{"alg":"HS256"}"#, r#"{"exp":1795179600}"#, 32));
    state.reduce(Action::MomentWritten("1795179000".to_owned()));
    edit(&mut state, &two(), Origin::Pasted, NOW);
    assert_eq!(departure(&state), Some(Departure::Replaced));
    state.reduce(Action::Ticked(NOW + KEPT_SECONDS));
    assert!(state.kept.is_none());
}

#[test]
fn what_takes_its_place_keeps_it() {
    let file = || {
        Origin::File(crate::state::paste::GivenFile {
            name: "other.txt".to_owned(),
            size: 5,
            whole: None,
            is_full: false,
            stopped_at: None,
            is_lossy: false,
            form: None,
        })
    };
    for origin in [Origin::Pasted, Origin::PastedIntoBox, Origin::Link, file()] {
        let mut state = state(&two());
        edit(&mut state, "other", origin.clone(), NOW);
        assert_eq!(departure(&state), Some(Departure::Replaced), "{origin:?}");
        state.reduce(Action::UndoWanted { now: NOW + 1 });
        assert_eq!(&*state.paste.text, two(), "{origin:?}");
        // And back again.
        assert_eq!(departure(&state), Some(Departure::Replaced), "{origin:?}");
        state.reduce(Action::UndoWanted { now: NOW + 2 });
        assert_eq!((&*state.paste.text, &state.paste.origin), ("other", &origin));
    }
}

#[test]
fn nothing_is_kept_where_nothing_is_lost() {
    for (text, origin) in [
        (two(), Origin::Pasted),
        (two() + " and more", Origin::PastedIntoBox),
        (two() + "x", Origin::Typed),
        (String::new(), Origin::Typed),
    ] {
        let mut state = state(&two());
        edit(&mut state, &text, origin.clone(), NOW);
        assert_eq!(departure(&state), None, "{origin:?} {text}");
    }
    let mut state = State::new(NOW, zone());
    edit(&mut state, &two(), Origin::Pasted, NOW);
    assert_eq!(departure(&state), None, "the page was empty");
    edit(&mut state, " \n", Origin::Typed, NOW);
    state.reduce(Action::Cleared { now: NOW });
    assert_eq!(departure(&state), None, "blanks");
}

#[test]
fn behind_an_example_it_has_no_end() {
    let mut state = state(&two());
    state.reduce(Action::TokenChosen(1));
    for example in [0, 3] {
        state.reduce(Action::ExampleChosen { example, now: NOW });
        assert_eq!(departure(&state), Some(Departure::Example));
    }
    state.reduce(Action::Ticked(NOW + 86_400));
    // A letter typed into the example does not lose it.
    let typed = [&state.paste.text, " "].concat();
    edit(&mut state, &typed, Origin::Typed, NOW + 86_400);
    state.reduce(Action::ExampleChosen { example: 1, now: NOW + 86_400 });
    assert!(state.kept_behind_example().is_some());
    state.reduce(Action::UndoWanted { now: NOW + 86_401 });
    assert_eq!((&*state.paste.text, state.answer.chosen), (&*two(), 1));
    assert!(state.kept.is_none(), "an example is no text of one's own");
}

#[test]
fn when_the_example_goes_its_time_begins() {
    let behind_example = || {
        let mut state = state(&two());
        state.reduce(Action::ExampleChosen { example: 0, now: NOW });
        state
    };
    let leave: [fn(&mut State); 3] = [
        |state| drop(state.reduce(Action::Cleared { now: NOW + 100 })),
        |state| edit(state, "other", Origin::Pasted, NOW + 100),
        |state| edit(state, "", Origin::Typed, NOW + 100),
    ];
    for leave in leave {
        let mut state = behind_example();
        leave(&mut state);
        assert_eq!(departure(&state), Some(Departure::ExampleLeft));
        state.reduce(Action::Ticked(NOW + 99 + KEPT_SECONDS));
        assert!(state.kept.is_some());
        state.reduce(Action::Ticked(NOW + 100 + KEPT_SECONDS));
        assert!(state.kept.is_none());
    }
}

#[test]
fn a_cleared_text_stays_kept_behind_the_next_one() {
    let mut state = state(&two());
    state.reduce(Action::Cleared { now: NOW });
    edit(&mut state, "other", Origin::Pasted, NOW + 10);
    assert_eq!(departure(&state), Some(Departure::Replaced));
    state.reduce(Action::Ticked(NOW + KEPT_SECONDS));
    assert!(state.kept.is_none(), "from when it was cleared");
    // An example that was cleared comes back, but is nobody's own text.
    let mut state = State::new(NOW, zone());
    state.reduce(Action::ExampleChosen { example: 0, now: NOW });
    state.reduce(Action::Cleared { now: NOW });
    assert_eq!(departure(&state), Some(Departure::Cleared));
    state.reduce(Action::ExampleChosen { example: 1, now: NOW });
    assert_eq!(departure(&state), None);
}

#[test]
fn a_long_text_that_was_not_read_to_its_end_is_read_again() {
    let long = " ".repeat(crate::state::paste::READ_AT_ONCE) + &two();
    let mut state = state(&long);
    let arrival = state.paste.arrival;
    state.reduce(Action::ReadFurther { arrival, position: 1_000 });
    state.reduce(Action::Cleared { now: NOW });
    state.reduce(Action::UndoWanted { now: NOW });
    assert_eq!(state.paste.read_so_far, Some(0));
    assert!(state.paste.arrival > arrival + 1, "the earlier scan is late");
}

#[test]
fn a_page_that_was_left_keeps_nothing() {
    for action in [Action::Cleared { now: NOW }, Action::ExampleChosen { example: 0, now: NOW }] {
        let mut state = state(&two());
        state.reduce(action);
        assert!(state.kept.is_some());
        state.reduce(Action::PageLeft);
        assert!(state.kept.is_none());
    }
}

#[test]
fn reports_and_links_hold_nothing_of_it() {
    let mut state = state(&named("kept-secret"));
    edit(&mut state, &named("other"), Origin::Pasted, NOW);
    for what in [crate::state::Copied::Report, crate::state::Copied::WholeLink, crate::state::Copied::Markdown] {
        let text = state.text_of(what).expect("a token is shown");
        let secret = named("kept-secret");
        assert!(!text.contains("kept-secret") && !text.contains(&secret[20..60]), "{what:?}: {text}");
    }
}
