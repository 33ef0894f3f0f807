//! What stands in which line.

use super::*;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use decode::Role;

fn part(json: &[u8]) -> Part {
    let segment = URL_SAFE_NO_PAD.encode(json);
    Part::json(Role::Payload, &segment, Span::new(0, segment.len()))
}

#[track_caller]
fn check(json: &str, lines: &[&str]) {
    assert_eq!(text(&part(json.as_bytes())).as_deref(), Some(&*lines.join("\n")));
}

/// The lines as they are shown at first, with these objects and arrays folded or unfolded.
fn shown(part: &Part, toggled: &[usize]) -> Vec<String> {
    let source = |piece| match piece {
        JsonPiece::Punctuation(punctuation) => punctuation.to_owned(),
        JsonPiece::Count(count) => format!("<{count}>"),
        JsonPiece::Name(span) | JsonPiece::Plain(PlainValue { span, .. }) => part.source(span).into_owned(),
        JsonPiece::Unread(span) => format!("▸{}", part.source(span)),
    };
    let line = |line: &JsonLine| line.indentation() + &line.pieces().into_iter().map(source).collect::<String>();
    lines(part, toggled).iter().map(line).collect()
}

#[test]
fn empty_objects_and_arrays_take_no_line_of_their_own() {
    check("{}", &["{}"]);
    check(" [ ] ", &["[]"]);
    check(r#"{"a":{ },"b":[]}"#, &["{", r#"  "a": {},"#, r#"  "b": []"#, "}"]);
}

#[test]
fn plain_values_stand_alone() {
    for plain in ["1.0", "\"x\"", "true", "null"] {
        check(plain, &[plain]);
    }
}

#[test]
fn nesting_is_indented_by_two_blanks() {
    check(
        r#"{"a":{"b":[{"c":1},[2,[3]]]}}"#,
        &[
            "{",
            r#"  "a": {"#,
            r#"    "b": ["#,
            "      {",
            r#"        "c": 1"#,
            "      },",
            "      [",
            "        2,",
            "        [3]",
            "      ]",
            "    ]",
            "  }",
            "}",
        ],
    );
}

#[test]
fn numbers_escapes_and_repeated_names_stay_as_written() {
    check(
        r#"{"n":1e400,"n":1.0,"n":-0,"big":100002348117421473,"s":"gr\u00e4ce \/ \n","s":"Gräce 😀","\u0061":2.50}"#,
        &[
            "{",
            r#"  "n": 1e400,"#,
            r#"  "n": 1.0,"#,
            r#"  "n": -0,"#,
            r#"  "big": 100002348117421473,"#,
            r#"  "s": "gr\u00e4ce \/ \n","#,
            r#"  "s": "Gräce 😀","#,
            r#"  "\u0061": 2.50"#,
            "}",
        ],
    );
}

#[test]
fn an_array_of_few_plain_values_takes_one_line() {
    check(r#"["a" ,1, true,null]"#, &[r#"["a", 1, true, null]"#]);
    let long = "x".repeat(40);
    check(&format!(r#"["{long}","{long}"]"#), &["[", &format!("  \"{long}\","), &format!("  \"{long}\""), "]"]);
}

#[test]
fn a_text_that_was_laid_out_before_stays_as_it_is() {
    let json = r#"{"a":{"b":[{"c":1},[2,[3]],{}],"d":"e"},"f":[1,2]}"#;
    let once = text(&part(json.as_bytes())).unwrap();
    assert_eq!(text(&part(once.as_bytes())), Some(once));
}

#[test]
fn nothing_behind_the_place_of_a_fault_is_lost() {
    check(r#"{"sub":"1",'exp':1}"#, &["{", r#"  "sub": "1","#, "  'exp':1}"]);
    check(r#"{"a":1,"c":tr"#, &["{", r#"  "a": 1,"#, r#"  "c":tr"#]);
    check(r#"{"a":{"b":1,"#, &["{", r#"  "a": {"#, r#"    "b": 1,"#]);
    check(r#"{"a":{"b":[1,[2"#, &["{", r#"  "a": {"#, r#"    "b": ["#, "      1,", "      [", "        2"]);
    check(r#"{"a":1} x"#, &["{", r#"  "a": 1"#, "}", "x"]);
    check("{", &["{"]);
    check("{,", &["{", "  ,"]);
    check(r#"{"a":1}, 2"#, &["{", r#"  "a": 1"#, "}", ", 2"]);
    check("[1 2]", &["[", "  1", "  2]"]);
    assert_eq!(text(&part(b"nothing")), None);
}

#[test]
fn the_place_of_a_fault_is_shown_even_at_the_end() {
    assert_eq!(shown(&part(br#"{"a":1,"#), &[]), ["{", r#"  "a": 1,"#, "  ▸"]);
    assert_eq!(shown(&part(br#"{"a":1,"b" "#), &[]), ["{", r#"  "a": 1,"#, r#"  ▸"b" "#]);
    assert_eq!(shown(&part(br#"{"a":1} "#), &[]), ["{", r#"  "a": 1"#, "}"]);
}

#[test]
fn bytes_that_are_no_text_stand_as_replacement_characters() {
    assert_eq!(text(&part(b"[\"J\xfcrgen\"]")).as_deref(), Some("[\"J\u{FFFD}rgen\"]"));
}

#[test]
fn what_is_deep_or_long_is_folded_at_first() {
    let deep = part(br#"{"a":{"b":{"c":{"d":1},"e":[[1]]}}}"#);
    assert_eq!(
        shown(&deep, &[]),
        [
            "{",
            r#"  "a": {"#,
            r#"    "b": {"#,
            r#"      "c": {"#,
            r#"        "d": 1"#,
            "      },",
            r#"      "e": ["#,
            "        [1]",
            "      ]",
            "    }",
            "  }",
            "}"
        ]
    );
    let deeper = part(br#"{"a":{"b":{"c":{"d":{"e":1,"f":2}}}}}"#);
    assert!(shown(&deeper, &[]).contains(&r#"        "d": { <2 members>: "e", "f" }"#.to_owned()));
    let numbers: Vec<String> = (0..21).map(|number| number.to_string()).collect();
    let long = part(format!(r#"{{"a":[{}]}}"#, numbers.join(",")).as_bytes());
    assert_eq!(shown(&long, &[]), ["{", r#"  "a": [ <21 items> ]"#, "}"]);
    assert_eq!(shown(&long, &[5]).len(), 25);
    let whole = part(format!("[{}]", numbers.join(",")).as_bytes());
    assert_eq!(shown(&whole, &[]).len(), 23, "the whole text is never folded");
}

#[test]
fn what_is_toggled_is_folded_or_unfolded() {
    let part = part(br#"{"a":{"b":{"c":{"d":{"e":1}}}},"z":2}"#);
    assert_eq!(shown(&part, &[5]), ["{", r#"  "a": { <1 member>: "b" },"#, r#"  "z": 2"#, "}"]);
    assert!(shown(&part, &[20]).contains(&r#"          "e": 1"#.to_owned()));
}

#[test]
fn lines_know_their_member() {
    let members = |json: &[u8]| lines(&part(json), &[]).iter().map(|line| line.member).collect::<Vec<_>>();
    assert_eq!(members(br#"{"a":{"b":{}},"a":1}"#), [None, Some(0), Some(0), Some(0), Some(1), None]);
    assert_eq!(members(br#"[{"a":1}]"#), [None; 5]);
    assert_eq!(members(br#"{"a":1,"b":{"c""#), [None, Some(0), Some(1), Some(1)]);
    assert_eq!(members(br#"{"a":1,"b""#), [None, Some(0), None]);
}

#[test]
fn no_two_lines_begin_at_one_byte() {
    let lines = lines(&part(br#"{"a":{"b":[[],{},[{}],[1,2]]},"c":[[[]]],"d":{}} x"#), &[]);
    assert!(lines.len() > 15 && lines.is_sorted_by(|line, next| line.start < next.start), "{lines:#?}");
}

#[test]
fn the_deepest_text_that_is_read_is_laid_out() {
    let depth = decode::limits::JSON_DEPTH;
    let json = [&"[".repeat(depth), "{", &"]".repeat(depth)].concat();
    let lines = lines_of(part(json.as_bytes()).value().unwrap(), &part(json.as_bytes()), usize::MAX);
    assert_eq!(lines.len(), depth, "all that were opened");
    let text = text(&part(json.as_bytes())).unwrap();
    assert!(text.ends_with(&format!("{}{{{}", "  ".repeat(depth), "]".repeat(depth))), "{text}");
}

#[test]
fn no_more_lines_are_laid_out_than_are_asked_for() {
    let part = part(format!("[{}0]", "[0,[]],".repeat(LONGEST)).as_bytes());
    assert_eq!(lines(&part, &[]).len(), LONGEST);
    assert_eq!(lines_of(part.value().unwrap(), &part, 7).len(), 7);
}
