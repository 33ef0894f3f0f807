//! What was found out about a signature. The shape of the report's `signatureCheck`.

use crate::ChainCheck;
use crate::key::{self, CandidateKey};

/// Whether the signature fits, by the mathematics alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureVerdict {
    Fits,
    DoesNotFit,
    /// Its algorithm is not known here, no key can be tried, or the payload is elsewhere.
    CannotBeChecked,
    /// There is no signature: `alg` is `none`, or the segment is empty or missing.
    Unsigned,
}

impl SignatureVerdict {
    /// Stable, in kebab case.
    pub fn id(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::DoesNotFit => "does-not-fit",
            Self::CannotBeChecked => "cannot-be-checked",
            Self::Unsigned => "unsigned",
        }
    }
}

/// Whose key a signature fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyOwner {
    /// The reader's, or one for which certificates vouch up to what the reader pasted: only this says something about who
    /// signed.
    Pasted,
    /// It stands in the token itself (`jwk`, `x5c`), so anyone can make such a token.
    Token,
    /// It is published, so anyone can sign with it.
    Public,
}

impl KeyOwner {
    /// Stable, in kebab case.
    pub fn id(self) -> &'static str {
        match self {
            Self::Pasted => "pasted",
            Self::Token => "token",
            Self::Public => "public",
        }
    }
}

/// The key that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FittingKey {
    /// Position among the pasted keys, from 0. Of the token's own or published keys, among those.
    pub index: usize,
    pub kid: Option<String>,
    /// "RSA 2048", "EC P-256", "secret of 32 bytes".
    pub kind: String,
    /// "JWKS", "PEM", "certificate", "the token's header".
    pub from: String,
}

impl FittingKey {
    pub(crate) fn new(index: usize, key: &CandidateKey, from: &str) -> Self {
        Self { index, kid: key.kid.clone(), kind: key::describe(key), from: from.to_owned() }
    }
}

/// Something to know about the key or token beside a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Stable, in kebab case.
    pub id: &'static str,
    pub message: String,
}

/// Why a signature does not fit as it stands, found by trying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Stable, in kebab case.
    pub id: &'static str,
    /// What fits, why it was refused before, and what to change.
    pub message: String,
}

/// The check of one signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureCheck {
    pub signature: SignatureVerdict,
    /// None where no key fits.
    pub whose: Option<KeyOwner>,
    pub key: Option<FittingKey>,
    pub remarks: Vec<Remark>,
    /// The likeliest first. Only where the signature does not fit as it stands.
    pub explanations: Vec<Explanation>,
    /// How many checks were made.
    pub tried: usize,
    /// Why it cannot be checked, in a sentence.
    pub reason: Option<String>,
    /// Of the certificates that the token brings along; None without `x5c`.
    pub chain: Option<ChainCheck>,
}

impl SignatureCheck {
    /// It fits a secret that is published. It stays one when the reader pastes it.
    pub fn fits_published_secret(&self) -> bool {
        self.whose == Some(KeyOwner::Public) || self.remarks.iter().any(|remark| remark.id == "key-is-public")
    }
}
