//! What a service expects, held against every paste of `tests/golden`: each gives exactly what stands in `service.expected`.
//!
//! `UPDATE_EXPECT=1 cargo test --test service` writes that file anew; the change is then there to be read.

mod common;

use std::fs;
use std::path::Path;

use decode::decode;
use expect_test::expect_file;
use expectations::{ExpectationKind, Expectations, KnownSignature};
use inspection::inspect;
use serde_json::Value;
use share::report;
use verify::key::KeyRing;

/// 2023-11-14T22:13:20Z.
const NOW: i64 = 1_700_000_000;

const EXPECTED: &str = r#"{"issuer": "https://login.example.com", "audience": "api://orders", "algorithms": ["RS256", "ES256"],
    "type": "at+jwt", "required": ["sub"], "scopes": ["orders.read"], "leeway": 60, "longestLifetime": 3600, "signature": true}"#;

fn expectations() -> Expectations {
    expectations::json::read(EXPECTED).expect("expectations")
}

#[test]
fn every_paste_gives_its_answers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut pastes: Vec<_> = fs::read_dir(&folder)
        .expect("tests/golden")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    pastes.sort();
    let mut told = String::new();
    for paste in pastes {
        let text = fs::read_to_string(&paste).expect("a paste is UTF-8");
        let name = paste.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for inspected in inspect(&text, NOW).tokens {
            let answer = expectations::judge(&inspected.token, &expectations(), KnownSignature::NotChecked, NOW);
            told.push_str(&format!("{name}: {}\n  {}\n", inspected.token.label, answer.sentence));
            for line in answer.lines {
                let reason = line.reason.unwrap_or_default();
                let name = line.kind.claim().unwrap_or(line.kind.id());
                told.push_str(format!("    {name} {}: {reason}", line.outcome.id()).trim_end_matches([':', ' ']));
                told.push('\n');
            }
        }
    }
    expect_file!["service.expected"].assert_eq(&told);
}

/// The healthy tokens that not every service takes, whatever it expects: all others of the corpus have no line on that.
#[test]
fn few_tokens_have_a_line_on_themselves() {
    let mut told = String::new();
    for (name, text, now) in common::corpus() {
        let Some(token) = decode(&text).tokens.into_iter().next() else { continue };
        let known = KnownSignature::NotChecked;
        let answer = expectations::judge(&token, &Expectations::default(), known, now.unwrap_or(NOW));
        let lines = answer.lines.iter().filter(|line| line.kind == ExpectationKind::Token);
        for (at, line) in lines.enumerate() {
            if at == 0 {
                told.push_str(&format!("{name}: {}\n", answer.sentence));
            }
            told.push_str(&format!("    {}: {}\n", line.outcome.id(), line.reason.as_deref().unwrap_or_default()));
        }
    }
    expect_file!["token_lines.expected"].assert_eq(&told);
}

#[test]
fn the_report_has_them_where_they_are_given() {
    let paste = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/claim-is-a-token.txt"));
    let inspection = inspect(&paste.expect("a paste"), NOW);
    let report = report::json_with_keys(&inspection, &KeyRing::default(), "", Some(&expectations()));
    let report: Value = serde_json::from_str(&report).expect("a report is JSON");
    let names = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>().join(" ");
    for token in [&report["tokens"][0], &report["tokens"][0]["nested"][0]] {
        let answer = &token["expectations"];
        assert_eq!(names(answer), "lines notChecked sentence verdict");
        assert_eq!(names(&answer["lines"][0]), "claim expectation fix outcome reason said");
        assert_eq!(answer["verdict"], "would-refuse");
    }
    let plain: Value = serde_json::from_str(&report::json(&inspection)).expect("a report is JSON");
    assert_eq!(plain["tokens"][0].get("expectations"), None);
}
