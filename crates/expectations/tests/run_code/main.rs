//! Runs the code that is written for libraries, and holds what it says of tokens against what `judge` says.
#![allow(clippy::disallowed_methods, reason = "reads the clock, writes the code into files and runs it")]
#![allow(clippy::disallowed_types, reason = "reads the clock, writes the code into files and runs it")]
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by a panic")]

mod cases;
mod javascript;
mod tokens;

use std::path::{Path, PathBuf};
use std::process::Command;

use cases::{LibraryCase, cases};
use expectations::code::{KeyPlace, LIBRARIES, Library, key_place, write_for};
use expectations::{ServiceVerdict, judge};
use serde_json::{Value, json};
use test_tokens::token_of;

/// What `JWT_SECRET` is while the code runs. 32 bytes, the least that HS256 may have.
const SECRET: &str = "a secret of these tests, 32 bytes";

/// A case whose code stands in a folder of its own, with the key in `public-key.pem`.
struct PreparedCase {
    name: &'static str,
    folder: PathBuf,
    token: String,
    is_refused: bool,
    /// For a message: what was expected, the code, and what `judge` says.
    shown: String,
}

/// The root of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the root")
}

fn library(id: &str) -> &'static Library {
    LIBRARIES.iter().find(|library| library.id == id).expect("a library")
}

/// Writes the code of every case into `folder`, each into a file of this name.
fn prepare(library: &Library, folder: &Path, file: &str) -> Vec<PreparedCase> {
    let now = now();
    cases()
        .iter()
        .enumerate()
        .map(|(at, case)| prepared(library, case, now, &folder.join(at.to_string()), file))
        .collect()
}

fn prepared(library: &Library, case: &LibraryCase, now: i64, folder: &Path, file: &str) -> PreparedCase {
    let text = case.token(now);
    let (token, expectations) = (token_of(&text), case.expectations());
    let answer = judge(&token, &expectations, case.signature(), now);
    assert!(
        !matches!(key_place(&expectations, &token), KeyPlace::JwkSet(_)),
        "{}: the tests have no server of keys",
        case.name
    );
    let code = write_for(library, &expectations, &token, &answer);
    let code: String = code.lines.iter().map(|line| format!("{}\n", line.text)).collect();
    std::fs::create_dir_all(folder).expect("a folder for the case");
    std::fs::write(folder.join(file), &code).expect("writing the code");
    std::fs::write(folder.join("public-key.pem"), case.public_key()).expect("writing the key");
    PreparedCase {
        name: case.name,
        folder: folder.to_owned(),
        token: text,
        is_refused: answer.verdict == ServiceVerdict::WouldRefuse,
        shown: format!("{}\n{code}\njudge: {}", case.expectations, answer.sentence),
    }
}

/// Seconds since 1970: libraries look at the clock of the machine, so the times of tokens go by it.
fn now() -> i64 {
    let since = std::time::UNIX_EPOCH.elapsed().expect("a clock after 1970");
    since.as_secs().try_into().expect("a time")
}

/// The cases for the program that runs the code: `[{"folder", "token"}]`, in the file of this path.
fn write_cases(cases: &[PreparedCase], path: &Path) {
    let list: Value = cases.iter().map(|case| json!({ "folder": case.folder, "token": case.token })).collect();
    std::fs::write(path, list.to_string()).expect("writing the cases");
}

/// Runs a program that prints, for each case, `null` where the code takes the token, or why it refuses it: a JSON array.
fn verdicts(command: &mut Command) -> Vec<Option<String>> {
    let output = command.env("JWT_SECRET", SECRET).output().expect("the program runs");
    let [printed, said] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    assert!(output.status.success(), "{command:?} failed:\n{printed}\n{said}");
    serde_json::from_str(&printed).unwrap_or_else(|error| panic!("{error} in what it printed:\n{printed}\n{said}"))
}

/// The library and `judge` say the same of every case.
fn assert_agreement(library: &Library, cases: &[PreparedCase], verdicts: &[Option<String>]) {
    assert_eq!(cases.len(), verdicts.len(), "one verdict for each case");
    let differences: Vec<String> = std::iter::zip(cases, verdicts)
        .filter(|(case, verdict)| case.is_refused != verdict.is_some())
        .map(|(case, verdict)| {
            let said = verdict.as_deref().unwrap_or("takes it");
            format!("== {}\n{}\n{}: {said}\n", case.name, case.shown, library.name)
        })
        .collect();
    assert!(differences.is_empty(), "{} differ:\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn half_of_the_cases_are_refused() {
    let refused = |case: &&LibraryCase| {
        let now = now();
        let answer = judge(&token_of(&case.token(now)), &case.expectations(), case.signature(), now);
        answer.verdict == ServiceVerdict::WouldRefuse
    };
    let cases = cases();
    let count = cases.iter().filter(refused).count();
    assert!((15..cases.len() - 12).contains(&count), "{count} of {}", cases.len());
}
