//! What the crate jsonwebtoken says of signed tokens, with the code that is written for it, is what `judge` says.
//!
//! The code stands in `generated`, as it is written: `UPDATE_EXPECT=1` writes it again.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "reads the clock and the environment, and runs the code"
)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by a panic")]

mod published_key;
mod signed_cases;

use std::error::Error;
use std::process::Command;

use expect_test::expect_file;
use expectations::code::KeyPlace;
use serde_json::{Map, Value};
use signed_cases::{CASES, Program, SECRET, STRICTER, Taken, VARIABLE, library, program};

type WrittenCheck = fn(&str) -> Result<Map<String, Value>, Box<dyn Error>>;

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
    empty_texts,
    everything,
    issuer,
    issuers,
    leeway,
    lifetime,
    media_type,
    nothing,
    odd_names,
    published_key,
    required,
    scopes,
    short_lifetime,
    tenant,
);

#[test]
fn the_generated_code_is_what_is_written() {
    let library = library("jsonwebtoken-rust");
    let with_secret = CASES.iter().chain(STRICTER).map(|cases| program(library, cases));
    for Program { name, code, .. } in with_secret.chain([of_published_key()]) {
        let file = format!("{}/tests/generated/{name}.rs", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&format!("//! What is written for the cases of `{name}`.\n\n{code}"));
    }
}

fn of_published_key() -> Program {
    published_key::program(library("jsonwebtoken-rust"), KeyPlace::PublicKey)
}

/// The code reads the secret from the environment and the public key from the folder, so it runs in a process of its own.
fn in_own_process(test: &str, body: impl FnOnce()) {
    if std::env::var(VARIABLE).is_ok_and(|secret| secret == SECRET) {
        return body();
    }
    let itself = std::env::current_exe().expect("this program");
    let mut command = Command::new(itself);
    command.args(["--exact", test]).env(VARIABLE, SECRET).current_dir(published_key::folder());
    let output = command.output().expect("this program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

fn verdict(name: &str, token: &str) -> Taken {
    let (_, check) = CHECKS.iter().find(|(of, _)| *of == name).expect("a generated file");
    if check(token).is_ok() { Taken::Taken } else { Taken::Refused }
}

#[test]
fn jsonwebtoken_says_what_is_judged() {
    in_own_process("jsonwebtoken_says_what_is_judged", || {
        let library = library("jsonwebtoken-rust");
        for program in CASES.iter().map(|cases| program(library, cases)).chain([of_published_key()]) {
            let Program { name, code, tokens, expected } = program;
            for (token, expected) in tokens.iter().zip(expected) {
                assert_eq!(verdict(name, token), expected, "{name}: {token}\n{code}");
            }
        }
    });
}

#[test]
fn it_is_stricter_where_the_notes_say_so() {
    in_own_process("it_is_stricter_where_the_notes_say_so", || {
        let of_signed = STRICTER.iter().map(|cases| {
            let program = program(library("jsonwebtoken-rust"), cases);
            verdict(cases.name, program.tokens.first().expect("a token"))
        });
        assert_eq!(
            of_signed.collect::<Vec<_>>(),
            [Taken::Taken, Taken::Taken, Taken::Taken, Taken::Refused, Taken::Refused]
        );
    });
}
