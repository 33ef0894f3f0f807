//! DPoP proofs. RFC 9449.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "dpop-proof-missing-claim",
    severity: Severity::Error,
    title: "DPoP proof without a required claim",
    why: "The server refuses a proof that does not name its request, its time and its key. One that accepts it lets a proof be replayed, or used for another request.",
    advice: "In the client, write `jti`, `htm`, `htu` and `iat` into every proof, and the public key into `jwk` in the header.",
    references: &["RFC 9449 section 4.2", "RFC 9449 section 4.3"],
    guide: Question::Profiles,
};

pub(crate) static WRONG_ALG: Record = Record {
    id: "dpop-proof-wrong-alg",
    severity: Severity::Error,
    title: "DPoP proof signed with a shared secret",
    why: "A proof shows that the sender holds a private key. With a shared secret it shows nothing, since the server could have made it too, and servers refuse it.",
    advice: "Sign proofs with a key pair, for example with ES256.",
    references: &["RFC 9449 section 4.2"],
    guide: Question::Algorithms,
};

pub(crate) static UNTYPED: Record = Record {
    id: "dpop-proof-untyped",
    severity: Severity::Warning,
    title: "DPoP proof without type `dpop+jwt`",
    why: "Servers must refuse a proof of another type. The type keeps other tokens that were signed with the same key from being used as proofs.",
    advice: "In the client, set `typ` to `dpop+jwt`.",
    references: &["RFC 9449 section 4.2", "RFC 9449 section 4.3"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords = KindRecords {
    missing_claim: &MISSING_CLAIM,
    forbidden_claim: None,
    wrong_alg: Some(&WRONG_ALG),
    untyped: Some(&UNTYPED),
};
