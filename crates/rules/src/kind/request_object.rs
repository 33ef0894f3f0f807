//! OAuth 2.0 request objects. RFC 9101.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "request-object-missing-claim",
    severity: Severity::Error,
    title: "Request object without `client_id`",
    why: "The authorization server needs `client_id` to find the key that checks the signature, and refuses the request without it.",
    advice: "In the client, write the same `client_id` into the request object as beside it.",
    references: &["RFC 9101 section 4", "RFC 9101 section 5"],
    guide: Question::Profiles,
};

pub(crate) static FORBIDDEN_CLAIM: Record = Record {
    id: "request-object-forbidden-claim",
    severity: Severity::Error,
    title: "Request object within a request object",
    why: "A request object must not contain `request` or `request_uri`. A server that follows them could be sent to addresses that an attacker chose.",
    advice: "In the client, write the parameters themselves into the request object.",
    references: &["RFC 9101 section 4"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords = KindRecords {
    missing_claim: &MISSING_CLAIM,
    forbidden_claim: Some(&FORBIDDEN_CLAIM),
    wrong_alg: None,
    untyped: None,
};
