//! What people really paste: every file of `tests/cases` is one kind of paste, with what must come out of each of its cases.
//!
//! A file holds an object:
//! - `about`: what this kind of paste is, and where it comes from.
//! - `let`: texts that the cases use, by name. An object with `header`, `payload` and `signature` (a number of bytes) is a
//!   token; a list of strings is joined by line breaks; a string is itself.
//! - `cases`: each with `paste`, and `tokens`: all tokens that must be found, in order. A token is an object with `text`, and
//!   perhaps `label`, `repairs`, `format`, `kind` (each exactly), `has` and `lacks` (ids of findings), and `nested` (objects
//!   with `path`, `text`, `label`). In place of tokens, `note` is the id of the note on a text without a token. `now` is the
//!   instant in seconds since 1970, else [`NOW`].
//!
//! In every string `${NAME}` stands for a text of `let`, `${NAME[10..20]}` for bytes of it, `${base64:NAME}`,
//! `${base64url:NAME}` and `${percent:NAME}` for its encoding.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use inspection::{Inspected, inspect};
use serde_json::Value;

/// 2023-11-14T22:13:20Z.
const NOW: i64 = 1_700_000_000;

type Texts = BTreeMap<String, String>;

#[test]
fn every_paste_gives_what_it_must() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("tests/cases") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let content = fs::read_to_string(&path).expect("a file is UTF-8");
        let file: Value = serde_json::from_str(&content).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(file["about"].is_string(), "{name} says what it is about");
        let texts = texts(&file["let"]);
        for (position, case) in file["cases"].as_array().expect("cases").iter().enumerate() {
            count += 1;
            let paste = text(&case["paste"], &texts);
            wrong.extend(
                faults(case, &paste, &texts).map(|fault| format!("{name}, case {position}: {fault}\n  in {paste:?}")),
            );
        }
    }
    assert!(count > 0);
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// The texts of `let`. A text may use any that does not use it.
fn texts(described: &Value) -> Texts {
    let mut texts = Texts::new();
    let mut left: Vec<_> = described.as_object().into_iter().flatten().collect();
    while !left.is_empty() {
        let before = left.len();
        left.retain(|(name, value)| {
            let is_ready = used(value).iter().all(|name| texts.contains_key(name));
            if is_ready {
                texts.insert((*name).clone(), text(value, &texts));
            }
            !is_ready
        });
        assert!(left.len() < before, "these cannot be made: {left:?}");
    }
    texts
}

fn text(described: &Value, texts: &Texts) -> String {
    match described {
        Value::String(text) => filled(text, texts),
        Value::Array(lines) => lines.iter().map(|line| text(line, texts)).collect::<Vec<_>>().join("\n"),
        Value::Object(token) => {
            let encode = |name: &str| URL_SAFE_NO_PAD.encode(filled(&token[name].to_string(), texts));
            let length = token["signature"].as_u64().expect("a number of bytes");
            let signature: Vec<u8> = (0..length).map(|at| (at * 151 % 251) as u8).collect();
            format!("{}.{}.{}", encode("header"), encode("payload"), URL_SAFE_NO_PAD.encode(signature))
        }
        other => panic!("no text: {other}"),
    }
}

/// The names between `${` and `}`, with what is to be done to each.
fn placeholders(text: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    text.split("${").skip(1).map(|rest| {
        let (inside, behind) = rest.split_once('}').expect("a closing brace");
        let (coding, name) = inside.split_once(':').unwrap_or(("", inside));
        (coding, name, behind)
    })
}

fn used(described: &Value) -> Vec<String> {
    let text = described.to_string();
    placeholders(&text).map(|(_, name, _)| name.split('[').next().unwrap_or(name).to_owned()).collect()
}

