//! Lists and documents that are pasted into a field.

use super::*;

/// The words of the offer, and what the field holds when it was taken.
fn offer(field: Field, text: &str) -> Option<(String, String)> {
    form(&[(field, text)]).rereading(field).map(|read| (read.words, read.text))
}

#[track_caller]
fn reads(field: Field, text: &str, words: &str, then: &str) {
    assert_eq!(offer(field, text), Some((words.to_owned(), then.to_owned())), "{text}");
}

#[test]
fn lists_of_values() {
    for text in [
        r#"["orders","shop"]"#,
        "[ \"orders\",\n  \"shop\" ]",
        "\"orders\", \"shop\"",
        "\"orders\",\n\"shop\",",
        "['orders', 'shop']",
        "[orders, shop]",
        "orders, shop",
        "orders,shop",
        "orders,\nshop",
        r#"{"aud":["orders","shop"]}"#,
    ] {
        let words = if text.starts_with('{') { "Use its `aud`" } else { "Read as 2 values" };
        reads(Field::Audience, text, words, "orders\nshop");
    }
    reads(Field::Audience, "\"orders\"", "Read as `orders`", "orders");
    reads(Field::Audience, "orders,", "Read as `orders`", "orders");
    reads(
        Field::Issuer,
        "https://a.example https://b.example",
        "Read as 2 values",
        "https://a.example\nhttps://b.example",
    );
    reads(Field::Scopes, "orders.read, orders.write", "Read as 2 values", "orders.read orders.write");
    reads(Field::Scopes, r#"["orders.read","orders.write"]"#, "Read as 2 values", "orders.read orders.write");
    reads(Field::Scopes, r#"{"scope":"a b"}"#, "Use its `scope`", "a b");
    reads(Field::Algorithms, "RS256; ES256 PS256", "Read as 3 values", "RS256, ES256, PS256");
    reads(Field::Algorithms, r#"["RS256", "ES256"]"#, "Read as 2 values", "RS256, ES256");
    reads(Field::Type, "\"at+jwt\"", "Read as `at+jwt`", "at+jwt");
}

#[test]
fn the_issuer_of_a_document() {
    let discovery = r#"{ "issuer": "https://a.example/", "jwks_uri": "https://a.example/keys", "x": [1, {}] }"#;
    reads(Field::Issuer, discovery, "Use its `issuer`", "https://a.example/");
    reads(Field::Issuer, "\"issuer\": \"https://a.example/\",", "Use its `issuer`", "https://a.example/");
    reads(Field::Issuer, r#"{"iss":"a","aud":"b"}"#, "Use its `iss`", "a");
}

#[test]
fn claims_as_json_with_colons_and_with_commas() {
    reads(Field::Claims, "email: a@b.c", "Read as `email = a@b.c`", "email = a@b.c");
    reads(Field::Claims, "sub\nemail: a@b.c\ntid = 1", "Read as 3 claims", "sub\nemail = a@b.c\ntid = 1");
    reads(Field::Claims, "sub, email,tid", "Read as 3 claims", "sub\nemail\ntid");
    reads(Field::Claims, "a = 1, b = 2", "Read as 2 claims", "a = 1\nb = 2");
    reads(Field::Claims, r#"["sub","email"]"#, "Read as 2 claims", "sub\nemail");
    reads(
        Field::Claims,
        "{\n  \"email\": \"a@b.c\",\n  \"n\": 1.50,\n  \"t\": \"1\",\n  \"v\": true,\n  \"roles\": [\"x\"]\n}",
        "Read as 5 claims",
        "email = a@b.c\nn = 1.50\nt = \"1\"\nv = true\nroles",
    );
    reads(Field::Claims, "\"email\": \"a@b.c\",\n\"tid\": \"x\",", "Read as 2 claims", "email = a@b.c\ntid = x");
    reads(Field::Claims, "\"sub\"", "Read as `sub`", "sub");
    reads(Field::Claims, "email: 'a@b.c',", "Read as `email = a@b.c`", "email = a@b.c");
}

#[test]
fn what_is_written_as_it_is_meant_is_left_alone() {
    for (field, text) in [
        (Field::Issuer, "https://a.example"),
        (Field::Issuer, "https://a.example\n\n  https://b.example"),
        (Field::Issuer, "{\"jwks_uri\":\"https://a.example\"}"),
        (Field::Issuer, "{\"issuer\":5}"),
        (Field::Issuer, "{"),
        (Field::Audience, "My API of orders"),
        (Field::Audience, "[]"),
        (Field::Audience, "[1]"),
        (Field::Audience, ""),
        (Field::Audience, " , "),
        (Field::Algorithms, "RS256, ES256 PS256"),
        (Field::Type, "at+jwt"),
        (Field::Scopes, "a b  c"),
        (Field::Claims, "sub\ntid = a, b"),
        (Field::Claims, "https://a.example/roles\ncognito:groups = x\nurn:x:y"),
        (Field::Claims, "note = see: this"),
        (Field::Claims, "{\"a=b\":1}"),
        (Field::Leeway, "1, 2"),
        (Field::Lifetime, "[\"1\"]"),
    ] {
        assert_eq!(offer(field, text), None, "{field:?} {text}");
    }
}

#[test]
fn an_offer_that_is_taken_changes_the_field_and_can_be_undone() {
    let mut state = state(&token(HEADER, r#"{"sub":"1"}"#, 256));
    written(&mut state, Field::Audience, "orders, shop");
    let effects = used(&mut state, ExpectationUse::Reread(Field::Audience));
    assert!(effects.contains(&Effect::GoTo("expected-audience".to_owned())), "{effects:?}");
    assert_eq!(state.expecting.form.text(Field::Audience), "orders\nshop");
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!(state.expecting.form.text(Field::Audience), "orders, shop");
    // Beside what a starting point replaced, it is a change like one by hand.
    let (round, _) = asked(&used(&mut state, ExpectationUse::StartChosen("oidc".to_owned()))).unwrap();
    judged(&mut state, round, &ANSWER.replace(r#""filled":null"#, r#""filled":{"issuer":"a,b"}"#));
    used(&mut state, ExpectationUse::Reread(Field::Issuer));
    assert_eq!(state.expecting.form.text(Field::Issuer), "a\nb");
    used(&mut state, ExpectationUse::UndoWanted);
    assert_eq!(state.expecting.form.text(Field::Audience), "orders, shop");
    // Nothing to offer, nothing happens.
    used(&mut state, ExpectationUse::Reread(Field::Issuer));
    assert_eq!(state.expecting.form.text(Field::Issuer), "");
}
