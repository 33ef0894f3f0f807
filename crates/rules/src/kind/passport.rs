//! PASSporTs, which state the identity of a caller. RFC 8225.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "passport-missing-claim",
    severity: Severity::Error,
    title: "PASSporT without a required claim",
    why: "Without the time, the caller and the called number, the receiving provider cannot check the caller's number, and treats the call as not verified.",
    advice: "In the originating provider, write `iat`, `orig` and `dest` into every PASSporT.",
    references: &["RFC 8225 section 4", "RFC 8225 section 5"],
    guide: Question::Profiles,
};

pub(crate) static UNTYPED: Record = Record {
    id: "passport-untyped",
    severity: Severity::Warning,
    title: "PASSporT without type `passport`",
    why: "The type is required in every PASSporT. A provider that checks it treats the call as not verified.",
    advice: "In the originating provider, set `typ` to `passport`.",
    references: &["RFC 8225 section 4"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: Some(&UNTYPED) };
