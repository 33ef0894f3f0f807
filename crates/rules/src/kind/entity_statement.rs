//! Entity statements of OpenID Federation.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "entity-statement-missing-claim",
    severity: Severity::Error,
    title: "Entity statement without a required claim",
    why: "A statement that does not say who speaks about whom and until when, and with which key, breaks the trust chain: it must be refused.",
    advice: "In the federation entity, write `iss`, `sub`, `iat` and `exp` into the statement, and `kid` into its header.",
    references: &["OpenID Federation 1.0 section 3.1"],
    guide: Question::Profiles,
};

pub(crate) static UNTYPED: Record = Record {
    id: "entity-statement-untyped",
    severity: Severity::Warning,
    title: "Entity statement without its type",
    why: "Statements of another type must be refused. The type keeps other tokens of the same entity from being used as statements about trust.",
    advice: "In the federation entity, set `typ` to `entity-statement+jwt`.",
    references: &["OpenID Federation 1.0 section 3.1"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: Some(&UNTYPED) };
