//! OpenID Connect logout tokens.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "oidc-logout-token-missing-claim",
    severity: Severity::Error,
    title: "Logout token without a required claim",
    why: "The client refuses the logout token, and the user stays signed in there.",
    advice: "In the OpenID provider, write all required claims, with `sub` or `sid` to say which session ends.",
    references: &[
        "OpenID Connect Back-Channel Logout 1.0 section 2.4",
        "OpenID Connect Back-Channel Logout 1.0 section 2.6",
    ],
    guide: Question::Profiles,
};

pub(crate) static FORBIDDEN_CLAIM: Record = Record {
    id: "oidc-logout-token-forbidden-claim",
    severity: Severity::Error,
    title: "Logout token with a `nonce`",
    why: "The standard forbids `nonce` in logout tokens, so that a logout token can never pass for an ID token. Clients must refuse this one.",
    advice: "In the OpenID provider, leave `nonce` out of logout tokens.",
    references: &["OpenID Connect Back-Channel Logout 1.0 section 2.4"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords = KindRecords {
    missing_claim: &MISSING_CLAIM,
    forbidden_claim: Some(&FORBIDDEN_CLAIM),
    wrong_alg: None,
    untyped: None,
};