fn filled(text: &str, texts: &Texts) -> String {
    let mut filled = text.split("${").next().unwrap_or_default().to_owned();
    for (coding, name, behind) in placeholders(text) {
        let (name, range) = match name.strip_suffix(']').and_then(|name| name.split_once('[')) {
            Some((name, range)) => (name, range),
            None => (name, ".."),
        };
        let value = texts.get(name).unwrap_or_else(|| panic!("no `{name}`"));
        let (from, to) = range.split_once("..").expect("a range");
        let place = |text: &str, otherwise: usize| text.parse().unwrap_or(otherwise);
        let value = &value[place(from, 0)..place(to, value.len())];
        filled += &match coding {
            "" => value.to_owned(),
            "base64" => STANDARD.encode(value),
            "base64url" => URL_SAFE_NO_PAD.encode(value),
            "percent" => percent_encoded(value),
            other => panic!("no coding `{other}`"),
        };
        filled += behind;
    }
    filled
}

fn percent_encoded(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

/// What is not as the case says.
fn faults(case: &Value, paste: &str, texts: &Texts) -> impl Iterator<Item = String> {
    let inspection = inspect(paste, case["now"].as_i64().unwrap_or(NOW));
    let mut faults = Vec::new();
    if let Some(note) = case["note"].as_str() {
        let ids: Vec<_> = inspection.notes.iter().map(|note| note.id).collect();
        if !inspection.tokens.is_empty() || !ids.contains(&note) {
            faults.push(format!("no note {note} but {ids:?} and {} tokens", inspection.tokens.len()));
        }
        return faults.into_iter();
    }
    let expected = case["tokens"].as_array().expect("tokens");
    let found: Vec<_> = inspection.tokens.iter().map(|inspected| inspected.token.text.as_str()).collect();
    let wanted: Vec<_> = expected.iter().map(|token| text(&token["text"], texts)).collect();
    if found != wanted {
        faults.push(format!("found {found:#?}, wanted {wanted:#?}"));
        return faults.into_iter();
    }
    for (inspected, expected) in inspection.tokens.iter().zip(expected) {
        faults.extend(faults_of_token(inspected, expected, paste, texts));
    }
    faults.into_iter()
}

fn faults_of_token(inspected: &Inspected, expected: &Value, paste: &str, texts: &Texts) -> Vec<String> {
    let token = &inspected.token;
    let mut faults = Vec::new();
    let mut compare = |what: &str, found: Value, wanted: &Value| {
        if !wanted.is_null() && found != *wanted {
            faults.push(format!("{what} {found}, wanted {wanted}"));
        }
    };
    compare("label", token.label.as_str().into(), &expected["label"]);
    compare("format", token.format.id().into(), &expected["format"]);
    compare("kind", inspected.description.profile.kind.id().into(), &expected["kind"]);
    compare("repairs", token.repairs.iter().map(|repair| repair.id).collect(), &expected["repairs"]);
    let nested = token.nested.iter().map(
        |nested| serde_json::json!({ "path": nested.path, "text": nested.token.text, "label": nested.token.label }),
    );
    let wanted = serde_json::from_str(&filled(&expected["nested"].to_string(), texts)).expect("JSON");
    compare("nested", nested.collect(), &wanted);
    let ids: Vec<_> = inspected.judgement.findings.iter().map(|finding| finding.id()).collect();
    for id in expected["has"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !ids.contains(&id) {
            faults.push(format!("lacks the finding {id}: {ids:?}"));
        }
    }
    for id in expected["lacks"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if ids.contains(&id) {
            faults.push(format!("has the finding {id}"));
        }
    }
    // What is marked in the paste is all of the token, and repairs stand in the paste.
    let covered: String = token.pieces.iter().map(|piece| piece.token.in_str(&token.text)).collect();
    if covered != token.text {
        faults.push("the pieces do not cover the token".to_owned());
    }
    let mut places = token.pieces.iter().map(|piece| piece.paste).chain(token.repairs.iter().map(|repair| repair.span));
    if let Some(place) = places.find(|place| paste.get(place.start..place.end).is_none()) {
        faults.push(format!("{place:?} is no place of the paste"));
    }
    faults
}
