//! What each action makes of the state.

use std::rc::Rc;

use decode::decode;

use super::answer::PartView;
use super::paste::READ_AT_ONCE;
use super::reading::Reading;
use super::*;
use crate::views::testing::{NOW, state, token, zone};
use inspection::inspected;

fn after(mut state: State, action: Action) -> State {
    state.reduce(action);
    state
}

fn expired() -> String {
    token(r#"{"alg":"RS256"}"#, r#"{"iat":1795176000,"exp":1795179600}"#, 8)
}

fn two() -> String {
    [expired(), token(r#"{"alg":"HS256"}"#, r#"{"sub":"1"}"#, 8)].join("\n")
}

/// What a scan says of this text once it is through.
fn read_through(text: &str, arrival: u32) -> Action {
    let reading = Rc::new(Reading::of(text, decode(text), None));
    let context = Context { now: NOW, ..Context::default() };
    let inspected = reading.tokens.first().map(|token| Rc::new(inspected(token, context)));
    Action::ReadThrough { arrival, reading, inspected, stopped_at: None }
}

#[test]
fn reads_a_short_text_at_once() {
    let state = state(&expired());
    assert_eq!(state.paste.read_so_far, None);
    assert_eq!(state.answer.inspected.unwrap().token.text, expired());
}

#[test]
fn leaves_a_long_text_to_a_scan_and_ignores_a_late_one() {
    let long = " ".repeat(READ_AT_ONCE) + &expired();
    let first = state(&long);
    assert_eq!(first.paste.read_so_far, Some(0));
    let late = first.paste.arrival;
    let second = after(first, Action::Edited { text: String::new(), origin: Origin::Typed, now: NOW });
    let second = after(second, read_through(&long, late));
    assert!(second.answer.inspected.is_none());
}

#[test]
fn shows_what_a_scan_found() {
    let long = " ".repeat(READ_AT_ONCE) + &expired();
    let state = state(&long);
    let arrival = state.paste.arrival;
    let state = after(state, Action::ReadFurther { arrival, position: 1_000 });
    assert_eq!(state.paste.read_so_far, Some(1_000));
    let state = after(state, read_through(&long, arrival));
    assert_eq!(state.paste.read_so_far, None);
    assert!(state.answer.inspected.is_some());
}

#[test]
fn a_tick_judges_again_and_does_not_decode_again() {
    use inspect::validity::Status;
    let status = |state: &State| state.answer.inspected.as_ref().unwrap().judgement.validity.status;
    let before =
        after(State::new(NOW, zone()), Action::Edited { text: expired(), origin: Origin::Pasted, now: 1_795_179_599 });
    let token = Rc::clone(&before.answer.inspected.as_ref().unwrap().token);
    assert_eq!(status(&before), Status::Active);
    let state = after(before, Action::Ticked(1_795_179_600));
    assert_eq!(status(&state), Status::Expired);
    assert!(Rc::ptr_eq(&token, &state.answer.inspected.unwrap().token));
}

#[test]
fn typing_keeps_the_chosen_token_and_pasting_does_not() {
    let state = after(state(&two()), Action::TokenChosen(1));
    let typed = after(state, Action::Edited { text: two() + " ", origin: Origin::Typed, now: NOW });
    assert_eq!(typed.answer.chosen, 1);
    let pasted = after(typed, Action::Edited { text: two(), origin: Origin::Pasted, now: NOW });
    assert_eq!(pasted.answer.chosen, 0);
}

#[test]
fn a_tap_chooses_the_token_under_it_and_a_moving_caret_does_not() {
    let second = expired().len() + 3;
    let moved = after(state(&two()), Action::CaretMoved(second));
    assert_eq!(moved.answer.chosen, 0);
    assert_eq!(after(moved, Action::BoxTapped(second)).answer.chosen, 1);
}

#[test]
fn the_caret_marks_the_claim_it_stands_in() {
    let state = state(&expired());
    let inspected = state.answer.inspected.as_ref().unwrap();
    let exp = Selection { part: 1, member: Some(1) };
    let start = reading::in_paste(&Standing::of(&inspected.token, &[]), exp)[0].start;
    assert_eq!(after(state, Action::CaretMoved(start)).marks.marked(), Some(exp));
}

#[test]
fn a_link_without_signature_does_not_raise_its_absence() {
    let text = token(r#"{"alg":"RS256"}"#, r#"{"exp":4102444800}"#, 0);
    let ids = |left_out| {
        let opened = Action::LinkOpened {
            text: text.clone(),
            signature_left_out: left_out,
            claims_redacted: false,
            expectations: Default::default(),
            now: NOW,
        };
        let state = after(State::new(NOW, zone()), opened);
        let findings = &state.answer.inspected.unwrap().judgement.findings;
        findings.iter().map(|finding| finding.id().to_owned()).collect::<Vec<_>>()
    };
    assert!(ids(false).contains(&"signature-missing".to_owned()));
    assert!(!ids(true).contains(&"signature-missing".to_owned()));
}

#[test]
fn line_ends_are_as_a_text_box_has_them() {
    assert_eq!(&*state("a\r\nb\rc").paste.text, "a\nb\nc");
}

#[test]
fn a_page_that_was_left_holds_no_token() {
    let compared = after(state(&two()), Action::SecondTextWanted);
    let compared = after(compared, Action::SecondWritten(token(r#"{"alg":"HS256"}"#, r#"{"sub":"second"}"#, 32)));
    let tried = after(state(&two()), Action::ShareOpened);
    for state in [compared, tried] {
        let (arrival, clearings) = (state.paste.arrival, state.paste.clearings);
        let state = after(state, Action::PageLeft);
        assert!(
            state.paste.text.is_empty() && state.answer.inspected.is_none() && state.paste.reading.tokens.is_empty()
        );
        assert!(state.comparing.is_none() && state.guide.tried.is_none() && state.open_dialog.is_none());
        assert!(
            state.paste.arrival > arrival && state.paste.clearings > clearings,
            "a scan that runs on brings nothing back"
        );
    }
}

#[test]
fn clearing_leaves_nothing() {
    let state = after(state(&two()), Action::Cleared { now: NOW });
    assert!(state.paste.text.is_empty() && state.answer.inspected.is_none() && state.paste.reading.tokens.is_empty());
}

#[test]
fn opening_the_guide_adds_to_the_history_and_back_closes_it() {
    use ::guide::{Opened, Question};
    let mut page = state(&expired());
    page.reduce(Action::GuideOpened);
    assert!(page.guide.is_open && page.guide.is_in_history);
    page.reduce(Action::QuestionOpened(Question::Decoded));
    assert!(page.guide.is_in_history, "from place to place it is one entry");
    let change = page.reduce(Action::AddressRead(None));
    assert!(!page.guide.is_open && !page.guide.is_in_history);
    assert_eq!(change.effects, [Effect::ReturnFromGuide]);
    assert_eq!(page.reduce(Action::AddressRead(None)), change::StateChange::default(), "nothing is open");
    // Forward again: the address names it already.
    page.reduce(Action::AddressRead(Some(Opened::Place(Question::Decoded))));
    assert_eq!(page.guide.address(), Some(Question::Decoded.id()));
    assert!(!page.guide.is_in_history);
    let again = page.reduce(Action::AddressRead(Some(Opened::Place(Question::Decoded))));
    assert_eq!(again.effects, [], "the browser tells it twice");
    assert_eq!(&*page.paste.text, expired(), "the token stays");
}

#[test]
fn a_link_that_closes_the_guide_does_not_go_back() {
    let mut page = state(&expired());
    page.reduce(Action::GuideOpened);
    page.reduce(Action::LinkOpened {
        text: two(),
        signature_left_out: false,
        claims_redacted: false,
        expectations: Default::default(),
        now: NOW,
    });
    assert!(!page.guide.is_open && !page.guide.is_in_history);
}

#[test]
fn hiding_values_is_said() {
    let mut page = state(&expired());
    page.reduce(Action::HidingToggled);
    assert_eq!((page.settings.hides_values, page.toast.map(Toast::message)), (true, Some("Values hidden")));
    page.reduce(Action::HidingToggled);
    assert_eq!((page.settings.hides_values, page.toast.map(Toast::message)), (false, Some("Values shown")));
}

#[test]
fn a_file_over_the_page_is_shown_once() {
    let mut page = state("");
    assert!(page.reduce(Action::DraggedOver(true)).is_visible && page.is_dragged_over);
    assert!(!page.reduce(Action::DraggedOver(true)).is_visible);
    assert!(page.reduce(Action::DraggedOver(false)).is_visible && !page.is_dragged_over);
}

#[test]
fn opens_a_token_inside_a_token_and_goes_back() {
    let inner = token(r#"{"alg":"none"}"#, &[r#"{"id_token":""#, &expired(), r#""}"#].concat(), 0);
    let outer = token(r#"{"alg":"HS256"}"#, &[r#"{"hint":""#, &inner, r#""}"#].concat(), 32);
    let shown = |state: &State| state.shown().unwrap().token.text.clone();
    let press = |state: State, command| after(state, command);
    let open = state(&outer);
    let open = press(press(open, Action::NestedOpened(0)), Action::NestedOpened(0));
    assert_eq!((shown(&open), &*open.answer.opened), (expired(), &[0, 0][..]));
    // It is judged like any other.
    let open = after(open, Action::Ticked(NOW + 1));
    assert_eq!(open.shown().unwrap().judgement.validity.status, inspect::validity::Status::Expired);
    let open = press(open, Action::NestedOpened(7));
    assert_eq!(shown(&open), expired());
    let open = press(open, Action::OuterOpened(1));
    assert_eq!(shown(&open), inner);
    let open = press(open, Action::OuterOpened(0));
    assert_eq!(shown(&open), outer);
}

#[test]
fn a_tick_that_changes_nothing_draws_nothing() {
    let mut timeless = state(&token(r#"{"alg":"none"}"#, r#"{"sub":"1"}"#, 0));
    assert!(!timeless.reduce(Action::Ticked(NOW + 1)).is_visible, "it names no instant");
    let mut dated = state(&expired());
    assert!(dated.reduce(Action::Ticked(NOW + 1)).is_visible, "its end is so many seconds ago");
    assert!(!dated.reduce(Action::Ticked(NOW + 1)).is_visible, "the same second");
    dated.reduce(Action::MomentWritten("2026-11-20T00:00:00Z".to_owned()));
    assert!(!dated.reduce(Action::Ticked(NOW + 2)).is_visible, "another instant is looked at");
}

fn view(part: usize, view: PartView) -> Action {
    Action::ViewChosen { part, view }
}

#[test]
fn copying_gives_what_is_seen() {
    let state = state(&token(r#"{"alg":"RS256"}"#, r#"{"b" :1.0,"a":{"b":[]}}"#, 8));
    assert_eq!(state.text_of(Copied::Part(1)).as_deref(), Some(r#"{"b" :1.0,"a":{"b":[]}}"#));
    let pretty = "{\n  \"b\": 1.0,\n  \"a\": {\n    \"b\": []\n  }\n}";
    assert_eq!(state.text_of(Copied::PrettyJson(1)).as_deref(), Some(pretty));
    let folded = after(state, Action::JsonToggled { part: 1, start: 14 });
    assert_eq!(folded.text_of(Copied::PrettyJson(1)).as_deref(), Some(pretty), "what is folded is copied too");
    assert_eq!(folded.text_of(Copied::PrettyJson(2)), None, "a signature is no JSON");
}

#[test]
fn a_part_keeps_its_view_while_its_text_is_edited() {
    let chosen = after(after(state(&expired()), view(1, PartView::ExactText)), view(1, PartView::Json));
    assert_eq!((chosen.answer.view_of(1), chosen.answer.view_of(0)), (PartView::Json, PartView::Table));
    let typed = after(chosen, Action::Edited { text: expired() + " ", origin: Origin::Typed, now: NOW });
    assert_eq!(typed.answer.view_of(1), PartView::Json);
    let pasted = after(typed, Action::Edited { text: expired(), origin: Origin::Pasted, now: NOW });
    assert_eq!(pasted.answer.view_of(1), PartView::Table);
}

#[test]
fn what_was_folded_is_unfolded_again() {
    let folded = after(state(&expired()), Action::JsonToggled { part: 1, start: 5 });
    let folded =
        after(after(folded, Action::JsonToggled { part: 1, start: 2 }), Action::JsonToggled { part: 0, start: 5 });
    assert_eq!(folded.answer.toggled_in(1), [2, 5]);
    assert_eq!(after(folded, Action::JsonToggled { part: 1, start: 5 }).answer.toggled_in(1), [2]);
}

#[test]
fn a_finding_leads_to_a_row_where_there_are_rows() {
    let exp = Selection { part: 1, member: Some(1) };
    for (chosen, then) in
        [(PartView::ExactText, PartView::Table), (PartView::Json, PartView::Json), (PartView::Table, PartView::Table)]
    {
        let followed = after(after(state(&expired()), view(1, chosen)), Action::SelectionFollowed(exp));
        assert_eq!(followed.answer.view_of(1), then);
        assert_eq!(followed.marks.marked(), Some(exp));
    }
}
