//! Sets are compared as sets, whatever the order of their words and however they are written.

use super::tests::claims;
use super::*;

/// Path, what was removed, what was added and what stayed, of each set of the only row.
#[track_caller]
fn check_sets(one: &str, other: &str, change: Change, sets: &[(&str, &str, &str, &str)]) {
    let found = claims(one, other);
    let part = found.parts.iter().find(|part| part.role == Role::Payload).expect("claims");
    let [row] = part.rows.as_slice() else { panic!("one row in {:?}", part.rows) };
    assert_eq!(row.change, change, "{one} {other}");
    let joined = |list: &WordList| list.words.join(",");
    let told = row.sets.iter().map(|it| (it.path.clone(), joined(&it.removed), joined(&it.added), joined(&it.stayed)));
    let told: Vec<_> = told.collect();
    let told: Vec<_> = told.iter().map(|(a, b, c, d)| (a.as_str(), b.as_str(), c.as_str(), d.as_str())).collect();
    assert_eq!(told, sets, "{one} {other}");
    assert_eq!(row.inside, [], "{one} {other}");
}

#[test]
fn words_are_told_apart_and_not_their_places() {
    for (one, other, removed, added, stayed) in [
        (
            r#"{"scope":"openid profile read"}"#,
            r#"{"scope":"openid email profile"}"#,
            "read",
            "email",
            "openid,profile",
        ),
        (r#"{"scope":"a b"}"#, r#"{"scope":["b","c"]}"#, "a", "c", "b"),
        (r#"{"scp":["a","b"]}"#, r#"{"scp":["b"]}"#, "a", "", "b"),
        (r#"{"aud":"api"}"#, r#"{"aud":["other","api"]}"#, "", "other", "api"),
        (r#"{"aud":["a b"]}"#, r#"{"aud":["a","b"]}"#, "a b", "a,b", ""),
        (r#"{"amr":["pwd"]}"#, r#"{"amr":["mfa","pwd"]}"#, "", "mfa", "pwd"),
        (r#"{"groups":["g1","g2","g3"]}"#, r#"{"groups":["g3","g1"]}"#, "g2", "", "g1,g3"),
        (r#"{"roles":["x"]}"#, r#"{"roles":[]}"#, "x", "", ""),
        (r#"{"permissions":["read:a"]}"#, r#"{"permissions":["read:b","read:a"]}"#, "", "read:b", "read:a"),
        (r#"{"wids":["w1"]}"#, r#"{"wids":["w2"]}"#, "w1", "w2", ""),
        (r#"{"cognito:groups":["a"]}"#, r#"{"cognito:groups":["b","a"]}"#, "", "b", "a"),
        (r#"{"https://a.example/roles":["a"]}"#, r#"{"https://a.example/roles":["b","a"]}"#, "", "b", "a"),
    ] {
        check_sets(one, other, Change::Changed, &[("", removed, added, stayed)]);
    }
}

#[test]
fn another_order_and_another_form_are_the_same_set() {
    for (one, other) in [
        (r#"{"scope":"a b"}"#, r#"{"scope":"b  a"}"#),
        (r#"{"scope":"a b"}"#, r#"{"scope":["a","b"]}"#),
        (r#"{"aud":"a"}"#, r#"{"aud":["a"]}"#),
        (r#"{"groups":["a","b","a"]}"#, r#"{"groups":["b","a"]}"#),
    ] {
        check_sets(one, other, Change::Rewritten, &[]);
    }
}

#[test]
fn sets_inside_are_named_by_their_place() {
    check_sets(
        r#"{"resource_access":{"api":{"roles":["reader","writer"]},"account":{"roles":["view"]}}}"#,
        r#"{"resource_access":{"account":{"roles":["view"]},"api":{"roles":["reader","approver"]}}}"#,
        Change::Changed,
        &[("/api/roles", "writer", "approver", "reader")],
    );
}

#[test]
fn what_is_masked_may_be_any_word() {
    let mask = crate::masked::MASK;
    let masked = format!(r#"{{"groups":["a","{mask}"]}}"#);
    check_sets(&masked, r#"{"groups":["a","b"]}"#, Change::Redacted, &[]);
    check_sets(r#"{"groups":["a","b"]}"#, &masked, Change::Redacted, &[]);
    check_sets(&masked, r#"{"groups":["b"]}"#, Change::Changed, &[("", "a", "", "")]);
}

#[test]
fn what_is_no_set_is_compared_by_place() {
    for (one, other) in [
        (r#"{"lines":["a","b"]}"#, r#"{"lines":["b","a"]}"#),
        (r#"{"roles":[{"id":1}]}"#, r#"{"roles":[{"id":2}]}"#),
        (r#"{"groups":[1,2]}"#, r#"{"groups":[1,3]}"#),
        (r#"{"role":"a"}"#, r#"{"role":"b"}"#),
        (r#"{"aud":"a b"}"#, r#"{"aud":"a c"}"#),
        (r#"{"roles":{"a":1}}"#, r#"{"roles":{"a":2}}"#),
    ] {
        let found = claims(one, other);
        let row = &found.parts[0].rows[0];
        assert!(row.change == Change::Changed && row.sets.is_empty(), "{row:?}");
    }
}

#[test]
fn of_many_words_a_hundred_are_told() {
    let all = |count: usize| (0..count).map(|at| format!("\"g{at}\"")).collect::<Vec<_>>().join(",");
    for (count, told, more) in [(99, 99, 0), (100, 100, 0), (101, 100, 1), (5_000, 100, 4_900)] {
        let found = claims(r#"{"groups":[]}"#, &format!(r#"{{"groups":[{}]}}"#, all(count)));
        let added = &found.parts[0].rows[0].sets[0].added;
        assert_eq!((added.words.len(), added.more), (told, more));
    }
}
