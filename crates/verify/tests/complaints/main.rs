//! What public complaints asked, each with a token like theirs and the sentence that answers it.

// What Clippy lets off in test functions, it does not in what they call.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;
mod issuers;
mod keys;
mod secrets;
mod signatures;

use expect_test::Expect;
use test_tokens::token_of;
use verify::where_keys_are;

/// The verdict of a check, and each explanation and remark with its sentence.
fn assert_told(token: &str, keys: &str, expected: Expect) {
    let check = common::check(token, keys);
    let mut told = format!("{:?}, {:?}\n", check.signature, check.whose);
    for explanation in &check.explanations {
        told.push_str(&format!("{}: {}\n", explanation.id, explanation.message));
    }
    for remark in &check.remarks {
        told.push_str(&format!("({}: {})\n", remark.id, remark.message));
    }
    expected.assert_eq(&told);
}

/// Where the keys of a token are.
fn assert_hint(token: &str, expected: Expect) {
    let token = token_of(token);
    let issuer = inspect::recognise::profile(&token).known_issuer();
    let hint = where_keys_are(&token, issuer).map(|hint| match hint.command {
        Some(command) => format!("{}: {} `{command}`\n", hint.id, hint.sentence),
        None => format!("{}: {}\n", hint.id, hint.sentence),
    });
    expected.assert_eq(&hint.unwrap_or_default());
}
