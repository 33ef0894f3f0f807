//! Signed responses to token introspection. RFC 9701.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "token-introspection-response-missing-claim",
    severity: Severity::Error,
    title: "Introspection response without a required claim",
    why: "The service cannot tell which server answered, for whom, when, or what it says of the token, and must not rely on the answer.",
    advice: "In the authorization server, write `iss`, `aud`, `iat` and `token_introspection` into every response.",
    references: &["RFC 9701 section 5"],
    guide: Question::Profiles,
};

pub(crate) static FORBIDDEN_CLAIM: Record = Record {
    id: "token-introspection-response-forbidden-claim",
    severity: Severity::Warning,
    title: "Introspection response with claims of the token",
    why: "With `sub` or `exp` at its top level the response looks like an access token and can be used as one.",
    advice: "In the authorization server, keep these claims inside `token_introspection`.",
    references: &["RFC 9701 section 5", "RFC 9701 section 8.1"],
    guide: Question::Profiles,
};

pub(crate) static UNTYPED: Record = Record {
    id: "token-introspection-response-untyped",
    severity: Severity::Warning,
    title: "Introspection response without its type",
    why: "Without the type a service can take the response for an access token of the same issuer.",
    advice: "In the authorization server, set `typ` to `token-introspection+jwt`.",
    references: &["RFC 9701 section 5", "RFC 9701 section 8.1"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords = KindRecords {
    missing_claim: &MISSING_CLAIM,
    forbidden_claim: Some(&FORBIDDEN_CLAIM),
    wrong_alg: None,
    untyped: Some(&UNTYPED),
};
