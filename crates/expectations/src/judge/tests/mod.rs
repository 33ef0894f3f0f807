//! What the answers say, for tokens on both sides of each expectation.

mod addressed;
mod claims;
mod header;
mod headlines;
mod sentences;
mod times;
mod token;
mod total;

use decode::Token;
use test_tokens::{NOW, token_with};

use super::*;
use crate::json;

/// The line on what is expected first, beside the token and the time: outcome, reason, and what the token says.
fn line_of(token: &Token, expectations: &str, signature: KnownSignature) -> String {
    let expectations = json::read(expectations).expect("expectations");
    let answer = judge(token, &expectations, signature, NOW);
    let mut lines = answer.lines.iter().filter(|line| line.kind.id() != "token");
    let is_asked = |line: &&JudgedExpectation| line.kind.id() != "time";
    let line = lines.clone().find(is_asked).or_else(|| lines.next()).expect("a line");
    let said = line.said.as_ref().map_or_else(String::new, |said| format!(" [{said}]"));
    format!("{}: {}{said}", line.outcome.id(), line.reason.as_deref().unwrap_or("-"))
}

/// Each line of claims, for one thing that is expected.
fn table(expectations: &str, claims: &[&str]) -> String {
    let mut told = format!("{expectations}\n");
    for claims in claims {
        let line = line_of(&token_with(claims), expectations, KnownSignature::NotChecked);
        told.push_str(&format!("  {claims}\n    {line}\n"));
    }
    told
}
