//! Tokens that programs and services show to one another.

use super::{Expiry, KindFacts};
use crate::jose::demands::{Demands, algorithms, claim};
use crate::jose::lifetimes::{A_DAY, AcceptedLifetime, AdvisedLifetime, CountedFrom, DAY, Lifetime, RuleSource};
use crate::jose::possession::Possession;
use crate::jose::{keeping, special_claims as claims};

pub(super) const ACME_REQUEST: KindFacts = KindFacts {
    id: "acme-request",
    name: "ACME request",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const API_KEY: KindFacts = KindFacts {
    id: "api-key",
    name: "API key in the form of a token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(AdvisedLifetime {
        words: "a year at most",
        notice_over: 366 * DAY,
        warning_over: None,
        source: RuleSource::OwnJudgement,
    }),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::API_KEY),
    demands: None,
    claims: &[],
};

pub(super) const APP_ATTESTATION: KindFacts = KindFacts {
    id: "app-attestation",
    name: "app attestation token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::APP_ATTESTATION),
    demands: None,
    claims: &[],
};

pub(super) const APP_STORE_STATEMENT: KindFacts = KindFacts {
    id: "app-store-statement",
    name: "statement of the App Store",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const DATED_TOKEN: KindFacts = KindFacts {
    id: "dated-token",
    name: "token whose age counts",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const JWT_SVID: KindFacts = KindFacts {
    id: "jwt-svid",
    name: "workload identity document (JWT-SVID)",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::WORKLOAD),
    demands: Some(Demands {
        document: "SPIFFE JWT-SVID section 3",
        only_if_typed: None,
        list: &[
            claim("sub"),
            claim("aud"),
            claim("exp"),
            algorithms(&["RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512"])
                .of("SPIFFE JWT-SVID section 2.1"),
        ],
    }),
    claims: &[],
};

pub(super) const NATS_CREDENTIAL: KindFacts = KindFacts {
    id: "nats-credential",
    name: "messaging credential",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[claims::NATS],
};

pub(super) const REGISTRY_TOKEN: KindFacts = KindFacts {
    id: "registry-token",
    name: "container registry token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::BETWEEN_MACHINES),
    demands: None,
    claims: &[claims::REGISTRY_TOKEN],
};

pub(super) const SELF_SIGNED_API_TOKEN: KindFacts = KindFacts {
    id: "self-signed-api-token",
    name: "API token signed by its caller",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::USED_ONCE),
    demands: None,
    claims: &[],
};

pub(super) const SERVICE_ACCOUNT_TOKEN: KindFacts = KindFacts {
    id: "service-account-token",
    name: "service account token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::WORKLOAD),
    demands: None,
    claims: &[claims::SERVICE_ACCOUNT_TOKEN],
};

pub(super) const SIGNED_KEY_SET: KindFacts = KindFacts {
    id: "signed-key-set",
    name: "signed key set",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const VAPID_TOKEN: KindFacts = KindFacts {
    id: "vapid-token",
    name: "VAPID token of a push message's sender",
    expiry: Expiry::Needed,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "push services accept",
        seconds: DAY,
        at_least: None,
        counted_from: CountedFrom::Receipt,
        document: "RFC 8292 section 2",
    }),
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const WORKLOAD_IDENTITY_TOKEN: KindFacts = KindFacts {
    id: "workload-identity-token",
    name: "workload identity token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::WORKLOAD),
    demands: Some(Demands {
        document: "WIMSE Workload Credentials",
        only_if_typed: Some("wit+jwt"),
        list: &[claim("sub"), claim("exp"), claim("cnf")],
    }),
    claims: &[],
};

pub(super) const WORKLOAD_PROOF: KindFacts = KindFacts {
    id: "workload-proof",
    name: "workload's proof of possession",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "WIMSE Workload Proof Token",
        only_if_typed: None,
        list: &[claim("aud"), claim("exp"), claim("jti"), claim("wth")],
    }),
    claims: &[],
};
