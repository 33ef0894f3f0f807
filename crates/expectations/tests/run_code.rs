//! What jose and jsonwebtoken say of signed tokens in Node.js, with the code that is written for them, is what `judge` says.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "reads the clock, and runs the code")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by a panic")]

mod other_language;
mod published_key;
mod signed_cases;

use other_language::assert_agrees;

const ARGUMENTS: [&str; 1] = ["--throw-deprecation"];

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn jose_says_what_is_judged() {
    assert_agrees("jose", "node", &ARGUMENTS, "run.mjs");
}

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn jsonwebtoken_says_what_is_judged() {
    assert_agrees("jsonwebtoken-node", "node", &ARGUMENTS, "run.mjs");
}
