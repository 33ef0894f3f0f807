//! OAuth 2.0 client attestations.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "client-attestation-missing-claim",
    severity: Severity::Error,
    title: "Client attestation without a required claim",
    why: "The authorization server cannot tell which client instance is meant, until when and with which key, and refuses it.",
    advice: "In the client's backend, write `sub`, `exp` and `cnf` into every attestation.",
    references: &["OAuth 2.0 Attestation-Based Client Authentication"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: None };
