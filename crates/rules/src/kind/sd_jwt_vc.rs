//! Digital credentials (SD-JWT VC).

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "sd-jwt-vc-missing-claim",
    severity: Severity::Error,
    title: "Credential without its type",
    why: "`vct` says what kind of credential this is. Without it a verifier cannot tell a driving licence from a library card, and must refuse it.",
    advice: "In the issuer, write the type of the credential into `vct`, openly and not in a disclosure.",
    references: &["SD-JWT VC section 2.2.2"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: None };
