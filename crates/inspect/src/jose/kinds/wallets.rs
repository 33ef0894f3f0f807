//! What wallets hold and are shown: identity data, passes, and what those who ask for them are registered for.

use super::{Expiry, KindFacts};
use crate::jose::lifetimes::Lifetime;
use crate::jose::possession::Possession;
use crate::jose::special_claims as claims;

pub(super) const PERSON_IDENTIFICATION: KindFacts = KindFacts {
    id: "person-identification",
    name: "person identification data (PID)",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const REGISTRATION_CERTIFICATE: KindFacts = KindFacts {
    id: "registration-certificate",
    name: "registration certificate of a relying party",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[claims::REGISTRATION_CERTIFICATE],
};

/// Google: the link works for as long as the pass can be saved, so it needs no `exp`.
pub(super) const WALLET_PASS: KindFacts = KindFacts {
    id: "wallet-pass",
    name: "pass to be saved in a wallet",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};
