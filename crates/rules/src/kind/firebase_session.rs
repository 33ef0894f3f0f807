//! Session cookies of Firebase Authentication.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "firebase-session-missing-claim",
    severity: Severity::Error,
    title: "Firebase session cookie without a required claim",
    why: "Firebase writes all of these into every session cookie, and its libraries refuse one without them. A cookie that lacks one was not made by Firebase, or was changed.",
    advice: "Refuse the cookie, and verify session cookies with the Firebase Admin SDK.",
    references: &["Firebase documentation, “Manage session cookies”"],
    guide: Question::Profiles,
};

pub(crate) static WRONG_ALG: Record = Record {
    id: "firebase-session-wrong-alg",
    severity: Severity::Error,
    title: "Firebase session cookie with another algorithm",
    why: "Firebase signs session cookies with RS256 only. Another algorithm means that somebody else made the cookie or changed its header.",
    advice: "Accept RS256 only, with the keys that Google publishes for session cookies.",
    references: &["Firebase documentation, “Manage session cookies”"],
    guide: Question::Algorithms,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: Some(&WRONG_ALG), untyped: None };
