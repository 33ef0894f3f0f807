//! Libraries and gateways that no test can run: their code is written from their documentation.
//!
//! Each file names the version and the pages that its lines were written from, and whether they were run once. What they
//! alone have in common stands here.

pub(super) mod asp_net;
pub(super) mod golang_jwt;
pub(super) mod istio;
mod java;
pub(super) mod java_jwt;
pub(super) mod jjwt;
pub(super) mod kong;
pub(super) mod nginx;
pub(super) mod oauth2_proxy;
pub(super) mod php_jwt;
pub(super) mod spring_security;

use super::common::{block, demands, listed_as, names_of, plain_number, types_in_small_letters};
use super::quoted;
use crate::code::CodeWriter;
use crate::code::run::javascript::LIFETIME;
use crate::code::run::note_on_number;
use crate::{ClaimDemand, ExpectationKind, Expectations, ExpectedValue};

/// What kind of key an algorithm needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KeyFamily {
    Secret,
    Rsa,
    Elliptic,
    Edwards,
}

impl KeyFamily {
    fn of(algorithm: &str) -> Option<Self> {
        match algorithm {
            "HS256" | "HS384" | "HS512" => Some(Self::Secret),
            "RS256" | "RS384" | "RS512" | "PS256" | "PS384" | "PS512" => Some(Self::Rsa),
            "ES256" | "ES384" | "ES512" | "ES256K" => Some(Self::Elliptic),
            "EdDSA" | "Ed25519" | "Ed448" => Some(Self::Edwards),
            _ => None,
        }
    }

    /// Of the first expected algorithm that is known. RSA is what most issuers use.
    fn of_public_key(expectations: &Expectations) -> Self {
        let known = expectations.algorithms.iter().filter_map(|algorithm| Self::of(algorithm));
        known.into_iter().find(|family| *family != Self::Secret).unwrap_or(Self::Rsa)
    }
}

/// The same, after an empty line.
fn section(code: &mut CodeWriter, text: &str) {
    code.line("");
    block(code, text);
}

/// The claims that are demanded without those of these names.
fn claims_but<'e>(expectations: &'e Expectations, names: &'static [&str]) -> impl Iterator<Item = &'e ClaimDemand> {
    expectations.claims.iter().filter(move |demand| !names.contains(&demand.name.as_str()))
}

fn of_claim(demand: &ClaimDemand) -> ExpectationKind {
    ExpectationKind::Claim(demand.name.clone())
}

/// A name of letters, digits and a few marks, that no configuration reads as anything else.
fn is_plain_name(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':' | b'/' | b'@');
    !name.is_empty() && name.bytes().all(is_plain)
}

/// How lines of the code differ from what the page says of a token.
fn notes_on_own_lines(expectations: &Expectations, code: &mut CodeWriter) {
    for demand in &expectations.claims {
        note_on_number(demand, code);
    }
    if expectations.longest_lifetime.is_some() {
        code.note(LIFETIME);
    }
}

/// The text that the claim is to have.
fn expected_text(demand: &ClaimDemand) -> Option<&str> {
    match &demand.value {
        Some(ExpectedValue::Text(text)) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    //! Each library holds what it writes against a file of its own.

    pub(super) use crate::code::tests::check;
}
