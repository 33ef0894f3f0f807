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

use other_language::assert_agrees;

/// A warning is an error: the code calls nothing that is deprecated.
const ARGUMENTS: [&str; 2] = ["-W", "error"];

/// The Python that has both libraries: `PYTHON`, or the first on the path.
fn python() -> String {
    std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn pyjwt_says_what_is_judged() {
    assert_agrees("pyjwt", &python(), &ARGUMENTS, "run.py");
}

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn joserfc_says_what_is_judged() {
    assert_agrees("authlib", &python(), &ARGUMENTS, "run.py");
}
