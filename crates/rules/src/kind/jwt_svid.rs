//! Workload identity documents of SPIFFE (JWT-SVID).

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "jwt-svid-missing-claim",
    severity: Severity::Warning,
    title: "JWT-SVID without a required claim",
    why: "Workloads must refuse a JWT-SVID that does not say whose it is, for whom and until when.",
    advice: "Fetch JWT-SVIDs from the SPIFFE Workload API, which writes all of these.",
    references: &["SPIFFE JWT-SVID section 3"],
    guide: Question::Profiles,
};

pub(crate) static WRONG_ALG: Record = Record {
    id: "jwt-svid-wrong-alg",
    severity: Severity::Warning,
    title: "JWT-SVID with another algorithm",
    why: "SPIFFE allows only RSA signatures and ECDSA on the curves P-256, P-384 and P-521. With any other algorithm workloads must refuse the token.",
    advice: "Sign JWT-SVIDs with one of the allowed algorithms, for example with ES256.",
    references: &["SPIFFE JWT-SVID section 2.1"],
    guide: Question::Algorithms,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: Some(&WRONG_ALG), untyped: None };
