//! What PyJWT and joserfc say of signed tokens, with the code that is written for them, is what `judge` says.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "reads the clock and the environment, and runs the code"
)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by a panic")]

mod other_language;
mod published_key;
mod signed_cases;

use expectations::code::KeyPlace;
use other_language::{assert_agrees, programs, published, run};
use signed_cases::{CASES, STRICTER, Taken, library};

/// The Python that has both libraries: `PYTHON`, or the first on the path.
fn python() -> String {
    std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn pyjwt_says_what_is_judged() {
    assert_agrees(&python(), "run.py", &programs(library("pyjwt"), CASES));
}

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn joserfc_says_what_is_judged() {
    assert_agrees(&python(), "run.py", &programs(library("authlib"), CASES));
}

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn both_are_stricter_where_the_notes_say_so() {
    for id in ["pyjwt", "authlib"] {
        let verdicts = run(&python(), "run.py", &programs(library(id), STRICTER));
        let of_signed: Vec<Taken> = verdicts.iter().filter_map(|verdicts| verdicts.first().copied()).collect();
        assert_eq!(of_signed, [Taken::Refused, Taken::Refused, Taken::Refused, Taken::Refused, Taken::Taken], "{id}");
    }
}

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn a_public_key_is_found_in_its_file_and_at_its_address() {
    let address = published();
    for id in ["pyjwt", "authlib"] {
        let programs = [KeyPlace::PublicKey, address.clone()].map(|keys| published_key::program(library(id), keys));
        assert_agrees(&python(), "run.py", &programs);
    }
}
