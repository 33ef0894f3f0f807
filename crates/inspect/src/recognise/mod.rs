//! What kind of token this is, who it says it comes from, and the evidence for both. Never more than the evidence.
//!
//! The [conditions](condition) of the tables [`kinds`] and [`issuers`] also give the sentences of the evidence. The most
//! certain evidence is asked first: what the token says it is, then what its issuer alone makes, then what it contains,
//! then its form.

mod address;
pub mod condition;
mod events;
mod form;
mod issuers;
mod kinds;
mod token_members;

use crate::jose::demands::Demands;
use crate::jose::issuers::KnownIssuer;
use crate::jose::kinds::{Expiry, TokenKind};
use crate::jose::lifetimes::AcceptedLifetime;
use crate::jose::possession::Possession;
use condition::Condition;
use decode::Token;
use kinds::KindRow;
use token_members::TokenMembers;

/// What kind of token this is, and who it says it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub kind: TokenKind,
    /// Full sentences.
    pub because: Vec<String>,
    pub certainty: Certainty,
    /// Who it says it comes from, where that is well known.
    pub issuer: Option<RecognisedIssuer>,
}

impl Profile {
    pub fn known_issuer(&self) -> Option<KnownIssuer> {
        self.issuer.as_ref().map(|recognised| recognised.issuer)
    }

    /// What a document demands of such tokens, and how certain it is that this token is one of them. What is demanded
    /// of the issuer's tokens goes before what is demanded of the kind.
    pub fn demands(&self) -> Option<(Demands, Certainty)> {
        let of_issuer = self.issuer.as_ref().and_then(|recognised| {
            let demands = recognised.issuer.facts().demands?;
            Some((demands, recognised.certainty))
        });
        of_issuer.or_else(|| Some((self.kind.facts().demands?, self.certainty)))
    }

    /// The longest lifetime that those who receive such tokens accept, where they set one.
    pub fn accepted_lifetime(&self) -> Option<AcceptedLifetime> {
        let of_issuer = self.known_issuer().and_then(|issuer| issuer.facts().accepted_lifetime);
        of_issuer.or(self.kind.facts().accepted_lifetime)
    }

    /// Whether such tokens need `exp`. What is known of its issuer goes before what is known of its kind.
    pub fn expiry(&self) -> Expiry {
        let of_issuer = self.known_issuer().and_then(|issuer| issuer.facts().expiry);
        of_issuer.unwrap_or(self.kind.facts().expiry)
    }

    /// Who can use a copy of the token. What is known of its issuer goes before what is known of its kind.
    pub fn possession(&self) -> Possession {
        let of_issuer = self.known_issuer().and_then(|issuer| issuer.facts().possession);
        of_issuer.unwrap_or(self.kind.facts().possession)
    }
}

/// A well-known issuer or platform, and the evidence for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecognisedIssuer {
    pub issuer: KnownIssuer,
    /// Full sentences.
    pub because: Vec<String>,
    pub certainty: Certainty,
}

impl RecognisedIssuer {
    fn new(issuer: KnownIssuer, because: Vec<String>, certainty: Certainty) -> Self {
        Self { issuer, because, certainty }
    }
}

/// How far the evidence goes. It says nothing about whether the token is genuine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// The token says so: in `typ`, in `iss`, in a claim made for that, by its form.
    Stated,
    /// It has what such tokens have.
    Likely,
}

impl Certainty {
    /// Stable, as in the report.
    pub fn id(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Likely => "likely",
        }
    }
}

pub fn profile(token: &Token) -> Profile {
    let members = TokenMembers::of(token);
    let issuer = issuers::recognise(&members);
    let (Recognised { kind, because }, certainty) = recognise(&members, issuer.as_ref());
    let issuer = issuer.map(|(issuer, _)| issuer);
    Profile { kind, because, certainty, issuer }
}

/// Whether all [conditions](condition) hold for a token.
pub fn all_hold(conditions: &[Condition], token: &Token) -> bool {
    condition::sentences(conditions, &TokenMembers::of(token)).is_some()
}

/// A kind, and why the token is thought to be of it.
struct Recognised {
    kind: TokenKind,
    because: Vec<String>,
}

fn recognise(
    members: &TokenMembers,
    issuer: Option<&(RecognisedIssuer, Option<(TokenKind, Certainty)>)>,
) -> (Recognised, Certainty) {
    let by = |table| by_table(table, members);
    // A part of a token is not yet a token of some kind.
    if members.is_segment() {
        return (by(kinds::SEGMENTS).unwrap_or_else(|| form::recognise(members)), Certainty::Stated);
    }
    if let Some(mut recognised) = by(kinds::TYPED) {
        recognised.because.append(&mut events::in_words(members));
        return (recognised, Certainty::Stated);
    }
    if let Some(recognised) = events::recognise(members).or_else(|| by(kinds::STATED)) {
        return (recognised, Certainty::Stated);
    }
    if let Some((issuer, Some((kind, certainty)))) = issuer {
        return (Recognised { kind: *kind, because: issuer.because.clone() }, *certainty);
    }
    let by_content =
        || by(kinds::SHAPES).or_else(|| form::signed_cookie(members)).filter(|_| !members.is_disclosable());
    let likely = by(kinds::CREDENTIALS).or_else(by_content).filter(|_| !members.is_encrypted());
    match likely {
        Some(recognised) => (recognised, Certainty::Likely),
        None => (form::recognise(members), Certainty::Stated),
    }
}

/// The first row of a table whose conditions hold.
fn by_table(table: &[KindRow], members: &TokenMembers) -> Option<Recognised> {
    table
        .iter()
        .find_map(|row| Some(Recognised { kind: row.kind, because: condition::sentences(row.conditions, members)? }))
}

#[cfg(test)]
mod tests;
