//! What the crate jsonwebtoken says of signed tokens, with the code that is written for it, is what `judge` says.
//!
//! The code stands in `generated`, as it is written: `UPDATE_EXPECT=1` writes it again.

mod signed_cases;

use std::error::Error;
use std::process::Command;

use expect_test::expect_file;
use serde_json::{Map, Value};
use signed_cases::{CASES, SECRET, STRICTER, Taken, VARIABLE, library, program};

type Check = fn(&str) -> Result<Map<String, Value>, Box<dyn Error>>;

/// Each file with its function, by the name of its cases.
macro_rules! generated {
    ($($name:ident),* $(,)?) => {
        mod generated {
            $(pub mod $name;)*
        }

        const CHECKS: &[(&str, Check)] = &[$((stringify!($name), generated::$name::check)),*];
    };
}

generated!(
    algorithm,
    algorithms,
    audience,
    audiences,
    claims,
    everything,
    issuer,
    issuers,
    leeway,
    lifetime,
    media_type,
    nothing,
    odd_names,
    required,
    scopes,
    short_lifetime,
    tenant,
);

#[test]
fn the_generated_code_is_what_is_written() {
    for cases in CASES.iter().chain(STRICTER) {
        let head = format!("//! What is written for the cases of `{}`.\n\n", cases.name);
        let file = format!("{}/tests/generated/{}.rs", env!("CARGO_MANIFEST_DIR"), cases.name);
        expect_file![file].assert_eq(&(head + &program(library("jsonwebtoken-rust"), cases).code));
    }
}

/// The code reads the secret from the environment, so these tests run in a process of their own.
fn in_own_process(test: &str, body: impl FnOnce()) {
    if std::env::var(VARIABLE).is_ok_and(|secret| secret == SECRET) {
        return body();
    }
    let itself = std::env::current_exe().expect("this program");
    let output =
        Command::new(itself).args(["--exact", test]).env(VARIABLE, SECRET).output().expect("this program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

fn verdict(name: &str, token: &str) -> Taken {
    let (_, check) = CHECKS.iter().find(|(of, _)| *of == name).expect("a generated file");
    if check(token).is_ok() { Taken::Taken } else { Taken::Refused }
}

#[test]
fn jsonwebtoken_says_what_is_judged() {
    in_own_process("jsonwebtoken_says_what_is_judged", || {
        for cases in CASES {
            let program = program(library("jsonwebtoken-rust"), cases);
            for (token, expected) in program.tokens.iter().zip(&program.expected) {
                assert_eq!(verdict(cases.name, token), *expected, "{}: {token}\n{}", cases.name, program.code);
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
        assert_eq!(of_signed.collect::<Vec<_>>(), [Taken::Taken, Taken::Taken, Taken::Taken, Taken::Refused]);
    });
}
