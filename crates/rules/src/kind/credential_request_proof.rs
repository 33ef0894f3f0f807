//! Proofs of possession for a credential request. OpenID4VCI 1.0.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "credential-request-proof-missing-claim",
    severity: Severity::Error,
    title: "Credential request proof without a required claim",
    why: "The credential issuer refuses a proof that does not say for whom and when it was made, and with which key.",
    advice: "In the wallet, write `aud` and `iat` into the proof, and name its key in the header.",
    references: &["OpenID4VCI 1.0 appendix F.1"],
    guide: Question::Profiles,
};

pub(crate) static WRONG_ALG: Record = Record {
    id: "credential-request-proof-wrong-alg",
    severity: Severity::Error,
    title: "Credential request proof signed with a shared secret",
    why: "The proof shows that the wallet holds a private key, to which the credential is then bound. A shared secret cannot show that, and the issuer refuses it.",
    advice: "In the wallet, sign with the private key that the credential is for, for example with ES256.",
    references: &["OpenID4VCI 1.0 appendix F.1"],
    guide: Question::Algorithms,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: Some(&WRONG_ALG), untyped: None };
