//! ID tokens of Firebase Authentication.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "firebase-missing-claim",
    severity: Severity::Error,
    title: "Firebase token without a required claim",
    why: "Firebase writes all of these into every ID token, and its libraries refuse one without them. A token that lacks one was not made by Firebase, or was changed.",
    advice: "Refuse the token, and verify Firebase tokens with the Firebase Admin SDK.",
    references: &["Firebase documentation, “Verify ID tokens”"],
    guide: Question::Profiles,
};

pub(crate) static WRONG_ALG: Record = Record {
    id: "firebase-wrong-alg",
    severity: Severity::Error,
    title: "Firebase token with another algorithm",
    why: "Firebase signs ID tokens with RS256 only. Another algorithm means that somebody else made the token or changed its header.",
    advice: "Accept RS256 only, with the keys that Google publishes for Firebase.",
    references: &["Firebase documentation, “Verify ID tokens”"],
    guide: Question::Algorithms,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: Some(&WRONG_ALG), untyped: None };
