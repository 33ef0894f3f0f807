//! Trust marks of OpenID Federation.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "trust-mark-missing-claim",
    severity: Severity::Error,
    title: "Trust mark without a required claim",
    why: "Without issuer, subject, time and kind the mark does not say who vouches for whom and for what: it must be refused.",
    advice: "In the trust mark issuer, write `iss`, `sub`, `iat` and `trust_mark_type` into every mark.",
    references: &["OpenID Federation 1.0 section 7.1"],
    guide: Question::Profiles,
};

pub(crate) static UNTYPED: Record = Record {
    id: "trust-mark-untyped",
    severity: Severity::Warning,
    title: "Trust mark without its type",
    why: "Trust marks of another type must be refused. The type keeps other tokens of the same issuer from being used as marks.",
    advice: "In the trust mark issuer, set `typ` to `trust-mark+jwt`.",
    references: &["OpenID Federation 1.0 section 7.1"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: Some(&UNTYPED) };
