//! What the table shows.

use expect_test::expect;

use super::*;
use crate::state::token_list::criteria::{Column, Only};
use crate::views::testing::{NOW, check, dispatch, markup, state, token};

fn jwt(claims: &str) -> String {
    token(r#"{"alg":"HS256","typ":"JWT"}"#, claims, 32)
}

fn har(count: usize) -> String {
    let entry = |n: usize| {
        let (expires, status) = (NOW - 360 + n as i64 * 600, if n == 1 { 401 } else { 200 });
        let sent = jwt(&format!(r#"{{"iss":"https://login.example.com/","sub":"user-{n}","exp":{expires}}}"#));
        format!(
            r#"{{"startedDateTime":"2026-11-23T14:00:05Z","request":{{"method":"GET","url":"https://api.example/orders/{n}?code=secret","headers":["Bearer {sent}"]}},"response":{{"status":{status}}}}}"#
        )
    };
    format!(r#"{{"log":{{"entries":[{}]}}}}"#, (0..count).map(entry).collect::<Vec<_>>().join(","))
}

fn used(state: &mut State, table_use: TableUse) {
    state.reduce(Action::TableUsed(table_use));
}

fn drawn(state: &State) -> String {
    markup(tokens(state, &dispatch()))
}

#[test]
fn four_tokens_are_a_table() {
    check(
        tokens(&state(&har(4)), &dispatch()),
        expect![[r#"
        <section id="tokens" aria-labelledby="tokens-title" class="panel tokens">
        <header>
        <h2 id="tokens-title">4 tokens</h2>
        <span class="size">
        </span>
        <button id="token-switch" tabindex="0">Show text</button>
        <button>Clear<span class="unseen"> all tokens</span>
        </button>
        </header>
        <div class="tools">
        <div class="filter">
        <input value="" inputmode="text" autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" translate="no" data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-1p-ignore="" data-lpignore="true" data-bwignore="">
        <kbd aria-hidden="true">f</kbd>
        </div>
        <div role="group" aria-label="Which tokens" class="facets">
        <button aria-pressed="true" class="facet">All 4</button>
        <button aria-pressed="false" class="facet">401 or 403: 1</button>
        <button aria-pressed="false" class="facet">Expired 1</button>
        </div>
        <p role="status" class="matching">
        </p>
        </div>
        <div role="grid" aria-label="Tokens found" aria-rowcount="7" data-requests="" class="token-table">
        <div role="rowgroup" class="names">
        <div role="row" aria-rowindex="1" class="columns">
        <span role="columnheader" aria-sort="descending" class="status">
        <button>Status<span aria-hidden="true"> ↓</span>
        </button>
        </span>
        <span role="columnheader" class="where">
        <button>Address</button>
        </span>
        <span role="columnheader" class="kind">
        <button>Kind</button>
        </span>
        <span role="columnheader" class="subject">
        <button>Subject</button>
        </span>
        <span role="columnheader" class="issuer">
        <button>Issuer</button>
        </span>
        <span role="columnheader" class="expiry">
        <button>Expires</button>
        </span>
        <span role="columnheader" class="count">
        <button>Count</button>
        </span>
        </div>
        </div>
        <div role="rowgroup" class="lines">
        <div role="row" aria-rowindex="2" data-head="">
        <span role="gridcell" aria-colspan="7">
        <b>Sent, answered 401 or 403</b> · 1 token</span>
        </div>
        <div role="row" aria-rowindex="3" aria-selected="true" tabindex="0">
        <span role="gridcell" data-severity="error" class="status">401</span>
        <span role="gridcell" title="https://api.example/orders/1?code=…" class="where">GET /orders/1?code=…</span>
        <span role="gridcell" title="JSON Web Token" class="kind">
        <b>JWT</b>
        </span>
        <span role="gridcell" title="user-1" class="subject">user-1</span>
        <span role="gridcell" title="login.example.com" class="issuer">login.example.com</span>
        <span role="gridcell" class="expiry">
        <span class="unseen">expires </span>in 4 min</span>
        <span role="gridcell" class="count">
        <span aria-hidden="true">×1</span>
        <span class="unseen">1 time</span>
        </span>
        </div>
        <div role="row" aria-rowindex="4" data-head="">
        <span role="gridcell" aria-colspan="7">
        <b>Sent, answered otherwise</b> · 3 tokens</span>
        </div>
        <div role="row" aria-rowindex="5" aria-selected="false" tabindex="-1">
        <span role="gridcell" class="status">200</span>
        <span role="gridcell" title="https://api.example/orders/0?code=…" class="where">GET /orders/0?code=…</span>
        <span role="gridcell" title="JSON Web Token" class="kind">
        <b>JWT</b>
        </span>
        <span role="gridcell" title="user-0" class="subject">user-0</span>
        <span role="gridcell" title="login.example.com" class="issuer">login.example.com</span>
        <span role="gridcell" data-severity="error" class="expiry">
        <span aria-hidden="true">✕ </span>
        <span class="unseen">expired </span>6 min ago</span>
        <span role="gridcell" class="count">
        <span aria-hidden="true">×1</span>
        <span class="unseen">1 time</span>
        </span>
        </div>
        <div role="row" aria-rowindex="6" aria-selected="false" tabindex="-1">
        <span role="gridcell" class="status">200</span>
        <span role="gridcell" title="https://api.example/orders/2?code=…" class="where">GET /orders/2?code=…</span>
        <span role="gridcell" title="JSON Web Token" class="kind">
        <b>JWT</b>
        </span>
        <span role="gridcell" title="user-2" class="subject">user-2</span>
        <span role="gridcell" title="login.example.com" class="issuer">login.example.com</span>
        <span role="gridcell" class="expiry">
        <span class="unseen">expires </span>in 14 min</span>
        <span role="gridcell" class="count">
        <span aria-hidden="true">×1</span>
        <span class="unseen">1 time</span>
        </span>
        </div>
        <div role="row" aria-rowindex="7" aria-selected="false" tabindex="-1">
        <span role="gridcell" class="status">200</span>
        <span role="gridcell" title="https://api.example/orders/3?code=…" class="where">GET /orders/3?code=…</span>
        <span role="gridcell" title="JSON Web Token" class="kind">
        <b>JWT</b>
        </span>
        <span role="gridcell" title="user-3" class="subject">user-3</span>
        <span role="gridcell" title="login.example.com" class="issuer">login.example.com</span>
        <span role="gridcell" class="expiry">
        <span class="unseen">expires </span>in 24 min</span>
        <span role="gridcell" class="count">
        <span aria-hidden="true">×1</span>
        <span class="unseen">1 time</span>
        </span>
        </div>
        </div>
        </div>
        <div class="foot-line">
        <p aria-hidden="true" class="hints">
        <span>
        <kbd>↑</kbd> <kbd>↓</kbd> choose</span>
        <span>
        <kbd>f</kbd> filter</span>
        </p>
        <button>Copy as CSV</button>
        <button>Save as CSV</button>
        </div>
        </section>"#]],
    );
}

#[test]
fn fewer_are_not() {
    assert_eq!(drawn(&state(&har(3))), "");
}

#[test]
fn of_many_few_are_drawn() {
    let drawn = drawn(&state(&har(90)));
    let rows = drawn.matches("aria-selected=").count();
    assert!((20..60).contains(&rows), "{rows} rows");
    assert!(drawn.contains(r#"aria-rowcount="93""#), "90 rows, two heads and the names of the columns");
}

#[test]
fn the_table_is_filtered_and_narrowed() {
    let mut page = state(&har(6));
    used(&mut page, TableUse::Filtered("USER-4".to_owned()));
    assert!(drawn(&page).contains("1 of 6 match.") && drawn(&page).matches("aria-selected=").count() == 1);
    used(&mut page, TableUse::Filtered("nobody".to_owned()));
    assert!(drawn(&page).contains("No token matches."));
    used(&mut page, TableUse::Filtered(String::new()));
    used(&mut page, TableUse::Narrowed(Only::Refused));
    assert!(drawn(&page).contains("1 of 6 match."));
    used(&mut page, TableUse::SortedBy(Column::Subject));
    assert!(drawn(&page).contains(r#"aria-sort="ascending""#));
}

#[test]
fn what_was_refused_is_shown_first() {
    let page = state(&har(6));
    assert_eq!(page.answer.chosen, 1);
    assert!(drawn(&page).contains("Sent, answered 401 or 403"));
}

#[test]
fn the_text_comes_back_and_the_table_too() {
    let mut page = state(&har(5));
    assert!(page.shows_table() && !markup(crate::views::screen(&page, &dispatch())).contains("id=\"box\""));
    used(&mut page, TableUse::TextWanted);
    assert!(!page.shows_table() && markup(crate::views::screen(&page, &dispatch())).contains("id=\"box\""));
    used(&mut page, TableUse::TableWanted);
    assert!(page.shows_table());
    page.reduce(Action::BoxWanted);
    assert!(!page.shows_table(), "whoever wants the box gets it");
}

#[test]
fn the_box_stays_while_somebody_types() {
    let mut page = state("");
    page.reduce(Action::Edited { text: har(5), origin: Origin::Typed, now: NOW });
    assert!(page.paste.reading.is_many() && !page.shows_table());
    page.reduce(Action::Edited { text: har(6), origin: Origin::Pasted, now: NOW });
    assert!(page.shows_table());
}

#[test]
fn two_that_follow_each_other_are_compared() {
    let mut page = state(&har(5));
    assert!(!drawn(&page).contains("Compare with the one before"));
    used(&mut page, TableUse::Opened(3));
    assert!(drawn(&page).contains("Compare with the one before"));
    used(&mut page, TableUse::ComparedWithBefore);
    assert!(page.comparing.is_some());
}

#[test]
fn the_csv_has_what_is_listed_and_no_token() {
    let mut page = state(&har(5));
    used(&mut page, TableUse::Narrowed(Only::Refused));
    let csv = page.csv();
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines[1..],
        [
            "JSON Web Token,user-1,https://login.example.com/,,,2026-11-23T15:04:00Z,active,headers,GET,https://api.example/orders/1?code=…,401,2026-11-23T14:00:05Z,1"
        ]
    );
    used(&mut page, TableUse::Narrowed(Only::All));
    assert_eq!(page.csv().lines().count(), 6);
    assert!(!page.csv().contains("eyJ") && !page.csv().contains("secret"));
}
