//! Runs written code in another language, by a runner that reads programs and prints what they say of tokens.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use expectations::code::KeyPlace;

use crate::published_key;
use crate::signed_cases::{self, Program, SECRET, Taken, VARIABLE, library};

/// Their code has the keys of each issuer.
const HAS_EACH_KEY: [&str; 3] = ["jose", "jsonwebtoken-node", "pyjwt"];

/// What the library says of every token is what is expected.
#[track_caller]
pub fn assert_agrees(id: &str, interpreter: &str, arguments: &[&str], runner: &str) {
    let library = library(id);
    let mut programs = signed_cases::programs(library);
    for keys in [KeyPlace::PublicKey, published_key::published()] {
        programs.extend(published_key::programs(library, &keys));
    }
    if HAS_EACH_KEY.contains(&id) {
        programs.push(published_key::of_two_issuers(library));
    }
    let verdicts = run(interpreter, arguments, runner, &programs);
    assert_eq!(verdicts.len(), programs.len());
    let mut differences = String::new();
    for (program, verdicts) in programs.iter().zip(verdicts) {
        assert_eq!(verdicts.len(), program.tokens.len());
        for ((token, expected), verdict) in program.tokens.iter().zip(&program.expected).zip(verdicts) {
            if verdict != *expected {
                let Program { name, code, .. } = program;
                differences.push_str(&format!("{name}: {expected:?} expected, but {verdict:?}: {token}\n{code}\n"));
            }
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

/// The runner reads the programs as JSON, and prints a list of verdicts for each.
fn run(interpreter: &str, arguments: &[&str], runner: &str, programs: &[Program]) -> Vec<Vec<Taken>> {
    let runner = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/programs").join(runner);
    let mut command = Command::new(interpreter);
    command.args(arguments).arg(runner).env(VARIABLE, SECRET);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{interpreter} could not be started: {error}"));
    let input = serde_json::to_string(programs).expect("JSON");
    // A runner that ends early says why in its errors.
    let _ = child.stdin.take().expect("its input").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("its output");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{interpreter} failed: {errors}");
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("no verdicts: {error}: {}", String::from_utf8_lossy(&output.stdout)))
}
