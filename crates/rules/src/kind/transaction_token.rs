//! Transaction tokens.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "transaction-token-missing-claim",
    severity: Severity::Error,
    title: "Transaction token without a required claim",
    why: "Services within the trust domain rely on these claims to tell whose request it is, what it is for and which transaction it belongs to, and refuse the token without them.",
    advice: "In the transaction token service, write `aud`, `iat`, `exp`, `txn`, `sub`, `scope` and `req_wl` into every token.",
    references: &["Transaction Tokens"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: None };
