//! Security event tokens. RFC 8417.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "security-event-token-missing-claim",
    severity: Severity::Error,
    title: "Security event without a required claim",
    why: "The receiver cannot tell who sent the event, when, or which event it is, and refuses it.",
    advice: "In the transmitter, write `iss`, `iat`, `jti` and `events` into every security event token.",
    references: &["RFC 8417 section 2.2"],
    guide: Question::Profiles,
};

pub(crate) static FORBIDDEN_CLAIM: Record = Record {
    id: "security-event-token-forbidden-claim",
    severity: Severity::Notice,
    title: "Security event with an expiry",
    why: "An event has happened and does not expire. With `exp` a careless service can take the event for an access token or an ID token.",
    advice: "In the transmitter, leave `exp` out of security event tokens.",
    references: &["RFC 8417 section 2.2", "RFC 8417 section 4.5"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords = KindRecords {
    missing_claim: &MISSING_CLAIM,
    forbidden_claim: Some(&FORBIDDEN_CLAIM),
    wrong_alg: None,
    untyped: None,
};
