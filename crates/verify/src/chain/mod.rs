//! The certificates that a token brings along (`x5c`, RFC 7515 section 4.1.6): whether each is signed by the next, and
//! whether they lead to a certificate or key that the reader pasted. RFC 5280 section 6.1, as far as it can be checked
//! here: not revocation, name constraints and policies.

mod certificate;
mod sentences;
mod signature;
mod work;

#[cfg(test)]
mod tests;

pub(crate) use work::ChainWork;

use crate::Remark;

/// The most certificates of one `x5c` that are checked.
const LIMIT: usize = 20;

/// What was found out about the certificates of one `x5c`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainCheck {
    /// In the order of `x5c`.
    pub links: Vec<ChainLink>,
    pub end: ChainEnd,
    /// What it comes to, in a sentence or two.
    pub sentence: String,
    /// The end of that sentence: what it does not mean, and what to do. Empty where there is nothing of the kind to say.
    pub caution: &'static str,
    /// How many certificates behind the last of `links` were not checked.
    pub left_out: usize,
}

/// One certificate, and who signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainLink {
    /// The subject's common name, or else another part of its name. Empty where there is none.
    pub subject: String,
    pub signer: ChainSigner,
    /// Who signed it, or what is wrong, in a short sentence.
    pub sentence: String,
    /// Seconds since 1970-01-01T00:00:00Z.
    pub not_after: Option<i64>,
    /// None where the certificate or the present instant is not known.
    pub validity: Option<CertificateValidity>,
}

/// Who signed a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainSigner {
    /// The certificate is itself one that the reader pasted, or has the key that was pasted.
    IsPasted,
    /// A certificate or key that the reader pasted.
    Pasted,
    Next,
    Itself,
    /// It is the last, and names another issuer.
    NotInChain,
    /// The next should have signed it and did not, or may not.
    Broken,
    /// By an algorithm that is not checked here.
    NotChecked,
}

impl ChainSigner {
    /// Stable, in kebab case.
    pub fn id(self) -> &'static str {
        match self {
            Self::IsPasted => "is-pasted",
            Self::Pasted => "pasted",
            Self::Next => "next",
            Self::Itself => "itself",
            Self::NotInChain => "not-in-chain",
            Self::Broken => "broken",
            Self::NotChecked => "not-checked",
        }
    }
}

/// At the instant that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateValidity {
    Valid,
    Expired,
    NotYetValid,
}

impl CertificateValidity {
    /// Stable, in kebab case.
    pub fn id(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Expired => "expired",
            Self::NotYetValid => "not-yet-valid",
        }
    }
}

/// How far the certificates lead. Positions in `x5c` count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainEnd {
    /// This certificate, and all before it, lead to a key that the reader pasted, with its position among those.
    Pasted { certificate: usize, key: usize },
    /// Each certificate is signed by the next, and nothing that the reader pasted is among them or signed the last.
    Whole,
    /// This certificate is not signed by the next, or by one that may not issue certificates.
    Broken { certificate: usize },
    /// The signature on this certificate is of an algorithm that is not checked here.
    NotChecked { certificate: usize },
}

impl ChainEnd {
    /// Stable, in kebab case.
    pub fn id(self) -> &'static str {
        match self {
            Self::Pasted { .. } => "pasted",
            Self::Whole => "whole",
            Self::Broken { .. } => "broken",
            Self::NotChecked { .. } => "not-checked",
        }
    }

    /// The certificate at which it ends; None where all are signed.
    pub fn certificate(self) -> Option<usize> {
        match self {
            Self::Pasted { certificate, .. } | Self::Broken { certificate } | Self::NotChecked { certificate } => {
                Some(certificate)
            }
            Self::Whole => None,
        }
    }
}

/// A check with what is to be said of it beside the verdict.
#[derive(Debug, Clone)]
pub(crate) struct CheckedChain {
    pub check: ChainCheck,
    pub remarks: Vec<Remark>,
}
