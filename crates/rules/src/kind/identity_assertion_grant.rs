//! Identity assertion grants.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "identity-assertion-grant-missing-claim",
    severity: Severity::Error,
    title: "Identity assertion grant without a required claim",
    why: "The authorization server of the other application cannot tell who vouches for which user and for which client, and refuses the grant.",
    advice: "In the identity provider, write all required claims into every grant.",
    references: &["Identity Assertion JWT Authorization Grant"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: None };
