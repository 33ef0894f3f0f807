//! Attestations of verifiers. OpenID4VP 1.0.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "verifier-attestation-missing-claim",
    severity: Severity::Error,
    title: "Verifier attestation without a required claim",
    why: "The wallet cannot tell who vouches for which verifier, until when and with which key, and refuses the request.",
    advice: "In the issuer of the attestation, write `iss`, `sub`, `exp` and `cnf`.",
    references: &["OpenID4VP 1.0 section 12"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: None };
