//! What is known by its form alone: general tokens, and parts of tokens.

use super::{Expiry, KindFacts};
use crate::jose::keeping;
use crate::jose::lifetimes::{A_DAY, Lifetime};
use crate::jose::possession::Possession;

pub(super) const ENCODED_JSON: KindFacts = KindFacts {
    id: "encoded-json",
    name: "JSON object in base64",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const ENCRYPTED_TOKEN: KindFacts = KindFacts {
    id: "encrypted-token",
    name: "encrypted token (JWE)",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const JOSE_HEADER: KindFacts = KindFacts {
    id: "jose-header",
    name: "token header by itself",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const JWS: KindFacts = KindFacts {
    id: "jws",
    name: "signed message (JWS)",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const JWT: KindFacts = KindFacts {
    id: "jwt",
    name: "JSON Web Token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::SESSION_CLAIMS),
    demands: None,
    claims: &[],
};

pub(super) const JWT_CLAIMS: KindFacts = KindFacts {
    id: "jwt-claims",
    name: "set of claims by itself",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const SEGMENT: KindFacts = KindFacts {
    id: "segment",
    name: "single segment",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const UNREADABLE: KindFacts = KindFacts {
    id: "unreadable",
    name: "token that cannot be read",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const UNSECURED_JWT: KindFacts = KindFacts {
    id: "unsecured-jwt",
    name: "unsecured JSON Web Token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Unprotected,
    demands: None,
    claims: &[],
};
