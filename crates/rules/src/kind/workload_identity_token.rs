//! Workload identity tokens (WIMSE).

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "workload-identity-token-missing-claim",
    severity: Severity::Error,
    title: "Workload identity token without a required claim",
    why: "Without the workload, the expiry and the key, the token names nobody in particular, and a stolen copy could be used by anyone. Peers refuse it.",
    advice: "In the issuer of workload identities, write `sub`, `exp` and `cnf` into every token.",
    references: &["WIMSE Workload Credentials"],
    guide: Question::Profiles,
};

pub(crate) static UNTYPED: Record = Record {
    id: "workload-identity-token-untyped",
    severity: Severity::Info,
    title: "Workload identity token without its type",
    why: "Without the type a peer can take another token of the same issuer for a workload's identity.",
    advice: "In the issuer of workload identities, set `typ` to `wit+jwt`.",
    references: &["WIMSE Workload Credentials", "RFC 8725 section 3.11"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: Some(&UNTYPED) };
