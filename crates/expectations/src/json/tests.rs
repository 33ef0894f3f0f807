//! What is read and written, and the messages for what cannot be read.

use proptest::prelude::*;

use super::*;

const FILE: &str = r#"{"issuer":["https://a","https://b"],"audience":["api"],"algorithms":["RS256"],"type":["at+jwt"],"required":["sub","jti"],"claims":{"tid":"7\"2","email_verified":true,"ver":2.0,"act":null},"scopes":["Orders.Read"],"leeway":60,"longestLifetime":3600,"signature":true}"#;

#[test]
fn reads_what_it_writes() {
    let read_back = read(FILE).expect("expectations");
    assert_eq!(write(&read_back), FILE);
    assert_eq!(read_back.issuers, ["https://a", "https://b"]);
    assert_eq!(read_back.claims.len(), 6);
    assert_eq!(read_back.claims[4].value, Some(ExpectedValue::Number("2.0".to_owned())));
    assert_eq!((read_back.leeway, read_back.longest_lifetime, read_back.signature), (60, Some(3_600), true));
}

#[test]
fn what_is_empty_is_not_expected() {
    for text in [
        "{}",
        r#"{"issuer":"","audience":[],"algorithms":[""],"type":null,"required":[],"claims":{},"scopes":"","leeway":0}"#,
        r#"{"longestLifetime":null,"signature":false}"#,
    ] {
        let read_back = read(text).expect(text);
        assert_eq!((read_back.is_empty(), write(&read_back).as_str()), (true, "{}"), "{text}");
    }
}

#[test]
fn one_text_needs_no_array_and_one_claim_stands_once() {
    let read_back = read(r#"{"issuer":"a","required":["sub","tid"],"claims":{"tid":"1"}}"#).expect("expectations");
    assert_eq!(write(&read_back), r#"{"issuer":["a"],"required":["sub"],"claims":{"tid":"1"}}"#);
    let other_order = read(r#"{"claims":{"tid":"1"},"required":"tid"}"#).expect("expectations");
    assert_eq!(write(&other_order), r#"{"claims":{"tid":"1"}}"#);
}

#[test]
fn a_text_of_scopes_has_spaces_between_them() {
    for (text, scopes) in [
        (r#"{"scopes":"openid orders.read"}"#, &["openid", "orders.read"][..]),
        (r#"{"scopes":" a\n b  "}"#, &["a", "b"]),
        (r#"{"scopes":"a"}"#, &["a"]),
        (r#"{"scopes":["a","b"]}"#, &["a", "b"]),
        (r#"{"scopes":"a,b"}"#, &["a,b"]),
        (r#"{"scopes":" "}"#, &[]),
    ] {
        assert_eq!(read(text).expect(text).scopes, scopes, "{text}");
    }
    // Other texts may have spaces.
    assert_eq!(read(r#"{"audience":"My API"}"#).expect("expectations").audiences, ["My API"]);
}

#[test]
fn says_what_is_wrong_and_where() {
    for (text, message) in [
        ("", "expected a JSON value, but found nothing, at line 1, column 1 (byte 0)"),
        ("[]", "expected a JSON object, but found an array, at line 1, column 1"),
        (
            "{\"issuer\": 1}",
            "expected a string or an array of strings for `issuer`, but found `1`, at line 1, column 12",
        ),
        (
            "{\n \"audience\": [\"é\", {}]}",
            "expected a string or an array of strings for `audience`, but found an object, at line 2, column 20",
        ),
        (
            r#"{"aud": "x"}"#,
            "expected one of `issuer`, `audience`, `algorithms`, `type`, `required`, `claims`, `scopes`, `leeway`, `longestLifetime` and `signature`, but found `aud`, at line 1, column 2",
        ),
        (r#"{"issuer":"a","issuer":"b"}"#, "expected `issuer` once, but found it again, at line 1, column 15"),
        (
            r#"{"leeway":"60"}"#,
            "expected a whole number of seconds for `leeway`, but found a string, at line 1, column 11",
        ),
        (r#"{"leeway":1.5}"#, "expected a whole number of seconds for `leeway`, but found `1.5`, at line 1, column 11"),
        (r#"{"leeway":-1}"#, "expected a whole number of seconds for `leeway`, but found `-1`, at line 1, column 11"),
        (
            r#"{"longestLifetime":99999999999999999999}"#,
            "expected a whole number of seconds for `longestLifetime`, but found `99999999999999999999`, at line 1, column 20",
        ),
        (r#"{"signature":"yes"}"#, "expected true or false for `signature`, but found a string, at line 1, column 14"),
        (
            r#"{"scopes":["openid","a b"]}"#,
            "expected one scope in each item of `scopes`, but found `a b`, at line 1, column 21: no scope has a space",
        ),
        (
            r#"{"claims":["sub"]}"#,
            "expected an object with a value for each claim for `claims`, but found an array, at line 1, column 11",
        ),
        (
            r#"{"claims":{"roles":["a"]}}"#,
            "expected a string, a number, true, false or null for `roles`, but found an array, at line 1, column 20",
        ),
        (
            r#"{"issuer":"a",}"#,
            "expected a name in double quotes, but found `}` (JSON allows no comma before the end), at line 1, column 15 (byte 14)",
        ),
    ] {
        assert_eq!(read(text), Err(message.to_owned()), "{text}");
    }
}

fn expected_value() -> impl Strategy<Value = ExpectedValue> {
    prop_oneof![
        any::<String>().prop_map(ExpectedValue::Text),
        any::<i64>().prop_map(|number| ExpectedValue::Number(number.to_string())),
        any::<bool>().prop_map(ExpectedValue::Boolean),
        Just(ExpectedValue::Null),
    ]
}

/// No scope has a space.
fn scopes() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[!-~é]{1,8}", 0..3)
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(".{1,8}", 0..3)
}

prop_compose! {
    fn expectations()(
        lists in [texts(), texts(), texts(), texts()],
        scopes in scopes(),
        required in prop::collection::btree_set("[a-z]{1,4}", 0..4),
        claims in prop::collection::btree_map("[A-Z]{1,4}", expected_value(), 0..4),
        leeway in any::<u32>(),
        longest_lifetime in any::<Option<u64>>(),
        signature in any::<bool>(),
    ) -> Expectations {
        let [issuers, audiences, algorithms, types] = lists;
        let required = required.into_iter().map(|name| ClaimDemand { name, value: None });
        let valued = claims.into_iter().map(|(name, value)| ClaimDemand { name, value: Some(value) });
        let claims = required.chain(valued).collect();
        Expectations { issuers, audiences, algorithms, types, claims, scopes, leeway, longest_lifetime, signature }
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_back(expectations in expectations()) {
        prop_assert_eq!(read(&write(&expectations)), Ok(expectations));
    }

    #[test]
    fn any_text_gives_an_answer(text in any::<String>()) {
        let _ = read(&text);
    }
}
