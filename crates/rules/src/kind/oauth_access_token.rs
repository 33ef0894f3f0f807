//! OAuth 2.0 access tokens. RFC 9068.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "oauth-access-token-missing-claim",
    severity: Severity::Error,
    title: "Access token without a required claim",
    why: "The type `at+jwt` promises all claims of RFC 9068. A service that relies on that refuses the token, or does not know who issued it, for which service, or until when.",
    advice: "In the authorization server, write all required claims, or do not name the type `at+jwt`.",
    references: &["RFC 9068 section 2.2", "RFC 9068 section 4"],
    guide: Question::Profiles,
};

pub(crate) static UNTYPED: Record = Record {
    id: "oauth-access-token-untyped",
    severity: Severity::Info,
    title: "Access token without type `at+jwt`",
    why: "Without `typ` a service cannot tell this access token from an ID token of the same issuer, and may accept the one for the other.",
    advice: "In the authorization server, set `typ` to `at+jwt`, and check it in every service.",
    references: &["RFC 9068 section 2.1", "RFC 8725 section 3.11"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: Some(&UNTYPED) };
