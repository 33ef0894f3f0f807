//! Tokens for the App Store Server API.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "apple-store-server-missing-claim",
    severity: Severity::Warning,
    title: "App Store Server API token without a required claim",
    why: "The App Store Server API answers requests with such a token with status 401.",
    advice: "Write all that Apple's documentation lists into the token when you sign it.",
    references: &["Apple documentation, “Generating JSON Web Tokens for API requests”"],
    guide: Question::Profiles,
};

pub(crate) static WRONG_ALG: Record = Record {
    id: "apple-store-server-wrong-alg",
    severity: Severity::Warning,
    title: "App Store Server API token with another algorithm",
    why: "The App Store Server API accepts ES256 only and answers anything else with status 401.",
    advice: "Sign with ES256 and the private key that you downloaded from App Store Connect.",
    references: &["Apple documentation, “Generating JSON Web Tokens for API requests”"],
    guide: Question::Algorithms,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: Some(&WRONG_ALG), untyped: None };
