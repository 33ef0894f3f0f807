//! `alg` of the header is one of the expected algorithms: RFC 8725 section 3.1.

use decode::Token;
use decode::json::Value;
use inspect::display::{first_listed, quoted};
use inspect::jose::{self, algorithms::CheckedWith};

use super::difference;
use super::judged_line::{JudgedLine, Refusal};
use crate::ExpectationKind;

/// The most characters of an algorithm's name.
const NAME: usize = 40;
/// The most signatures of which each is told.
const TOLD: usize = 8;

/// The two names of one algorithm: RFC 9864 gives `EdDSA` a name for each curve.
const EDWARDS: [&str; 2] = ["Ed25519", "Ed448"];

pub(super) fn judged(token: &Token, expected: &[String]) -> JudgedLine {
    let line = match token.group_count() {
        0 | 1 => of_one(token, expected),
        count => of_several(token, count, expected),
    };
    line.expecting(expected)
}

fn of_one(token: &Token, expected: &[String]) -> JudgedLine {
    let kind = ExpectationKind::Algorithm;
    let Some(alg) = token.parameter("alg") else { return missing(token) };
    let Some(said) = alg.as_str() else {
        let reason = format!("`alg` is {}, not a string.", alg.type_name());
        return JudgedLine::not_met(kind, refusal(expected), reason);
    };
    let is_expected = expected.iter().any(|name| name == said);
    let line = match () {
        () if is_expected && said == "none" => JudgedLine::met(kind)
            .because("`none` means that nobody signed it: a service that takes it takes what anyone writes."),
        () if is_expected => JudgedLine::met(kind),
        () if token.format.is_encrypted() => JudgedLine::not_checked(
            kind,
            format!(
                "{} is how its key is encrypted. The algorithm of a signature would stand inside.",
                quoted(said, NAME)
            ),
        ),
        () => JudgedLine::not_met(kind, refusal(expected), difference(said, expected)),
    };
    line.saying_text(said)
}

fn refusal(expected: &[String]) -> Refusal {
    match expected {
        [_] => Refusal::Differs("the algorithm".to_owned()),
        _ => Refusal::Because("the algorithm is not one of these".to_owned()),
    }
}

fn missing(token: &Token) -> JudgedLine {
    let kind = ExpectationKind::Algorithm;
    match header_not_read(token) {
        Some(why) => JudgedLine::not_checked(kind, why),
        None => JudgedLine::not_met(kind, Refusal::Missing("the algorithm".to_owned()), "The header has no `alg`.")
            .saying_nothing("alg"),
    }
}

/// Why it is not known what the header has.
pub(super) fn header_not_read(token: &Token) -> Option<&'static str> {
    let mut headers = token.headers_of(0).peekable();
    if headers.peek().is_none() {
        return Some("There are only claims here, without a header.");
    }
    let is_damaged = headers.any(|header| header.error().is_some());
    is_damaged.then_some("Its header could not be read to the end.")
}

/// A full sentence or two.
fn difference(said: &str, expected: &[String]) -> String {
    let sentence = difference::sentence(said, expected, &ExpectationKind::Algorithm);
    if said == "none" {
        return format!("{sentence} `none` means that nobody signed it.");
    }
    let expects = |name: &str| expected.iter().any(|it| it == name);
    if EDWARDS.contains(&said) && expects("EdDSA") || said == "EdDSA" && EDWARDS.iter().any(|name| expects(name)) {
        return format!("{sentence} RFC 9864 gives `EdDSA` the names `Ed25519` and `Ed448`.");
    }
    let ways: Vec<Option<&str>> = expected.iter().map(|name| checked_with(name)).collect();
    match (checked_with(said), &*ways) {
        (Some(one), [Some(other), ..]) if one != *other && ways.iter().all(|way| *way == Some(other)) => {
            format!("{sentence} That is checked with {one}, and what you expect with {other}.")
        }
        _ => sentence,
    }
}

fn checked_with(name: &str) -> Option<&'static str> {
    match jose::algorithm(name)?.checked_with {
        CheckedWith::SharedSecret => Some("a shared secret"),
        CheckedWith::PublicKey => Some("a public key"),
        CheckedWith::Nothing | CheckedWith::NotASignature => None,
    }
}

/// Which of its signatures a service checks is up to the service: RFC 7515 section 5.2.
fn of_several(token: &Token, count: usize, expected: &[String]) -> JudgedLine {
    let kind = ExpectationKind::Algorithm;
    let names: Vec<Option<&str>> =
        (0..count).map(|group| token.parameter_of(group, "alg").and_then(Value::as_str)).collect();
    let fitting = names.iter().filter(|name| name.is_some_and(|name| expected.iter().any(|it| it == name))).count();
    let shown = |name: &Option<&str>| name.map_or("none that can be read".to_owned(), |name| quoted(name, NAME));
    let told = first_listed(names.iter().map(shown), TOLD, " and ");
    let what = if token.format.is_encrypted() { "recipients" } else { "signatures" };
    let sentence = format!("Its {count} {what} have the algorithms {told}.");
    let line = match fitting {
        _ if token.format.is_encrypted() && fitting < count => JudgedLine::not_checked(kind, sentence),
        0 => JudgedLine::not_met(kind, refusal(expected), sentence),
        _ if fitting == count => JudgedLine::met(kind).because(sentence),
        _ => JudgedLine::not_checked(kind, format!("{sentence} Which of them is checked is up to the service.")),
    };
    match names.iter().flatten().next() {
        Some(first) => line.saying_text(first),
        None => line.saying_nothing("alg"),
    }
}
