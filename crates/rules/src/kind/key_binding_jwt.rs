//! Key binding JWTs of SD-JWTs. RFC 9901.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "key-binding-jwt-missing-claim",
    severity: Severity::Error,
    title: "Key binding JWT without a required claim",
    why: "Without the time, the verifier and its nonce, the same proof could be presented again or to another verifier. A verifier must refuse it.",
    advice: "In the wallet, write `iat`, `aud` and the verifier's `nonce` into every key binding JWT.",
    references: &["RFC 9901 section 4.3"],
    guide: Question::Profiles,
};

pub(crate) static UNTYPED: Record = Record {
    id: "key-binding-jwt-untyped",
    severity: Severity::Warning,
    title: "Key binding JWT without type `kb+jwt`",
    why: "A verifier must refuse a key binding JWT of another type. The type keeps other tokens that were signed with the same key from being used as one.",
    advice: "In the wallet, set `typ` to `kb+jwt`.",
    references: &["RFC 9901 section 4.3"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: Some(&UNTYPED) };
