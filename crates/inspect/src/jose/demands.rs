//! What a document demands of each token of one kind or from one issuer.
//!
//! The rows leave out what other findings say for every kind: `sd_hash` is checked together with the token that it
//! covers, `none` is never accepted, and keys in headers are judged wherever they stand.

/// What one document demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demands {
    /// As a sentence names it, with its section.
    pub document: &'static str,
    /// Only tokens with this `typ` have to fulfil them: other tokens of the same kind follow rules of their own.
    pub only_if_typed: Option<&'static str>,
    pub list: &'static [Demand],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demand {
    pub what: Demanded,
    pub strength: Strength,
    /// The section that demands it, if not the one that [`Demands`] names.
    pub document: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demanded {
    Member(MemberName),
    /// At least one of these.
    OneOf(&'static [MemberName]),
    /// There must be no such claim.
    NoClaim(&'static str),
    /// This `typ`, without `application/`.
    Type(&'static str),
    /// One of these values of `alg`.
    Algorithms(&'static [&'static str]),
    /// An `alg` that signs with a private key, so none with a shared secret.
    PrivateKey,
}

/// The name of a member of the claims or of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberName {
    Claim(&'static str),
    HeaderParameter(&'static str),
}

/// In the words of RFC 2119.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// MUST.
    Required,
    /// SHOULD, or demanded in a document that few issuers follow to the letter.
    Recommended,
    /// Weaker still: the document only advises it.
    Advised,
}

impl Demand {
    const fn new(what: Demanded) -> Self {
        Self { what, strength: Strength::Required, document: None }
    }

    pub(super) const fn recommended(self) -> Self {
        Self { strength: Strength::Recommended, ..self }
    }

    pub(super) const fn of(self, document: &'static str) -> Self {
        Self { document: Some(document), ..self }
    }

    pub(super) const fn advised(self) -> Self {
        Self { strength: Strength::Advised, ..self }
    }
}

pub(super) const fn claim(name: &'static str) -> Demand {
    Demand::new(Demanded::Member(MemberName::Claim(name)))
}

pub(super) const fn header_parameter(name: &'static str) -> Demand {
    Demand::new(Demanded::Member(MemberName::HeaderParameter(name)))
}

pub(super) const fn one_of(names: &'static [MemberName]) -> Demand {
    Demand::new(Demanded::OneOf(names))
}

pub(super) const fn forbidden(claim: &'static str) -> Demand {
    Demand::new(Demanded::NoClaim(claim))
}

pub(super) const fn typ(name: &'static str) -> Demand {
    Demand::new(Demanded::Type(name))
}

pub(super) const fn algorithms(names: &'static [&'static str]) -> Demand {
    Demand::new(Demanded::Algorithms(names))
}

pub(super) const fn private_key() -> Demand {
    Demand::new(Demanded::PrivateKey)
}
