//! The code of each library for all that can be expected, for nothing, and for a token that is refused.

mod limits;
mod unsigned;

use std::fmt::Write;

use expect_test::ExpectFile;

use super::cited::{golang_jwt, java_jwt, jjwt, php_jwt, spring_security};
use super::run::envoy;
use super::{CodeInput, KeyPlace, LIBRARIES, Library, WrittenCode, write};
use crate::{
    ClaimDemand, ExpectationAnswer, ExpectationKind, ExpectationOutcome, Expectations, ExpectedValue,
    JudgedExpectation, ServiceVerdict,
};

const JWKS: &str = "https://issuer.example/keys";

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn demand(name: &str, value: Option<ExpectedValue>) -> ClaimDemand {
    ClaimDemand { name: name.to_owned(), value }
}

fn everything() -> Expectations {
    Expectations {
        issuers: texts(&["https://issuer.example/"]),
        audiences: texts(&["api://orders"]),
        algorithms: texts(&["RS256"]),
        types: texts(&["at+jwt"]),
        claims: vec![
            demand("exp", None),
            demand("sub", None),
            demand("tid", Some(ExpectedValue::Text("72f988bf".to_owned()))),
            demand("ver", Some(ExpectedValue::Number("2.0".to_owned()))),
            demand("email_verified", Some(ExpectedValue::Boolean(true))),
            demand("act", Some(ExpectedValue::Null)),
        ],
        scopes: texts(&["Orders.Read", "Orders.Write"]),
        leeway: 60,
        longest_lifetime: Some(3_600),
        signature: true,
    }
}

/// Two of each that a library may take one of, and a shared secret.
fn several() -> Expectations {
    Expectations {
        issuers: texts(&["https://a.example", "https://b.example"]),
        audiences: texts(&["one", "two"]),
        algorithms: texts(&["HS256", "HS512"]),
        ..Expectations::default()
    }
}

fn answer(lines: Vec<(ExpectationKind, &str)>) -> ExpectationAnswer {
    let line = |(kind, said): (ExpectationKind, &str)| JudgedExpectation {
        kind,
        outcome: ExpectationOutcome::NotMet,
        said: Some(said.to_owned()),
        reason: None,
        fix: None,
    };
    ExpectationAnswer {
        lines: lines.into_iter().map(line).collect(),
        verdict: ServiceVerdict::WouldRefuse,
        sentence: String::new(),
        not_checked: Vec::new(),
    }
}

fn code_of(library: &Library, expectations: &Expectations, keys: KeyPlace, answer: &ExpectationAnswer) -> WrittenCode {
    write(library, &CodeInput { expectations, keys, keys_of_each: Vec::new() }, answer)
}

fn shown(title: &str, code: &WrittenCode, to: &mut String) {
    writeln!(to, "===== {title}").expect("a string");
    for line in &code.lines {
        let said = line.said.as_ref().map_or_else(String::new, |said| format!("  {said}"));
        writeln!(to, "{}{}{said}", if line.refuses { "✕ " } else { "" }, line.text).expect("a string");
    }
    for note in &code.notes {
        writeln!(to, "* {note}").expect("a string");
    }
}

/// Holds what the library writes against a file.
pub(super) fn check(library: &Library, file: &ExpectFile) {
    let jwks = || KeyPlace::JwkSet(JWKS.to_owned());
    let nothing = answer(Vec::new());
    let refused = answer(vec![
        (ExpectationKind::Audience, "api://invoices"),
        (ExpectationKind::Time, "exp 2026-11-28"),
        (ExpectationKind::Claim("tid".to_owned()), "no `tid`"),
    ]);
    let elliptic = Expectations { algorithms: texts(&["ES256"]), ..Expectations::default() };
    let mut written = String::new();
    shown("all that can be expected", &code_of(library, &everything(), jwks(), &nothing), &mut written);
    shown("nothing", &code_of(library, &Expectations::default(), jwks(), &nothing), &mut written);
    shown("several, and a secret", &code_of(library, &several(), KeyPlace::Secret, &nothing), &mut written);
    shown("a public key", &code_of(library, &elliptic, KeyPlace::PublicKey, &nothing), &mut written);
    shown("a token that is refused", &code_of(library, &everything(), jwks(), &refused), &mut written);
    file.assert_eq(&written);
}

const HOSTILE: [&str; 9] = ["a\nb", "a\"b", "a'b", "a\\", "${x} $x", "\0", "\u{2028}\u{202e}", "*/ ?> --> ]", "*"];

/// A text cannot leave its string, and each code line is one line of visible characters, whatever is expected. The libraries
/// that are left out here write a number as it stands, and have a test of their own.
#[test]
fn hostile_texts_stay_in_their_lines() {
    for text in HOSTILE {
        let all = vec![text.to_owned()];
        let expectations = Expectations {
            issuers: all.clone(),
            audiences: all.clone(),
            algorithms: all.clone(),
            types: all.clone(),
            claims: vec![
                demand(text, None),
                demand("tid", Some(ExpectedValue::Text(text.to_owned()))),
                demand("n", Some(ExpectedValue::Number(text.to_owned()))),
            ],
            scopes: all,
            ..everything()
        };
        for keys in [KeyPlace::JwkSet(text.to_owned()), KeyPlace::Secret, KeyPlace::PublicKey] {
            for library in LIBRARIES.iter().filter(|library| !library.is_run()).chain([&envoy::LIBRARY]) {
                let code = code_of(library, &expectations, keys.clone(), &answer(Vec::new()));
                for line in &code.lines {
                    let is_visible = line.text.trim_start_matches('\t').chars().all(|it| matches!(it, ' '..='~'));
                    assert!(is_visible, "{}: {:?}", library.id, line.text);
                }
            }
        }
    }
}

/// Comments of what the token says cannot be left where a language has more ways out than the end of the line.
#[test]
fn comments_stay_comments() {
    let answer = answer(vec![(ExpectationKind::Audience, r"?> \u000a x")]);
    let comment = |library: &Library| {
        let code = code_of(library, &everything(), KeyPlace::JwkSet(JWKS.to_owned()), &answer);
        let line = code.lines.into_iter().find(|line| line.refuses).expect("a line");
        line.said.and_then(|said| Some(said.split_once("// the token says ")?.1.to_owned())).expect("a comment")
    };
    for library in [java_jwt::LIBRARY, jjwt::LIBRARY, spring_security::LIBRARY, php_jwt::LIBRARY, golang_jwt::LIBRARY] {
        assert_eq!(comment(&library), r"? > \\u000a x", "{}", library.id);
    }
}
