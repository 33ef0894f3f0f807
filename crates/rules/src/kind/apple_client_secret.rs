//! Client secrets for Sign in with Apple.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "apple-client-secret-missing-claim",
    severity: Severity::Warning,
    title: "Apple client secret without a required claim",
    why: "Apple refuses the client secret with `invalid_client`, so nobody can sign in with Apple.",
    advice: "Write all that Apple's documentation lists into the client secret when you sign it.",
    references: &["Apple documentation, “Creating a client secret”"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: None };
