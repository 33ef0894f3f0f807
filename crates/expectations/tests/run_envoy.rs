//! What Envoy says of signed tokens, with the configuration that is written for it, is what `judge` says, but for
//! differences that the notes beside it tell of.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "reads the clock and the environment, and runs Envoy"
)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by a panic")]

mod envoy;
mod published_key;
#[allow(dead_code, reason = "Envoy takes no secret from the environment")]
mod signed_cases;

use std::slice;

use envoy::Envoy;
use envoy::cases::{DIFFERENCES, EnvoyDifference, OWN};
use expectations::code::{CodeInput, CodeLine, KeyPlace, write, write_for};
use expectations::{Expectations, KnownSignature, json, judge};
use signed_cases::claims::INSIDE;
use signed_cases::{SignedCases, Taken, cases, library, program, program_of_first};
use test_tokens::{token_from, token_with};

/// Each token is tried with its signature, with one of another secret, and without one.
const SIGNATURES: usize = 3;

#[test]
#[ignore = "needs Envoy: cargo xtask test installs it"]
fn envoy_says_what_is_judged() {
    let library = library("envoy");
    let all: Vec<&SignedCases> = cases().chain(OWN).collect();
    let programs: Vec<_> = all.iter().map(|cases| program(library, cases)).collect();
    let envoy = Envoy::start(&programs, &KeyPlace::Secret);
    let mut wrong = String::new();
    let mut differs = Vec::new();
    for (at, cases) in all.iter().enumerate() {
        // Their times count from now on.
        let program = program(library, cases);
        for (number, (token, judged)) in program.tokens.iter().zip(&program.expected).enumerate() {
            let verdict = envoy.verdict(at, token);
            if verdict == *judged {
                continue;
            }
            let (header, claims) = cases.tokens[number / SIGNATURES];
            let difference = DIFFERENCES.iter().find(|it| {
                number % SIGNATURES == 0 && it.expectations == cases.expectations && it.token == (header, claims)
            });
            match difference {
                Some(difference) => differs.push((difference, verdict)),
                None => wrong
                    .push_str(&format!("{}: {claims} is {judged:?}, but {verdict:?}\n{}\n", cases.name, program.code)),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    for difference in DIFFERENCES {
        let verdict = differs.iter().find(|(it, _)| std::ptr::eq(*it, difference)).map(|(_, verdict)| *verdict);
        let EnvoyDifference { token: (_, claims), envoy, is_certain, .. } = difference;
        assert!(verdict == Some(*envoy) || (verdict.is_none() && !is_certain), "{claims}: {verdict:?}");
    }
}

#[test]
fn the_notes_tell_of_each_difference() {
    let of_no_token = judge(&token_with("{}"), &Expectations::default(), KnownSignature::NotChecked, 0);
    for difference in DIFFERENCES {
        let expectations = json::read(difference.expectations).expect("expectations");
        let input = CodeInput { expectations: &expectations, keys: KeyPlace::Secret, keys_of_each: Vec::new() };
        let notes = write(library("envoy"), &input, &of_no_token).notes;
        assert!(notes.iter().any(|note| note.contains(difference.told)), "{}: {notes:#?}", difference.told);
    }
}

#[test]
#[ignore = "needs Envoy: cargo xtask test installs it"]
fn a_public_key_is_found_in_its_file_and_at_its_address() {
    for keys in [KeyPlace::PublicKey, published_key::published()] {
        let programs = published_key::programs(library("envoy"), &keys);
        let envoy = Envoy::start(&programs, &keys);
        for (at, program) in programs.iter().enumerate() {
            let verdicts: Vec<Taken> = program.tokens.iter().map(|token| envoy.verdict(at, token)).collect();
            assert_eq!(verdicts, program.expected, "{}\n{}", program.name, program.code);
        }
    }
}

#[test]
#[ignore = "needs Envoy: cargo xtask test installs it"]
fn each_issuer_has_its_own_keys() {
    let program = published_key::of_two_issuers(library("envoy"));
    let address = program.code.split('"').find(|text| text.ends_with("/keys")).expect("an address").to_owned();
    let envoy = Envoy::start(slice::from_ref(&program), &KeyPlace::JwkSet(address));
    let verdicts: Vec<Taken> = program.tokens.iter().map(|token| envoy.verdict(0, token)).collect();
    assert_eq!(verdicts, program.expected, "{}", program.code);
}

/// The code is written for the first token, in which the claims stand inside others.
#[test]
#[ignore = "needs Envoy: cargo xtask test installs it"]
fn envoy_looks_inside_claims() {
    let programs: Vec<_> = INSIDE.iter().map(|cases| program_of_first(library("envoy"), cases)).collect();
    let envoy = Envoy::start(&programs, &KeyPlace::Secret);
    for (at, program) in programs.iter().enumerate() {
        let verdicts: Vec<Taken> = program.tokens.iter().map(|token| envoy.verdict(at, token)).collect();
        assert_eq!(verdicts, program.expected, "{}\n{:#?}", program.code, program.tokens);
    }
}

#[test]
#[ignore = "needs Envoy: cargo xtask test installs it"]
fn what_the_token_says_stays_in_its_comment() {
    let cases = OWN.iter().find(|cases| cases.name == "odd_texts").expect("these cases");
    let expectations = json::read(cases.expectations).expect("expectations");
    let of_token =
        token_from(r#"{"alg":"HS256","typ":"- a: {\n\""}"#, r##"{"iss":"]}\n- a: # \"","x y: {":"}\r\u2028: b"}"##);
    let answer = judge(&of_token, &expectations, KnownSignature::DoesNotFit, 0);
    let code = write_for(library("envoy"), &expectations, &of_token, &answer);
    let is_comment = |line: &CodeLine| line.said.as_ref().is_some_and(|said| said.starts_with("# the token says "));
    assert!(code.lines.iter().any(|line| line.refuses && is_comment(line)));
    let mut program = program(library("envoy"), cases);
    // As it is shown.
    let shown = |line: &CodeLine| format!("{}  {}\n", line.text, line.said.as_deref().unwrap_or_default());
    program.code = code.lines.iter().map(shown).collect();
    let envoy = Envoy::start(slice::from_ref(&program), &KeyPlace::Secret);
    let verdicts: Vec<Taken> = program.tokens.iter().map(|token| envoy.verdict(0, token)).collect();
    assert_eq!(verdicts, program.expected, "{}", program.code);
}
