//! Tokens and keys in, reports out: every `tests/checked/NAME.txt`, checked and decrypted with the keys of `NAME.key`, gives
//! exactly `NAME.json`.
//!
//! `UPDATE_EXPECT=1 cargo test --test checked` writes the reports anew; the change is then there to be read.

use std::fs;
use std::path::{Path, PathBuf};

use decode::json;
use expect_test::expect_file;
use inspection::{Inspection, inspect};
use share::report;
use verify::key;

/// 2023-11-14T22:13:20Z.
const NOW: i64 = 1_700_000_000;

fn pastes() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checked");
    let files = fs::read_dir(&folder).expect("tests/checked").map(|entry| entry.expect("an entry").path());
    let mut pastes: Vec<_> = files.filter(|path| path.extension().is_some_and(|it| it == "txt")).collect();
    pastes.sort();
    assert!(pastes.len() >= 6, "only {} pastes were found", pastes.len());
    pastes
}

fn read(paste: &Path) -> (Inspection, String) {
    let text = fs::read_to_string(paste).expect("a paste is UTF-8");
    let keys = fs::read_to_string(paste.with_extension("key")).expect("keys are UTF-8");
    (inspect(&text, NOW), keys)
}

#[test]
fn every_paste_gives_its_report() {
    for paste in pastes() {
        let (inspection, keys) = read(&paste);
        let report = report::json_with_keys(&inspection, &key::read(&keys), &keys, None) + "\n";
        expect_file![paste.with_extension("json")].assert_eq(&report);
    }
}

#[test]
fn no_report_holds_a_private_part_or_a_secret() {
    for paste in pastes() {
        let (inspection, keys) = read(&paste);
        let report = report::json_with_keys(&inspection, &key::read(&keys), &keys, None);
        let read = json::read(keys.as_bytes()).value;
        let secrets: Vec<String> = match &read {
            None => vec![keys.trim().to_owned()],
            Some(value) => private_members(value),
        };
        for secret in secrets {
            assert!(!report.contains(&secret), "{paste:?} tells {secret}");
        }
    }
}

/// The values of RFC 7518 section 6 that are secret, wherever they stand.
fn private_members(value: &json::Value) -> Vec<String> {
    match &value.kind {
        json::JsonKind::Object(members) => members
            .into_iter()
            .flat_map(|member| match (&*member.name.text, member.value.as_str()) {
                ("d" | "p" | "q" | "dp" | "dq" | "qi" | "k", Some(secret)) => vec![secret.to_owned()],
                _ => private_members(&member.value),
            })
            .collect(),
        json::JsonKind::Array(items) => items.iter().flat_map(private_members).collect(),
        _ => Vec::new(),
    }
}
