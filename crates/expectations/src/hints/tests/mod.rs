//! Each hint with tokens that need it, and with some that nearly do and get another or none.

mod every_token;
mod identity;
mod microsoft;
mod not_checked;
mod platforms;

use test_tokens::{NOW, token_from};

use crate::{KnownSignature, json, judge};

/// For each token and what is expected of it, the fix of every line that is not met.
fn told(rows: &[(&str, &str, &str)]) -> String {
    let mut told = String::new();
    for (header, claims, expected) in rows {
        let header = if header.is_empty() { r#"{"alg":"RS256","typ":"JWT","kid":"k"}"# } else { header };
        let expectations = json::read(expected).expect("expectations");
        let answer = judge(&token_from(header, claims), &expectations, KnownSignature::NotChecked, NOW);
        told.push_str(&format!("{expected}\n"));
        for line in answer.lines.iter().filter(|line| line.is_refused()) {
            told.push_str(&format!("  {}: {}\n", line.kind.id(), line.fix.as_deref().unwrap_or("-")));
        }
    }
    told
}

/// Claims of a row, with an issuer: `{"iss":"…",…}`.
fn of(issuer: &str, claims: &str) -> String {
    format!(r#"{{"iss":"{issuer}","sub":"1","iat":1699999000,"exp":1700002600,{claims}}}"#)
}
