//! Lists of the status of tokens.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "status-list-missing-claim",
    severity: Severity::Error,
    title: "Status list without a required claim",
    why: "A verifier cannot tell which list this is, how old it is, or what it says. It must refuse it, and then cannot check whether tokens were revoked.",
    advice: "In the status issuer, write `sub`, `iat` and `status_list` into every list.",
    references: &["Token Status List section 5.1"],
    guide: Question::Profiles,
};

pub(crate) static UNTYPED: Record = Record {
    id: "status-list-untyped",
    severity: Severity::Warning,
    title: "Status list without its type",
    why: "Verifiers refuse a list of another type. The type keeps other tokens of the same issuer from being used as a status list.",
    advice: "In the status issuer, set `typ` to `statuslist+jwt`.",
    references: &["Token Status List section 5.1"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: Some(&UNTYPED) };
