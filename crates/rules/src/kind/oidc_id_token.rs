//! OpenID Connect ID tokens.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "oidc-id-token-missing-claim",
    severity: Severity::Error,
    title: "ID token without a required claim",
    why: "A client must check who issued the ID token, about whom, for which client and until when. It refuses a token in which one of these is missing, or skips the check.",
    advice: "In the OpenID provider, write `iss`, `sub`, `aud`, `exp` and `iat` into every ID token.",
    references: &["OpenID Connect Core 1.0 section 2", "OpenID Connect Core 1.0 section 3.1.3.7"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: None };
