//! What is known of the names in a token: claims, header parameters, types, algorithms, kinds of token and issuers.
//!
//! Each fact stands here once, typed. The tables are sorted by name and searched by halves.

pub mod algorithms;
mod claims;
mod confirmation;
pub mod curves;
pub mod demands;
pub mod entra_roles;
pub mod entry;
mod header_parameters;
pub mod issuers;
pub mod keeping;
pub mod kinds;
pub mod lifetimes;
pub mod natures;
pub mod possession;
pub mod special_claims;
mod types;
mod vendor_claims;

pub use algorithms::{Algorithm, AlgorithmUse, CheckedWith, IanaStanding};
pub use entry::{Entry, ValueKind};

use issuers::KnownIssuer;
use kinds::TokenKind;
use special_claims::SpecialClaim;

/// What claims say in tokens of one kind from one issuer.
pub struct ClaimMeanings {
    of_issuer: &'static [&'static [SpecialClaim]],
    of_kind: &'static [&'static [SpecialClaim]],
}

impl ClaimMeanings {
    pub fn of(kind: TokenKind, issuer: Option<KnownIssuer>) -> Self {
        Self { of_issuer: issuer.map_or(&[], |issuer| issuer.facts().claims), of_kind: kind.facts().claims }
    }

    /// What the issuer says comes first, then what the kind says, then what the claim says anywhere.
    pub fn claim(&self, name: &str) -> Option<Entry> {
        let mut special = self.of_issuer.iter().chain(self.of_kind).copied().flatten();
        let SpecialClaim { name, title, short, meaning, reference } = match special.find(|special| special.name == name)
        {
            Some(special) => *special,
            None => return claim(name),
        };
        // How a value is to be explained depends on no issuer.
        let kind = claim(name).map_or(ValueKind::Other, |entry| entry.kind);
        Some(Entry { name, title, short, kind, meaning, reference })
    }
}

/// Registered claims come first, then exact names of vendors, then their families of names.
pub fn claim(name: &str) -> Option<Entry> {
    named(claims::CLAIMS, name).or_else(|| named(vendor_claims::VENDOR_CLAIMS, name)).or_else(|| family(name))
}

/// The longest beginning of a name that a vendor has for itself.
fn family(name: &str) -> Option<Entry> {
    // A longer beginning stands behind the shorter ones that it starts with.
    vendor_claims::VENDOR_PREFIXES.iter().rfind(|entry| name.starts_with(entry.name)).copied()
}

/// Registered header parameters come first, then those of vendors.
pub fn header_parameter(name: &str) -> Option<Entry> {
    named(header_parameters::HEADER_PARAMETERS, name).or_else(|| named(header_parameters::VENDOR, name))
}

/// A value of `alg` or `enc`, in exactly this case: RFC 7515 section 4.1.1.
pub fn algorithm(name: &str) -> Option<&'static Algorithm> {
    let at = algorithms::ALGORITHMS.binary_search_by(|algorithm| algorithm.name.cmp(name)).ok()?;
    algorithms::ALGORITHMS.get(at)
}

/// The claims that RFC 7519 section 4.1 registers.
pub(crate) const REGISTERED_CLAIMS: [&str; 7] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

/// Every registered value of `alg` and `enc`.
pub fn algorithm_names() -> impl Iterator<Item = &'static str> {
    algorithms::ALGORITHMS.iter().map(|algorithm| algorithm.name)
}

/// A value of `typ`, in any case, with or without `application/`: RFC 7515 section 4.1.9.
pub fn token_type(name: &str) -> Option<Entry> {
    const PREFIX: &str = "application/";
    let bare = match name.split_at_checked(PREFIX.len()) {
        Some((prefix, rest)) if prefix.eq_ignore_ascii_case(PREFIX) => rest,
        _ => name,
    };
    let wanted = bare.to_ascii_lowercase();
    let at = types::TYPES.binary_search_by(|entry| entry.name.to_ascii_lowercase().cmp(&wanted)).ok()?;
    types::TYPES.get(at).copied()
}

/// A member of the `cnf` claim.
pub fn confirmation_method(name: &str) -> Option<Entry> {
    named(confirmation::CONFIRMATION_METHODS, name)
}

fn named(table: &[Entry], name: &str) -> Option<Entry> {
    let at = table.binary_search_by(|entry| entry.name.cmp(name)).ok()?;
    table.get(at).copied()
}

#[cfg(test)]
mod tests;
