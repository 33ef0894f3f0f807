//! What is read, and the exact sentences for what is wrong.

use super::*;
use crate::error::FaultKind;

/// The names that were read, and the sentences of what was wrong.
#[track_caller]
fn check(text: &[u8], names: &[&str], faults: &[&str]) {
    let document = read(text);
    let found: Vec<_> =
        document.value.iter().flat_map(|value| value.members()).map(|member| member.name.text.as_str()).collect();
    assert_eq!(found, names);
    let sentences: Vec<_> = document.faults.iter().map(ToString::to_string).collect();
    assert_eq!(sentences, faults);
}

#[test]
fn keeps_order_duplicates_and_spans() {
    let text = br#"{ "b" : 1.0 , "a":-0,"b":1e400}"#;
    check(text, &["b", "a", "b"], &[]);
    let document = read(text);
    let members = document.value.as_ref().map(Value::members).unwrap_or_default();
    let raw: Vec<_> = members.iter().map(|m| String::from_utf8_lossy(m.value.span.of(text)).into_owned()).collect();
    assert_eq!(raw, ["1.0", "-0", "1e400"]);
    assert_eq!(members[0].span.of(text), br#""b" : 1.0"#);
}

#[test]
fn gives_the_members_that_are_whole() {
    check(
        br#"{"a":1,"b":"x","c":tr"#,
        &["a", "b"],
        &["expected a JSON value, but the text ends here, at line 1, column 22 (byte 21)"],
    );
    check(
        br#"{"a":1,"b":"x"#,
        &["a"],
        &["expected the closing `\"` of a string, but the text ends here, at line 1, column 14 (byte 13)"],
    );
    check(
        br#"{"a":{"b":1,"#,
        &["a"],
        &["expected a name in double quotes, but the text ends here, at line 1, column 13 (byte 12)"],
    );
}

#[test]
fn takes_no_cut_number_for_a_whole_one() {
    check(
        br#"{"sub":"u1","iat":16"#,
        &["sub"],
        &["expected a digit, but the text ends here, at line 1, column 21 (byte 20)"],
    );
    assert_eq!(read(b"16").faults, []);
}

#[test]
fn says_what_the_writer_meant() {
    check(
        b"{'a':1}",
        &[],
        &[
            "expected a name in double quotes or `}`, but found `'` (JSON has double quotes only), at line 1, column 2 (byte 1)",
        ],
    );
    check(
        b"{\"a\":1,\n}",
        &["a"],
        &[
            "expected a name in double quotes, but found `}` (JSON allows no comma before the end), at line 2, column 1 (byte 8)",
        ],
    );
    check(
        b"{\"a\":NaN}",
        &[],
        &[
            "expected a JSON value, but found `N` (JavaScript's NaN, Infinity and undefined are not JSON), at line 1, column 6 (byte 5)",
        ],
    );
    check(
        b"{\"a\":True}",
        &[],
        &[
            "expected a JSON value, but found `T` (JSON writes true, false and null; this looks like Python), at line 1, column 6 (byte 5)",
        ],
    );
    check(
        b"{a:1}",
        &[],
        &[
            "expected a name in double quotes or `}`, but found `a` (names stand in double quotes), at line 1, column 2 (byte 1)",
        ],
    );
    check(b"{} x", &[], &["expected the end of the text, but found `x` after the value, at line 1, column 4 (byte 3)"]);
    check(
        b"{\"a\":01}",
        &[],
        &["expected a number without leading zeros, but found one with, at line 1, column 6 (byte 5)"],
    );
    check(
        br#"{"a":"\x"}"#,
        &[],
        &["expected an escape such as \\n or \\u0041, but found \\ and `x`, at line 1, column 7 (byte 6)"],
    );
    check(b"", &[], &["expected a JSON value, but found nothing, at line 1, column 1 (byte 0)"]);
}

#[test]
fn locates_what_is_not_utf8_and_reads_on() {
    check(
        b"{\"name\":\"J\xfcrgen\",\"b\":1}",
        &["name", "b"],
        &["expected UTF-8, but found the byte 0xFC, at line 1, column 11 (byte 10)"],
    );
    let document = read(b"{\"name\":\"J\xfcrgen\"}");
    let name = document.value.as_ref().and_then(|value| value.member("name")).and_then(Value::as_str);
    assert_eq!(name, Some("J\u{FFFD}rgen"));
}

#[test]
fn resolves_escapes_and_keeps_lone_surrogates() {
    let document = read(br#"["\u0041\ud83d\ude00\n", "a\ud83d", "\ude00\u0041"]"#);
    let Some(Value { kind: JsonKind::Array(values), .. }) = document.value else { panic!("an array") };
    let texts: Vec<_> = values.iter().filter_map(Value::as_str).collect();
    assert_eq!(texts, ["A😀\n", "a\u{FFFD}", "\u{FFFD}A"]);
    let JsonKind::String(second) = &values[1].kind else { panic!("a string") };
    assert_eq!(second.lone_surrogates, [(1, 0xD83D)]);
    assert_eq!(document.faults, []);
}

#[test]
fn reads_on_behind_a_raw_control_character() {
    check(
        b"{\"a\":\"x\ny\",\"b\":1}",
        &["a", "b"],
        &["expected the control character U+000A to be escaped, but found it unescaped, at line 1, column 8 (byte 7)"],
    );
}

#[test]
fn marks_the_objects_and_arrays_that_end_too_early() {
    let cut = |text: &str, path: &[&str]| {
        let document = read(text.as_bytes());
        let mut value = document.value.as_ref().expect("a value");
        for name in path {
            value = value.member(name).expect("the member");
        }
        value.is_cut
    };
    for (text, path) in [
        (r#"{"#, &[][..]),
        (r#"{"a":1"#, &[]),
        (r#"{"a":["#, &["a"]),
        (r#"{"a":["b""#, &["a"]),
        (r#"{"a":{"b":[1],"c":{"#, &["a", "c"]),
        (r#"{"a":[1,oops],"b":1}"#, &["a"]),
    ] {
        assert!(cut(text, path), "{text}");
    }
    for (text, path) in [
        (r#"{"a":["b"],"c":["#, &["a"][..]),
        (r#"{"a":{},"b""#, &["a"]),
        (r#"{"a":[[1]]}"#, &[]),
        (r#"{"a":"b"} oops"#, &[]),
        (r#"{"a":true"#, &["a"]),
    ] {
        assert!(!cut(text, path), "{text}");
    }
}

#[test]
fn stops_at_the_depth_limit() {
    let deep = "[".repeat(1_000_000);
    let document = read(deep.as_bytes());
    assert_eq!(document.faults.len(), 1);
    assert_eq!(document.faults[0].kind, FaultKind::TooDeep);
    assert_eq!(document.faults[0].span.start, crate::limits::JSON_DEPTH);
}

#[test]
fn reports_a_byte_order_mark() {
    check(
        b"\xEF\xBB\xBF{\"a\":1}",
        &["a"],
        &["expected JSON, but found a byte-order mark before it, at line 1, column 1 (byte 0)"],
    );
}
