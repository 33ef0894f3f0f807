//! What the crate jsonwebtoken says of signed tokens, with the code that is written for it, is what `judge` says.
//!
//! The code stands in `generated`, as it is written: `UPDATE_EXPECT=1` writes it again.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "reads the clock and the environment, and runs the code"
)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by a panic")]

#[allow(dead_code, reason = "the address in compiled code is always the same")]
mod published_key;
mod signed_cases;

use std::error::Error;
use std::net::TcpListener;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use expect_test::expect_file;
use expectations::code::KeyPlace;
use serde_json::{Map, Value};
use signed_cases::{Program, SECRET, Taken, VARIABLE, library};

type WrittenCheck = fn(&str) -> Result<Map<String, Value>, Box<dyn Error>>;

/// Where the code looks for keys: it is compiled, so this address is always the same.
const KEYS: &str = "127.0.0.1:47615";

/// Each file with its function, by the name of its cases.
macro_rules! generated {
    ($($name:ident),* $(,)?) => {
        mod generated {
            $(pub mod $name;)*
        }

        const CHECKS: &[(&str, WrittenCheck)] = &[$((stringify!($name), generated::$name::check)),*];
    };
}

generated!(
    algorithm,
    algorithms,
    audience,
    audiences,
    claims,
    deep_inside,
    empty_texts,
    es256_file,
    es256_set,
    everything,
    false_and_number,
    hs256_and_rs256_file,
    hs256_and_rs256_set,
    huge_number,
    inside,
    issuer,
    issuers,
    jti_and_nonce,
    leeway,
    letters,
    lifetime,
    media_type,
    no_algorithm,
    nothing,
    number_as_subject,
    odd_names,
    one_type,
    other_types,
    pattern,
    required,
    required_names,
    required_subject,
    rs256_file,
    rs256_set,
    scopes,
    short_lifetime,
    subject,
    tenant,
);

fn programs() -> Vec<Program> {
    let library = library("jsonwebtoken-rust");
    let mut programs = signed_cases::programs(library);
    for keys in [KeyPlace::PublicKey, KeyPlace::JwkSet(format!("http://{KEYS}/keys"))] {
        programs.extend(published_key::programs(library, &keys));
    }
    programs
}

#[test]
fn the_generated_code_is_what_is_written() {
    for Program { name, code, .. } in programs() {
        let file = format!("{}/tests/generated/{name}.rs", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&format!("//! What is written for the cases of `{name}`.\n\n{code}"));
    }
}

/// The code reads the secret from the environment and the public key from the folder, so it runs in a process of its own.
fn in_own_process(test: &str, body: impl FnOnce()) {
    if std::env::var(VARIABLE).is_ok_and(|secret| secret == SECRET) {
        return body();
    }
    let itself = std::env::current_exe().expect("this program");
    let output = Command::new(itself).args(["--exact", test]).env(VARIABLE, SECRET).output();
    let output = output.expect("this program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// Waits for another run of this test to end.
fn listener() -> TcpListener {
    for _ in 0..600 {
        match TcpListener::bind(KEYS) {
            Ok(listener) => return listener,
            Err(_) => sleep(Duration::from_millis(100)),
        }
    }
    panic!("{KEYS} is taken for a minute")
}

fn verdict(name: &str, token: &str) -> Taken {
    let (_, check) = CHECKS.iter().find(|(of, _)| *of == name).expect("a generated file");
    if check(token).is_ok() { Taken::Taken } else { Taken::Refused }
}

#[test]
fn jsonwebtoken_says_what_is_judged() {
    in_own_process("jsonwebtoken_says_what_is_judged", || {
        published_key::publish(listener());
        let mut differences = String::new();
        for Program { name, folder, code, tokens, expected } in programs() {
            std::env::set_current_dir(&folder).expect("its folder");
            for (token, expected) in tokens.iter().zip(expected) {
                let verdict = verdict(name, token);
                if verdict != expected {
                    differences.push_str(&format!("{name}: {expected:?} expected, but {verdict:?}: {token}\n{code}\n"));
                }
            }
        }
        assert!(differences.is_empty(), "{differences}");
    });
}
