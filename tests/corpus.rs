//! A corpus of realistic tokens: every file of `tests/corpus` is named for what it is, and gives what
//! `tests/corpus.expected` says of it.
//!
//! A file is called `<kind>--<issuer or variant>`, perhaps with a further `--<variant>`. One that is called
//! `<kind or issuer>--<variant>--near-miss` must not be taken for what it begins with. A `.json` file holds a token's
//! header and payload, so that a reader sees what is in it; a `.txt` file is a paste. All identities are invented, and
//! all signatures are bytes that sign nothing.
//!
//! `UPDATE_EXPECT=1 cargo test --test corpus` writes the expectations anew; the change is then there to be read.

mod common;

use std::fmt::Write;
use std::rc::Rc;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use expect_test::expect_file;
use inspect::Context;
use inspection::{Inspected, inspect};

/// 2023-11-14T22:13:20Z.
const NOW: i64 = 1_700_000_000;

fn expected(name: &str, inspected: &Inspected) -> String {
    let profile = &inspected.description.profile;
    let mut text = format!("{name}\n");
    let mut line = |title: &str, id: &str, certainty: &str, because: &[String]| {
        writeln!(text, "  {title:<7} {id} ({certainty}): {}", because.join(" ")).expect("a text takes all");
    };
    line("kind", profile.kind.id(), profile.certainty.id(), &profile.because);
    if let Some(issuer) = &profile.issuer {
        line("issuer", issuer.issuer.id(), issuer.certainty.id(), &issuer.because);
    }
    let sentence: String = inspected
        .judgement
        .summary
        .iter()
        .map(|phrase| if phrase.strong { ["*", &phrase.text, "*"].concat() } else { phrase.text.clone() })
        .collect();
    text + "  says    " + &sentence + "\n"
}

#[test]
fn every_token_is_what_its_name_says() {
    let mut found = String::new();
    let mut wrong = Vec::new();
    let corpus = common::corpus();
    assert!(corpus.len() >= 200, "only {} files were found", corpus.len());
    for (name, text, _) in corpus {
        let inspection = inspect(&text, NOW);
        let [inspected] = inspection.tokens.as_slice() else {
            panic!("{name}: one token was to be found, not {}", inspection.tokens.len())
        };
        let profile = &inspected.description.profile;
        let issuer = profile.issuer.as_ref().map_or("", |recognised| recognised.issuer.id());
        let parts: Vec<_> = name.split("--").collect();
        let is_right = match parts.as_slice() {
            [id, .., "near-miss"] => profile.kind.id() != *id && issuer != *id,
            [id, from, ..] => profile.kind.id() == *id && (issuer.is_empty() || issuer == *from),
            _ => false,
        };
        if !is_right {
            wrong.push(format!("{name} is taken for {} from `{issuer}`: {:?}", profile.kind.id(), profile.because));
        }
        found += &expected(&name, inspected);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    expect_file!["corpus.expected"].assert_eq(&found);
}

#[test]
fn a_token_of_countless_claims_takes_bounded_time() {
    let names: String = (0..100_000).map(|at| format!("\"claim{}\":1,", at % 50_000)).collect();
    let audiences = vec!["\"a\""; 100_000].join(",");
    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256"}"#);
    let payload = URL_SAFE_NO_PAD.encode(format!("{{{names}\"aud\":[{audiences}],\"iss\":\"a\",\"sub\":\"b\"}}"));
    let before = Instant::now();
    let inspection = inspect(&format!("{header}.{payload}.c2ln"), NOW);
    assert_eq!(inspection.tokens[0].description.profile.kind.id(), "jwt");
    // A quadratic step takes minutes.
    assert!(before.elapsed() < Duration::from_secs(15), "{:?}", before.elapsed());
}

/// What is judged once for a text and what is judged at each instant come together to the same.
#[test]
fn judged_again_is_judged_anew() {
    for (name, text, active_at) in common::corpus() {
        let instants = [0, NOW, active_at.unwrap_or(NOW), i64::MAX];
        for earlier in instants {
            for later in instants {
                let context = Context { now: later, ..Context::default() };
                let tokens: Vec<_> = inspect(&text, earlier).tokens.into_iter().map(Rc::new).collect();
                let again: Vec<_> = tokens.iter().map(|inspected| inspected.at(context)).collect();
                let anew: Vec<_> = inspect(&text, later).tokens.into_iter().map(Rc::new).collect();
                assert_eq!(again, anew, "{name}, at {earlier} and then at {later}");
                let is_same = tokens.iter().zip(&again).all(|(before, now)| Rc::ptr_eq(before, now));
                assert_eq!(is_same, tokens == anew, "{name}: another one only where something is different");
            }
        }
    }
}
