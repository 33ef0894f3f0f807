//! Proofs that a workload holds its key (WIMSE).

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "workload-proof-missing-claim",
    severity: Severity::Error,
    title: "Workload proof without a required claim",
    why: "Without the receiver, the expiry, an ID and the hash of the identity token, the proof could be replayed or used with another token. Peers refuse it.",
    advice: "In the workload, write `aud`, `exp`, `jti` and `wth` into every proof.",
    references: &["WIMSE Workload Proof Token"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: None };
