//! Which tokens are listed, and in which order.

use decode::decode;

use super::arrange::{Arranged, Counts, Line};
use super::criteria::{Column, Criteria, Only, Sort};
use crate::state::reading::Reading;
use crate::views::testing::token;

const NOW: i64 = 1_000;

fn jwt(claims: &str) -> String {
    token(r#"{"alg":"HS256","typ":"JWT"}"#, claims, 32)
}

fn entry(method: &str, url: &str, sent: &str, status: u16, received: &str) -> String {
    format!(
        r#"{{"startedDateTime":"2026-11-23T14:00:05Z","request":{{"method":"{method}","url":"{url}","headers":[{{"name":"Authorization","value":"Bearer {sent}"}}]}},"response":{{"status":{status},"content":{{"text":"{received}"}}}}}}"#
    )
}

fn har(entries: &[String]) -> Reading {
    let text = format!(r#"{{"log":{{"version":"1.2","entries":[{}]}}}}"#, entries.join(",\n"));
    Reading::of(&text, decode(&text), None)
}

/// Five tokens: `a` sent thrice and refused once, `b` sent, `c` received, `d` refused, `e` sent.
fn five() -> Reading {
    let [a, b, c, d, e] = [
        r#"{"iss":"https://login.example.com/","sub":"Zoe","exp":900}"#,
        r#"{"iss":"https://sts.example.net","sub":"ann","exp":5000}"#,
        r#"{"sub":"bob","nonce":"n","aud":"c","iss":"https://login.example.com/","exp":2000,"iat":1}"#,
        r#"{"exp":800,"role":"Störung"}"#,
        r#"{"sub":"eve"}"#,
    ]
    .map(jwt);
    har(&[
        entry("GET", "https://api.example/orders?q=1", &a, 200, ""),
        entry("GET", "https://api.example/b", &b, 200, &c),
        entry("POST", "https://api.example/a", &a, 401, ""),
        entry("PUT", "https://api.example/d", &d, 403, ""),
        entry("GET", "https://api.example/e", &e, 500, ""),
        entry("GET", "https://api.example/a", &a, 200, ""),
    ])
}

/// By subject, `-` for one that has none, `|` for a head.
fn listed(reading: &Reading, criteria: &Criteria) -> String {
    let arranged = Arranged::of(&reading.list, criteria, NOW);
    let name = |line: &Line| match line {
        Line::Head { count, .. } => format!("|{count}:"),
        Line::Row(row) => reading.list.rows[*row].named.subject.clone().unwrap_or("-".to_owned()),
    };
    arranged.lines.iter().map(name).collect::<Vec<_>>().join(" ")
}

fn sorted(reading: &Reading, column: Column, is_descending: bool) -> String {
    listed(reading, &Criteria { sort: Some(Sort { column, is_descending }), ..Criteria::default() })
}

fn filtered(reading: &Reading, query: &str) -> String {
    listed(reading, &Criteria { query: query.into(), ..Criteria::default() })
}

#[test]
fn what_was_refused_comes_first() {
    let reading = five();
    assert_eq!(listed(&reading, &Criteria::default()), "|2: Zoe - |2: ann eve |1: bob");
    assert_eq!(reading.first_choice(), reading.list.rows[0].first);
    let [a, ..] = &reading.list.rows[..] else { panic!("five rows") };
    let request = a.request.as_ref().unwrap();
    assert_eq!((a.count, request.method.as_str(), request.status), (3, "POST", Some(401)), "the most telling place");
    assert_eq!(reading.list.path(&request.address), "/a");
}

#[test]
fn columns_sort_both_ways_and_what_is_not_there_is_last() {
    let reading = five();
    assert_eq!(sorted(&reading, Column::Subject, false), "ann bob eve Zoe -");
    assert_eq!(sorted(&reading, Column::Subject, true), "Zoe eve bob ann -");
    assert_eq!(sorted(&reading, Column::Expires, false), "- Zoe bob ann eve");
    assert_eq!(sorted(&reading, Column::Expires, true), "ann bob Zoe - eve");
    assert_eq!(sorted(&reading, Column::Count, true), "Zoe ann bob - eve");
    assert_eq!(sorted(&reading, Column::Place, false), "Zoe ann bob - eve");
    assert_eq!(sorted(&reading, Column::Status, false), "|1: bob |2: ann eve |2: Zoe -");
    assert_eq!(sorted(&reading, Column::Issuer, false), "bob Zoe ann - eve");
    let kinds = sorted(&reading, Column::Kind, false);
    assert_eq!(kinds.split(' ').count(), 5, "{kinds}");
    assert_ne!(kinds, sorted(&reading, Column::Kind, true));
}

#[test]
fn a_pressed_column_turns_round() {
    let list = five().list;
    let mut criteria = Criteria::default();
    let mut press = |column| {
        criteria.sort_by(column, &list);
        criteria.sort(&list).is_descending
    };
    assert!(!press(Column::Status), "it was by status, the gravest first");
    assert!(press(Column::Status) && press(Column::Count) && !press(Column::Count));
    assert!(!press(Column::Kind) && press(Column::Kind));
}

#[test]
fn a_filter_looks_at_all_that_is_known() {
    let reading = five();
    for (query, expected) in [
        ("", "|2: Zoe - |2: ann eve |1: bob"),
        ("  ", "|2: Zoe - |2: ann eve |1: bob"),
        ("zoe", "|1: Zoe"),
        ("post /a", "|1: Zoe"),
        ("403", "|1: -"),
        ("störung", "|1: -"),
        ("NONCE", "|1: bob"),
        ("sts.example", "|1: ann"),
        ("role", "|1: -"),
        ("login zoe", "|1: Zoe"),
        ("zoe bob", ""),
        ("nothing of that", ""),
    ] {
        assert_eq!(filtered(&reading, query), expected, "{query}");
    }
}

#[test]
fn parts_of_the_list_are_counted_and_chosen() {
    let reading = five();
    let counts = Counts::of(&reading.list, NOW);
    assert_eq!((counts.all, counts.refused, counts.expired), (5, 2, 2));
    assert_eq!(counts.kinds.iter().map(|(_, count)| count).sum::<usize>(), 5);
    assert_eq!(Counts::of(&reading.list, 3_000).expired, 3);
    let only = |only| listed(&reading, &Criteria { only, ..Criteria::default() });
    assert_eq!(only(Only::Refused), "|2: Zoe -");
    assert_eq!(only(Only::Expired), "|2: Zoe -");
    assert_eq!(only(Only::Kind("no such kind")), "");
    let (kind, count) = counts.kinds[0];
    assert_eq!(
        Arranged::of(&reading.list, &Criteria { only: Only::Kind(kind), ..Criteria::default() }, NOW).count,
        count
    );
}

#[test]
fn tokens_of_other_texts_are_in_the_order_of_the_text() {
    let text = (0..12).map(|n| jwt(&format!(r#"{{"sub":"{n}"}}"#))).collect::<Vec<_>>().join("\n");
    let reading = Reading::of(&text, decode(&text), None);
    assert_eq!(listed(&reading, &Criteria::default()), "0 1 2 3 4 5 6 7 8 9 10 11");
    assert_eq!(sorted(&reading, Column::Place, true), "11 10 9 8 7 6 5 4 3 2 1 0");
    assert_eq!((reading.first_choice(), reading.list.has_requests), (0, false));
    let few = (0..3).map(|n| jwt(&format!(r#"{{"sub":"{n}"}}"#))).collect::<Vec<_>>().join("\n");
    assert!(Reading::of(&few, decode(&few), None).list.rows.is_empty());
}

#[test]
fn addresses_of_several_hosts_are_told_apart() {
    let tokens = [1, 2, 3, 4].map(|n| jwt(&format!(r#"{{"sub":"{n}"}}"#)));
    let hosts = ["https://a.example/x", "https://a.example/y", "https://b.example/x", "https://a.example/z"];
    let entries: Vec<_> = tokens.iter().zip(hosts).map(|(token, url)| entry("GET", url, token, 200, "")).collect();
    let reading = har(&entries);
    assert_eq!(reading.list.path("https://b.example/x"), "b.example/x");
    assert_eq!(reading.list.path("https://a.example/x"), "a.example/x");
}

#[test]
fn thousands_are_arranged_in_no_time() {
    let text = (0..5_000).map(|n| jwt(&format!(r#"{{"sub":"user-{n}","exp":{n}}}"#))).collect::<Vec<_>>().join("\n");
    let reading = Reading::of(&text, decode(&text), None);
    assert_eq!(reading.list.rows.len(), 5_000);
    assert_eq!(filtered(&reading, "user-4999"), "user-4999");
    assert!(reading.status_changes(999, 1_000) && !reading.status_changes(6_000, 7_000));
}
