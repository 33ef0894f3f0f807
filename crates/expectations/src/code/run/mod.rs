//! Libraries whose code is run: `tests/run_code.rs`, `run_python.rs`, `run_ruby.rs`, `run_rust.rs` and `run_envoy.rs` hold
//! what they say of tokens against what `judge` says.

pub(super) mod authlib;
pub(super) mod envoy;
pub(super) mod javascript;
pub(super) mod jose;
pub(super) mod jsonwebtoken_node;
pub(super) mod jsonwebtoken_rust;
mod literals;
pub(super) mod pyjwt;
mod python;
pub(super) mod ruby_jwt;

#[cfg(test)]
mod tests;

use super::{CodeInput, CodeWriter, IssuerKeys, KeyPlace};
use crate::{ClaimDemand, ExpectationKind, ExpectedValue};

/// The ids of those that tests run.
pub(super) const RUN: [&str; 7] =
    ["jose", "jsonwebtoken-node", "pyjwt", "authlib", "jsonwebtoken-rust", "ruby-jwt", "envoy"];

/// The algorithms that the code names: those that are expected, or one that goes with the key.
fn algorithms<'a>(input: &CodeInput<'a>, code: &mut CodeWriter) -> Vec<&'a str> {
    let mut named: Vec<&str> = input.expectations.algorithms.iter().map(String::as_str).collect();
    if named.contains(&"none") {
        named.retain(|name| *name != "none");
        code.note("`none` is left out: code that takes it takes what anyone writes.");
    }
    // RFC 8725 section 3.1.
    if input.keys != KeyPlace::Secret && named.iter().any(|name| name.starts_with("HS")) {
        named.retain(|name| !name.starts_with("HS"));
        code.note("Algorithms with a shared secret are left out: the key here is a public one, which anyone can know.");
    }
    if !named.is_empty() || !input.expectations.algorithms.is_empty() {
        return named;
    }
    let usual = if input.keys == KeyPlace::Secret { "HS256" } else { "RS256" };
    code.note(format!("You expect no algorithm. The code takes `{usual}` alone: put yours in its place."));
    vec![usual]
}

/// `typ` in small letters, with `application/` and without it: RFC 7515 section 4.1.9 takes both for one type where no
/// other slash stands in the name.
fn written_types(types: &[String]) -> Vec<String> {
    let mut written = Vec::new();
    for name in types {
        let name = name.to_ascii_lowercase();
        let short = name.strip_prefix("application/").unwrap_or(&name);
        let ways =
            if short.contains('/') { vec![name] } else { vec![short.to_owned(), format!("application/{short}")] };
        for way in ways {
            if !written.contains(&way) {
                written.push(way);
            }
        }
    }
    written
}

fn joined<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    items.iter().map(write).collect::<Vec<_>>().join(", ")
}

fn of_claim(demand: &ClaimDemand) -> ExpectationKind {
    ExpectationKind::Claim(demand.name.clone())
}

/// The value that `sub` and its like are to have, which libraries take as a text.
fn expected_text<'d>(demand: &'d ClaimDemand, name: &str) -> Option<&'d str> {
    match &demand.value {
        Some(ExpectedValue::Text(text)) if demand.name == name => Some(text),
        _ => None,
    }
}

/// Whether this language reads another number than the one that is written.
pub(super) fn note_on_number(demand: &ClaimDemand, code: &mut CodeWriter) {
    const EXACT: usize = 15;
    let is_exact = |number: &str| code.keeps_whole_numbers && !number.contains(['.', 'e', 'E']);
    if let Some(ExpectedValue::Number(number)) = &demand.value
        && !is_exact(number)
        && number.bytes().filter(u8::is_ascii_digit).count() > EXACT
    {
        code.note(format!(
            "`{number}` has more digits than a floating-point number keeps, so numbers near it pass as well."
        ));
    }
}

/// An option takes the value of a claim as one text, where `judge` also takes an array that lists it.
fn note_on_arrays(library: &str, names: &[&str], code: &mut CodeWriter) {
    if !names.is_empty() {
        let names = joined(names, |name| format!("`{name}`"));
        code.note(format!(
            "{library} compares {names} as one string: it refuses an array, even one that lists the value."
        ));
    }
}

/// `tid differs`, `sub is missing`
fn refusal(demand: &ClaimDemand) -> String {
    format!("{} {}", demand.name, if demand.value.is_some() { "differs" } else { "is missing" })
}
