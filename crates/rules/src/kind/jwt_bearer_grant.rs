//! OAuth 2.0 authorization grants in the form of a JWT. RFC 7523.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "jwt-bearer-grant-missing-claim",
    severity: Severity::Error,
    title: "Authorization grant without a required claim",
    why: "The authorization server refuses the grant with `invalid_grant`. One that accepts it does not check who vouches for whom, where, or until when.",
    advice: "In the party that makes the grant, write `iss`, `sub`, `aud` and `exp`.",
    references: &["RFC 7523 section 3"],
    guide: Question::Profiles,
};

pub(crate) static UNTYPED: Record = Record {
    id: "jwt-bearer-grant-untyped",
    severity: Severity::Info,
    title: "Authorization grant without its type",
    why: "Without a type of its own, the grant can be mistaken for another token of the same issuer, such as a client assertion.",
    advice: "Set `typ` to `authorization-grant+jwt` if the authorization server accepts it.",
    references: &["RFC 7523 section 3", "RFC 8725 section 3.11"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: Some(&UNTYPED) };
