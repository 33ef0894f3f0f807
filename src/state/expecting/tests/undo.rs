//! Starting points, clearing, and the way back from them.

use super::*;

/// The fields are filled from this starting point, with this issuer.
fn filled(state: &mut State, start: &str, issuer: &str) -> Vec<Effect> {
    let (round, request) = asked(&used(state, ExpectationUse::StartChosen(start.to_owned()))).expect("a request");
    assert!(request.contains(&format!(r#""profile":"{start}""#)), "{request}");
    let answer = format!(r#""filled":{{"issuer":"{issuer}","signature":true}}"#);
    judged(state, round, &ANSWER.replace(r#""filled":null"#, &answer))
}

fn issuer(state: &State) -> &str {
    state.expecting.form.text(Field::Issuer)
}

fn page() -> State {
    let mut state = state(&token(HEADER, r#"{"sub":"1"}"#, 256));
    written(&mut state, Field::Issuer, "mine");
    state
}

#[test]
fn a_starting_point_fills_the_fields_and_undo_brings_them_back() {
    let mut state = page();
    let next = asked(&filled(&mut state, "oidc", "theirs")).expect("the filled form is asked for");
    assert!(next.1.contains("theirs") && next.1.contains(r#""profile":null"#), "{}", next.1);
    assert_eq!((issuer(&state), state.expecting.start.as_deref()), ("theirs", Some("oidc")));
    assert!(state.expecting.is_open && state.expecting.form.signature);

    // Another starting point in its place does not take the way back.
    filled(&mut state, "token", "its own");
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!((issuer(&state), state.expecting.before.is_none()), ("mine", true));

    used(&mut state, ExpectationUse::Cleared);
    assert!(state.expecting.form.is_empty() && !state.expecting.is_open);
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!(issuer(&state), "mine");
}

#[test]
fn what_is_written_since_then_takes_no_way_back() {
    let mut state = page();
    filled(&mut state, "oidc", "theirs");
    written(&mut state, Field::Issuer, "theirs and more");
    used(&mut state, ExpectationUse::SignatureToggled);
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!((issuer(&state), state.expecting.start.as_deref()), ("mine", None));
    // Nor is it lost itself.
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!((issuer(&state), state.expecting.start.as_deref()), ("theirs and more", Some("oidc")));
    assert!(!state.expecting.form.signature);

    let mut state = page();
    used(&mut state, ExpectationUse::Cleared);
    written(&mut state, Field::Issuer, "new");
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!(issuer(&state), "mine");
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!(issuer(&state), "new");
}

#[test]
fn the_next_start_or_clear_has_its_own_way_back() {
    let mut state = page();
    filled(&mut state, "oidc", "theirs");
    written(&mut state, Field::Issuer, "edited");
    filled(&mut state, "token", "its own");
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!((issuer(&state), state.expecting.start.as_deref()), ("edited", Some("oidc")));
    used(&mut state, ExpectationUse::Cleared);
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!(issuer(&state), "edited");
    // A leeway is something that was written, too.
    let mut state = super::state(&token(HEADER, r#"{"sub":"1"}"#, 256));
    written(&mut state, Field::Leeway, "60");
    used(&mut state, ExpectationUse::Cleared);
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!(state.expecting.form.text(Field::Leeway), "60");
}
