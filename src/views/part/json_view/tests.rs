//! Colours, folds, marks, and what is too long to show at once.

use expect_test::expect;

use super::*;
use crate::views::testing::{check, dispatch, inspected, markup, state, token};

fn lines(payload: &str, change: impl FnOnce(&mut State)) -> Html {
    let mut state = state("");
    state.answer.inspected = Some(inspected(&token(r#"{"alg":"RS256"}"#, payload, 256)));
    change(&mut state);
    json_view(&state, state.answer.inspected.as_ref().unwrap(), 1, &dispatch())
}

#[test]
fn colours_values_and_says_times_and_counts() {
    let claims = r#"{"exp":1795179600,"scope":"a b","n":1.0,"b":null,"o":{"x":["y"],"x":["\u0041",{}]}}"#;
    check(
        lines(claims, |_| {}),
        expect![[r#"
            <div class="json-view">
            <div class="long-list">
            <ul class="json">
            <li>
            <code>{</code>
            </li>
            <li id="row-1:0" tabindex="-1" data-selection="1:0">
            <code>  <span class="json-name">"exp"</span>: <span class="json-number">1795179600</span>,</code>
            <span class="hint">2026-11-20 13:00:00 UTC · <em data-severity="error">3 days ago</em>
            </span>
            </li>
            <li id="row-1:1" tabindex="-1" data-selection="1:1">
            <code>  <span class="json-name">"scope"</span>: <span class="json-string">"a b"</span>,</code>
            <span class="hint">2 scopes</span>
            </li>
            <li id="row-1:2" tabindex="-1" data-selection="1:2">
            <code>  <span class="json-name">"n"</span>: <span class="json-number">1.0</span>,</code>
            </li>
            <li id="row-1:3" tabindex="-1" data-selection="1:3">
            <code>  <span class="json-name">"b"</span>: <span class="json-literal">null</span>,</code>
            </li>
            <li id="row-1:4" tabindex="-1" data-selection="1:4">
            <button aria-expanded="true" aria-label="o: 2 members" class="fold">
            </button>
            <code>  <span class="json-name">"o"</span>: {</code>
            </li>
            <li data-selection="1:4">
            <code>    <span class="json-name">"x"</span>: [<span class="json-string">"y"</span>],</code>
            <span class="hint">1 item</span>
            </li>
            <li data-selection="1:4">
            <button aria-expanded="true" aria-label="x: 2 items" class="fold">
            </button>
            <code>    <span class="json-name">"x"</span>: [</code>
            <span class="hint">2 items</span>
            </li>
            <li data-selection="1:4">
            <code>      <span class="json-string">"\u0041"</span>,</code>
            </li>
            <li data-selection="1:4">
            <code>      {}</code>
            </li>
            <li data-selection="1:4">
            <code>    ]</code>
            </li>
            <li data-selection="1:4">
            <code>  }</code>
            </li>
            <li>
            <code>}</code>
            </li>
            </ul>
            </div>
            </div>"#]],
    );
}

#[test]
fn folds_what_was_folded() {
    let fold = |state: &mut State| {
        state.reduce(Action::JsonToggled { part: 1, start: 5 });
    };
    check(
        lines(r#"{"o":{"x":1,"y":2},"z":[]}"#, fold),
        expect![[r#"
            <div class="json-view">
            <div class="long-list">
            <ul class="json">
            <li>
            <code>{</code>
            </li>
            <li id="row-1:0" tabindex="-1" data-selection="1:0">
            <button aria-expanded="false" aria-label="o: 2 members" class="fold">
            </button>
            <code>  <span class="json-name">"o"</span>: { <span class="folded">2 members</span>: <span class="json-name">"x"</span>, <span class="json-name">"y"</span> },</code>
            </li>
            <li id="row-1:1" tabindex="-1" data-selection="1:1">
            <code>  <span class="json-name">"z"</span>: []</code>
            </li>
            <li>
            <code>}</code>
            </li>
            </ul>
            </div>
            </div>"#]],
    );
}

#[test]
fn marks_all_lines_of_a_member() {
    let point = |state: &mut State| {
        state.reduce(Action::Pointed(Some(Selection { part: 1, member: Some(1) })));
    };
    let markup = markup(lines(r#"{"a":1,"o":{"x":{"y":2}}}"#, point));
    assert_eq!(markup.matches("data-selection=\"1:1\" data-marked").count(), 5, "{markup}");
    assert_eq!(markup.matches("id=\"row-1:1\"").count(), 1, "{markup}");
}

#[test]
fn shows_the_place_of_a_fault_and_what_stands_behind_it() {
    let markup = markup(lines(r#"{"sub":"1",'exp':1}"#, |_| {}));
    assert!(markup.contains("▸'</mark>exp':1}"), "{markup}");
}

#[test]
fn shortens_a_long_value_until_all_of_it_is_asked_for() {
    let claims = format!(r#"{{"long":"{}","end":1}}"#, "ä".repeat(400));
    let short = markup(lines(&claims, |_| {}));
    assert!(short.contains("ä…</span>") && short.contains("show all (802 bytes)"), "{short}");
    let unfold = |state: &mut State| {
        state.reduce(Action::Unfolded(Fold::JsonValue { part: 1, start: 8 }));
    };
    assert!(!markup(lines(&claims, unfold)).contains('…'));
}

#[test]
fn shows_hostile_text_as_text() {
    let hostile = "{\"<img src=x>\":[\"</script><b>\",{\"a\u{202e}b\":\"\u{202e}\"}]}";
    let markup = markup(lines(hostile, |_| {}));
    assert!(!markup.contains("<img") && !markup.contains("<b>") && !markup.contains('\u{202e}'), "{markup}");
}

#[test]
fn draws_the_lines_in_sight_of_many() {
    let many: Vec<String> = (0..20_000).map(|n| format!(r#""n{n}":{n}"#)).collect();
    let claims = format!("{{{}}}", many.join(","));
    let at_first = markup(lines(&claims, |_| {}));
    assert!(at_first.contains("show 19602 more"), "{}", at_first.len());
    assert_eq!(at_first.matches("<li").count(), 50);
}
