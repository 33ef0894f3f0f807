//! Attestations of keys in a wallet. OpenID4VCI 1.0.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "key-attestation-missing-claim",
    severity: Severity::Error,
    title: "Key attestation without a required claim",
    why: "Without the keys it speaks of and the time it was made, the attestation vouches for nothing, and the credential issuer refuses it.",
    advice: "In the wallet provider, write `iat` and `attested_keys` into every attestation.",
    references: &["OpenID4VCI 1.0 appendix D.1"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: None };
