//! How a check begins, ends and is overtaken, and where the key is and is not.

mod reports;

use super::*;
use crate::state::{Action, Copied};
use crate::views::testing::{NOW, state, token};

const FITS: &str = r#"{"keys":[{"kind":"secret"}],"signatures":[{"signature":"fits","whose":"pasted","key":{"index":0,"kind":"secret"}}]}"#;

fn of(name: &str) -> String {
    token(r#"{"alg":"HS256"}"#, &[r#"{"sub":""#, name, r#""}"#].concat(), 32)
}

fn edit(state: &mut State, text: &str, origin: Origin) -> Vec<Effect> {
    state.reduce(Action::Edited { text: text.to_owned(), origin, now: NOW }).effects
}

fn write(state: &mut State, key: &str) -> Vec<Effect> {
    state.reduce(Action::KeyWritten(key.into())).effects
}

/// The number and the request of the check that is to begin.
fn request(effects: &[Effect]) -> Option<(u32, String)> {
    effects.iter().find_map(|effect| match effect {
        Effect::CheckSignature { check, request } => Some((*check, request.as_str().to_owned())),
        _ => None,
    })
}

/// Writes a key and waits.
fn begin(state: &mut State, key: &str) -> (u32, String) {
    let effects = write(state, key);
    let [Effect::CheckSoon(check)] = *effects else { panic!("no pause: {effects:?}") };
    request(&state.reduce(Action::CheckDue(check)).effects).expect("a request")
}

fn answer(state: &mut State, check: u32, answer: &str) -> bool {
    state.reduce(Action::SignatureChecked { check, answer: answer.into() }).is_visible
}

fn is_under_way(state: &State) -> bool {
    matches!(state.checking.stage, CheckStage::Waiting | CheckStage::Running)
}

fn fits(state: &State) -> bool {
    state.checking.answer().is_some_and(|answer| !answer.signatures.is_empty())
}

#[test]
fn begins_a_pause_after_the_last_key_pressed() {
    let mut state = state(&of("1"));
    let first = write(&mut state, "s");
    let second = write(&mut state, "se\"cret");
    assert_eq!((&*first, &*second), (&[Effect::CheckSoon(1 + 1)][..], &[Effect::CheckSoon(3)][..]));
    assert!(is_under_way(&state));
    assert_eq!(request(&state.reduce(Action::CheckDue(2)).effects), None);
    let (check, request) = request(&state.reduce(Action::CheckDue(3)).effects).expect("a request");
    let sent = decode::json::read(request.as_bytes()).value.expect("JSON");
    let text = |name| sent.member(name).and_then(|value| value.as_str());
    assert_eq!((text("keys"), text("token")), (Some("se\"cret"), Some(&*of("1"))));
    assert_eq!(text("paste"), Some(&*of("1")));
    assert!(answer(&mut state, check, FITS) && fits(&state));
    assert!(!answer(&mut state, check, "{}"), "there is one answer");
}

#[test]
fn late_answers_are_dropped() {
    let mut state = state(&of("1"));
    let (first, _) = begin(&mut state, "a");
    let (second, _) = begin(&mut state, "b");
    assert!(!answer(&mut state, first, FITS) && !fits(&state));
    edit(&mut state, &of("2"), Origin::Pasted);
    assert!(!answer(&mut state, second, FITS) && !fits(&state));
    state.reduce(Action::PageLeft);
    edit(&mut state, &of("1"), Origin::Pasted);
    for check in 0..10 {
        assert!(!answer(&mut state, check, FITS), "{check}");
    }
}

#[test]
fn the_key_stays_for_another_token_and_says_so() {
    let mut state = state(&of("1"));
    let (check, _) = begin(&mut state, "key");
    answer(&mut state, check, FITS);
    assert!(!state.checking.is_of_another_token);
    let effects = edit(&mut state, &of("2"), Origin::Pasted);
    assert!(request(&effects).is_some_and(|(_, request)| request.contains("\"key\"")));
    assert!(state.checking.is_of_another_token && !fits(&state));
    state.reduce(Action::KeyWritten("other".into()));
    assert!(!state.checking.is_of_another_token);
    state.reduce(Action::KeyRemoved);
    assert!(state.checking.key.is_blank() && !is_under_way(&state));
}

#[test]
fn a_check_follows_the_token_that_is_shown() {
    let mut state = state(&[of("1"), of("2")].join("\n"));
    let (check, _) = begin(&mut state, "key");
    answer(&mut state, check, FITS);
    let effects = state.reduce(Action::TokenChosen(1)).effects;
    assert!(request(&effects).is_some_and(|(_, request)| request.contains(&of("2"))));
    let effects = state.reduce(Action::Ticked(NOW + 1)).effects;
    assert_eq!(request(&effects), None);
    let text = [&state.paste.text, " and more"].concat();
    assert_eq!(edit(&mut state, &text, Origin::Typed), [], "the same token");
}

#[test]
fn without_a_key_it_begins_when_the_panel_is_seen() {
    let mut state = state(&of("1"));
    assert_eq!(state.checking.stage, CheckStage::NotBegun);
    assert!(request(&state.reduce(Action::CheckSeen).effects).is_some());
    assert_eq!(request(&state.reduce(Action::CheckSeen).effects), None);
    assert!(request(&edit(&mut state, &of("2"), Origin::Pasted)).is_some());
    let typed = edit(&mut state, &of("3"), Origin::Typed);
    assert!(matches!(*typed, [Effect::CheckSoon(_)]), "{typed:?}");
    assert_eq!(edit(&mut state, "no token", Origin::Typed), []);
    assert_eq!(state.checking.stage, CheckStage::NotBegun);
}

#[test]
fn the_key_is_gone_with_the_text_and_with_the_page() {
    let mut state = state(&of("1"));
    begin(&mut state, "key");
    let removals = state.checking.removals;
    state.reduce(Action::Cleared { now: NOW });
    assert!(state.checking.key.is_blank() && state.checking.removals > removals);
    state.reduce(Action::UndoWanted { now: NOW });
    assert!(state.shown().is_some() && state.checking.key.is_blank());
    begin(&mut state, "key");
    state.reduce(Action::PageLeft);
    assert!(state.checking.key.is_blank());
}

#[test]
fn no_message_and_no_copy_holds_the_key() {
    const KEY: &str = "a-secret-of-mine";
    let mut state = state(&of("1"));
    let action = Action::KeyWritten(KEY.into());
    assert!(!format!("{action:?}").contains(KEY));
    let change = state.reduce(action);
    assert!(!format!("{change:?}").contains(KEY));
    let change = state.reduce(Action::CheckDue(2));
    assert!(request(&change.effects).is_some_and(|(_, request)| request.contains(KEY)));
    assert!(!format!("{change:?}").contains(KEY));
    for what in [Copied::Report, Copied::Markdown, Copied::WholeLink, Copied::RedactedMarkdown, Copied::RedactedLink] {
        let copied = state.text_of(what).expect("a text");
        assert!(!copied.contains(KEY), "{what:?}");
    }
}

#[test]
fn what_failed_is_said() {
    let mut state = state(&of("1"));
    let (check, _) = begin(&mut state, "key");
    state.reduce(Action::CheckFailed { check, sentence: "It is missing.".into() });
    assert_eq!(state.checking.stage, CheckStage::Failed("It is missing.".into()));
    let (check, _) = begin(&mut state, "key2");
    answer(&mut state, check, "not JSON");
    assert!(matches!(state.checking.stage, CheckStage::Failed(_)));
}

#[test]
fn token_and_key_in_the_wrong_box_change_places() {
    let key = r#"{"kty":"oct","k":"AAAA"}"#;
    let mut state = state(&of("1"));
    edit(&mut state, key, Origin::Pasted);
    assert!(state.shown().is_none());
    let effects = state.reduce(Action::TextUsedAsKey { now: NOW }).effects;
    assert!(request(&effects).is_some_and(|(_, request)| request.contains("oct")), "{effects:?}");
    assert_eq!((&*state.paste.text, state.checking.key.as_str()), (&*of("1"), key));
    assert!(!state.checking.is_of_another_token);

    state.reduce(Action::KeyWritten(of("2").into()));
    state.reduce(Action::KeyMovedToBox { now: NOW });
    assert_eq!((&*state.paste.text, state.checking.key.as_str()), (&*of("2"), ""));
}

#[test]
fn a_key_that_came_first_waits_for_its_token() {
    let mut state = state(r#"{"kty":"oct","k":"AAAA"}"#);
    state.reduce(Action::TextUsedAsKey { now: NOW });
    assert!(state.paste.text.is_empty() && !state.checking.key.is_blank());
    assert!(state.kept.is_none(), "undo does not bring it back as a text");
    assert!(request(&edit(&mut state, &of("1"), Origin::Pasted)).is_some());
    assert!(!state.checking.is_of_another_token);
}

fn encrypted() -> String {
    [&token(r#"{"alg":"dir","enc":"A128GCM"}"#, "", 12), ".AAAA.AAAAAAAAAAAAAAAAAAAAAA"].concat()
}

/// The page after this was decrypted.
fn decrypted(text: &str) -> State {
    let mut state = state(&encrypted());
    let (check, _) = begin(&mut state, "key");
    let found = serde_json::json!({ "decrypted": { "key": { "kind": "oct" }, "how": "", "text": text } });
    answer(&mut state, check, &found.to_string());
    state
}

#[test]
fn a_token_that_was_decrypted_opens_with_a_way_back() {
    let mut state = decrypted(&of("inner"));
    state.reduce(Action::DecryptedOpened);
    assert_eq!(state.shown().map(|shown| &*shown.token.text), Some(&*of("inner")));
    assert!(state.standing().is_none(), "it stands nowhere in the text");
    assert!(is_under_way(&state), "and is checked with the same key");
    state.reduce(Action::Ticked(NOW + 1));
    assert_eq!(state.answer.opened, [0]);
    state.reduce(Action::OuterOpened(0));
    assert_eq!(state.shown().map(|shown| &*shown.token.text), Some(&*encrypted()));
}

#[test]
fn claims_that_were_decrypted_open_too() {
    let mut state = decrypted(r#"{"sub":"1","exp":1795446000}"#);
    state.reduce(Action::DecryptedOpened);
    let shown = state.shown().expect("a token");
    assert_eq!(shown.token.parts.iter().map(|part| part.members().len()).sum::<usize>(), 2);
    let mut plain = decrypted("Live long and prosper.");
    assert!(plain.decrypted().is_none());
    plain.reduce(Action::DecryptedOpened);
    assert!(plain.answer.opened.is_empty());
}
