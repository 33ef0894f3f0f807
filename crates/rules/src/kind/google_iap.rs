//! Tokens of Google's Identity-Aware Proxy.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "google-iap-missing-claim",
    severity: Severity::Error,
    title: "Google IAP token without a required claim",
    why: "Identity-Aware Proxy writes all of these into every token. One without them did not come through the proxy, or was changed.",
    advice: "Refuse the request, and make sure that the app can only be reached through the proxy.",
    references: &["Google Cloud documentation, “Securing your app with signed headers”"],
    guide: Question::Profiles,
};

pub(crate) static WRONG_ALG: Record = Record {
    id: "google-iap-wrong-alg",
    severity: Severity::Error,
    title: "Google IAP token with another algorithm",
    why: "Identity-Aware Proxy signs with ES256 only. Another algorithm means that the token did not come through the proxy.",
    advice: "Accept ES256 only, with the keys that Google publishes for Identity-Aware Proxy.",
    references: &["Google Cloud documentation, “Securing your app with signed headers”"],
    guide: Question::Algorithms,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: Some(&WRONG_ALG), untyped: None };
