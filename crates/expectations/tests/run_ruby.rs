//! What ruby-jwt says of signed tokens, with the code that is written for it, is what `judge` says.

mod other_language;
mod signed_cases;

use other_language::{assert_agrees, programs, run};
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
    assert_eq!(of_signed, [Taken::Taken, Taken::Taken, Taken::Taken, Taken::Refused]);
}
