//! Credentials that a holder shows, attestations of devices, and the proofs that go with them.

use super::{Expiry, KindFacts};
use crate::jose::demands::{Demands, MemberName, claim, one_of, private_key, typ};
use crate::jose::lifetimes::Lifetime;
use crate::jose::possession::Possession;

pub(super) const ATTESTATION_MESSAGE: KindFacts = KindFacts {
    id: "attestation-message",
    name: "attestation message (CMW)",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const CREDENTIAL_REQUEST_PROOF: KindFacts = KindFacts {
    id: "credential-request-proof",
    name: "proof of possession for a credential request",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "OpenID4VCI 1.0 appendix F.1",
        only_if_typed: None,
        list: &[
            claim("aud"),
            claim("iat"),
            one_of(&[
                MemberName::HeaderParameter("kid"),
                MemberName::HeaderParameter("jwk"),
                MemberName::HeaderParameter("x5c"),
                MemberName::HeaderParameter("trust_chain"),
            ]),
            private_key(),
        ],
    }),
    claims: &[],
};

pub(super) const DEVICE_ATTESTATION: KindFacts = KindFacts {
    id: "device-attestation",
    name: "device attestation",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const DIDCOMM_MESSAGE: KindFacts = KindFacts {
    id: "didcomm-message",
    name: "DIDComm message",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const ENTITY_ATTESTATION: KindFacts = KindFacts {
    id: "entity-attestation",
    name: "entity attestation token (EAT)",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const KEY_ATTESTATION: KindFacts = KindFacts {
    id: "key-attestation",
    name: "attestation of keys",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "OpenID4VCI 1.0 appendix D.1",
        only_if_typed: None,
        list: &[claim("iat"), claim("attested_keys")],
    }),
    claims: &[],
};

pub(super) const KEY_BINDING_JWT: KindFacts = KindFacts {
    id: "key-binding-jwt",
    name: "key binding token of an SD-JWT",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "RFC 9901 section 4.3",
        only_if_typed: None,
        list: &[typ("kb+jwt"), claim("iat"), claim("aud"), claim("nonce")],
    }),
    claims: &[],
};

pub(super) const ONBOARDING_VOUCHER: KindFacts = KindFacts {
    id: "onboarding-voucher",
    name: "onboarding voucher (BRSKI)",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const RESEARCHER_PASSPORT: KindFacts = KindFacts {
    id: "researcher-passport",
    name: "researcher's passport (GA4GH)",
    expiry: Expiry::Needed,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const RESEARCHER_VISA: KindFacts = KindFacts {
    id: "researcher-visa",
    name: "researcher's visa (GA4GH)",
    expiry: Expiry::Needed,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const SD_JWT: KindFacts = KindFacts {
    id: "sd-jwt",
    name: "token with selective disclosure (SD-JWT)",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const SD_JWT_VC: KindFacts = KindFacts {
    id: "sd-jwt-vc",
    name: "digital credential (SD-JWT VC)",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands { document: "SD-JWT VC section 2.2.2", only_if_typed: None, list: &[claim("vct")] }),
    claims: &[],
};

pub(super) const SMART_HEALTH_CARD: KindFacts = KindFacts {
    id: "smart-health-card",
    name: "SMART Health Card",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const STATUS_LIST: KindFacts = KindFacts {
    id: "status-list",
    name: "list of token states",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "Token Status List section 5.1",
        only_if_typed: None,
        list: &[typ("statuslist+jwt"), claim("sub"), claim("iat"), claim("status_list")],
    }),
    claims: &[],
};

pub(super) const VERIFIABLE_CREDENTIAL: KindFacts = KindFacts {
    id: "verifiable-credential",
    name: "verifiable credential",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const VERIFIABLE_PRESENTATION: KindFacts = KindFacts {
    id: "verifiable-presentation",
    name: "verifiable presentation",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const VERIFIER_ATTESTATION: KindFacts = KindFacts {
    id: "verifier-attestation",
    name: "verifier attestation",
    expiry: Expiry::Needed,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "OpenID4VP 1.0 section 12",
        only_if_typed: None,
        list: &[claim("iss"), claim("sub"), claim("exp"), claim("cnf")],
    }),
    claims: &[],
};
