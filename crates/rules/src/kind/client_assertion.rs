//! OAuth 2.0 client assertions. RFC 7523.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "client-assertion-missing-claim",
    severity: Severity::Error,
    title: "Client assertion without a required claim",
    why: "The authorization server refuses the assertion with `invalid_client`. One that accepts it does not check who signs in, where, or until when.",
    advice: "In the client, write `iss`, `sub`, `aud` and `exp` into every assertion.",
    references: &["RFC 7523 section 3"],
    guide: Question::Profiles,
};

pub(crate) static UNTYPED: Record = Record {
    id: "client-assertion-untyped",
    severity: Severity::Info,
    title: "Client assertion without its type",
    why: "Without a type of its own, the assertion can be mistaken for another token that the client signed with the same key.",
    advice: "In the client, set `typ` to `client-authentication+jwt` if the authorization server accepts it.",
    references: &["RFC 7523 section 3", "RFC 8725 section 3.11"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: Some(&UNTYPED) };
