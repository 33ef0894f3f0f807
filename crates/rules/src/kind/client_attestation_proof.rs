//! Proofs that go with an OAuth 2.0 client attestation.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "client-attestation-proof-missing-claim",
    severity: Severity::Error,
    title: "Client attestation proof without a required claim",
    why: "Without the server it is for, an ID and a time, the proof could be replayed, so the authorization server refuses it.",
    advice: "In the client, write `aud`, `jti` and `iat` into every proof.",
    references: &["OAuth 2.0 Attestation-Based Client Authentication"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: None };
