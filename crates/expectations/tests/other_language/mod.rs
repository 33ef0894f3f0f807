//! Runs written code in another language, by a runner that reads programs and prints what they say of tokens.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use expectations::code::{KeyPlace, Library};

use crate::published_key;
use crate::signed_cases::{Program, SECRET, SignedCases, Taken, VARIABLE, program};

pub fn programs(library: &Library, cases: &[SignedCases]) -> Vec<Program> {
    cases.iter().map(|cases| program(library, cases)).collect()
}

/// Runs the programs in another language, and compares what the library says of each token.
#[track_caller]
pub fn assert_agrees(interpreter: &str, runner: &str, programs: &[Program]) {
    let verdicts = run(interpreter, runner, programs);
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
pub fn run(interpreter: &str, runner: &str, programs: &[Program]) -> Vec<Vec<Taken>> {
    let runner = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/programs").join(runner);
    let mut command = Command::new(interpreter);
    command.arg(runner).env(VARIABLE, SECRET).current_dir(published_key::folder());
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

const KEYS: &str = include_str!("../published_key/keys.json");

/// The address of the keys, which this process gives to anyone who asks until it ends.
pub fn published() -> KeyPlace {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("its address");
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            let request = BufReader::new(&stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty());
            assert!(request.count() > 0);
            let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length:";
            let _ = write!(stream, "{head} {}\r\n\r\n{KEYS}", KEYS.len());
        }
    });
    KeyPlace::JwkSet(format!("http://{address}/keys"))
}
