//! What ruby-jwt says of signed tokens, with the code that is written for it, is what `judge` says.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "reads the clock, and runs the code")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by a panic")]

mod other_language;
mod published_key;
mod signed_cases;

use other_language::assert_agrees;

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn ruby_jwt_says_what_is_judged() {
    assert_agrees("ruby-jwt", "ruby", &["-W:deprecated"], "run.rb");
}
