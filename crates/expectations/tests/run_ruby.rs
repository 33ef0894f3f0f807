//! What ruby-jwt says of signed tokens, with the code that is written for it, is what `judge` says.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "reads the clock and runs the code")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by a panic")]

mod other_language;
mod published_key;
mod signed_cases;

use expectations::code::KeyPlace;
use other_language::{assert_agrees, programs, published, run};
use signed_cases::{CASES, STRICTER, Taken, library};

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn ruby_jwt_says_what_is_judged() {
    assert_agrees("ruby", "run.rb", &programs(library("ruby-jwt"), CASES));
}

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn it_is_stricter_where_the_notes_say_so() {
    let verdicts = run("ruby", "run.rb", &programs(library("ruby-jwt"), STRICTER));
    let of_signed: Vec<Taken> = verdicts.iter().filter_map(|verdicts| verdicts.first().copied()).collect();
    assert_eq!(of_signed, [Taken::Taken, Taken::Taken, Taken::Taken, Taken::Refused, Taken::Taken]);
}

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn a_public_key_is_found_in_its_file_and_at_its_address() {
    let address = published();
    let library = library("ruby-jwt");
    let programs = [KeyPlace::PublicKey, address.clone()].map(|keys| published_key::program(library, keys));
    assert_agrees("ruby", "run.rb", &programs);
}
