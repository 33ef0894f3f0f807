//! Who a token says it comes from: well-known issuers, and platforms with a form of their own.

mod addresses;
mod apps;
mod forms;
mod servers;
mod services;

use super::condition::{Condition, ValueTest};
use super::token_members::TokenMembers;
use super::{Certainty, RecognisedIssuer, condition};
use crate::jose::issuers::KnownIssuer;
use crate::jose::kinds::TokenKind;

/// A token comes from this issuer when all conditions hold. The first row that fits counts.
pub(super) struct IssuerRow {
    pub(super) conditions: &'static [Condition],
    pub(super) issuer: KnownIssuer,
    /// The kind of every token from this issuer that fulfils these conditions. None where the issuer makes several.
    pub(super) kind: Option<TokenKind>,
    /// The kind only follows from what such tokens contain, however certain the issuer is.
    kind_is_likely: bool,
}

const fn row(conditions: &'static [Condition], issuer: KnownIssuer, kind: Option<TokenKind>) -> IssuerRow {
    IssuerRow { conditions, issuer, kind, kind_is_likely: false }
}

const fn with_likely_kind(conditions: &'static [Condition], issuer: KnownIssuer, kind: TokenKind) -> IssuerRow {
    IssuerRow { conditions, issuer, kind: Some(kind), kind_is_likely: true }
}

/// What names its issuer comes before what only has a form: a token may have the form of another issuer's.
pub(super) const TABLES: &[&[IssuerRow]] = &[
    services::NAMED,
    addresses::ISSUERS,
    servers::NAMED,
    apps::NAMED,
    services::FORMS,
    servers::FORMS,
    apps::FORMS,
    forms::ISSUERS,
];

/// Every row, in the order in which they are asked.
pub(super) fn rows() -> impl Iterator<Item = &'static IssuerRow> {
    TABLES.iter().copied().flatten()
}

impl IssuerRow {
    /// Stated where `iss` names the issuer, or a type that only this issuer writes. A form of `iss` that fits any host is
    /// only known from that issuer.
    fn certainty(&self) -> Certainty {
        match self.conditions.first() {
            Some(Condition::Claim("iss", ValueTest::Address(forms)))
                if forms.iter().any(|form| form.starts_with("//")) =>
            {
                Certainty::Likely
            }
            Some(
                Condition::Claim("iss", _)
                | Condition::Type(_)
                | Condition::Claim("typ", ValueTest::Is(_))
                | Condition::HeaderParameter("tty", ValueTest::Is(_)),
            ) => Certainty::Stated,
            _ => Certainty::Likely,
        }
    }
}

/// The issuer, and the kind of token if the issuer makes only one such kind, with how certain that is.
pub(super) fn recognise(members: &TokenMembers) -> Option<(RecognisedIssuer, Option<(TokenKind, Certainty)>)> {
    rows().find_map(|row| {
        let because = condition::sentences(row.conditions, members)?;
        let certainty = row.certainty();
        let of_kind = if row.kind_is_likely { Certainty::Likely } else { certainty };
        Some((RecognisedIssuer::new(row.issuer, because, certainty), row.kind.map(|kind| (kind, of_kind))))
    })
}

#[cfg(test)]
mod tests;
