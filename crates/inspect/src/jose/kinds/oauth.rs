//! Tokens of OAuth 2.0 and GNAP: access, refresh, grants, client authentication, requests and answers.

use super::{Expiry, KindFacts};
use crate::jose::demands::{Demands, claim, forbidden, header_parameter, private_key, typ};
use crate::jose::lifetimes::{A_DAY, AdvisedLifetime, DAY, HOUR, Lifetime, MINUTE, RuleSource};
use crate::jose::possession::Possession;
use crate::jose::{keeping, special_claims as claims};

pub(super) const ACCESS_TOKEN: KindFacts = KindFacts {
    id: "access-token",
    name: "access token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::ACCESS_TOKEN),
    demands: None,
    claims: &[],
};

pub(super) const AUTHORIZATION_RESPONSE: KindFacts = KindFacts {
    id: "authorization-response",
    name: "OAuth 2.0 authorization response (JARM)",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

/// RFC 7523 names no number. Microsoft advises 5 to 10 minutes for assertions that Entra receives.
pub(super) const CLIENT_ASSERTION: KindFacts = KindFacts {
    id: "client-assertion",
    name: "OAuth 2.0 client assertion",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(AdvisedLifetime {
        words: "ten minutes at most",
        notice_over: 10 * MINUTE,
        warning_over: Some(HOUR),
        source: RuleSource::OwnJudgement,
    }),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::USED_ONCE),
    demands: Some(Demands {
        document: "RFC 7523 section 3",
        only_if_typed: Some("client-authentication+jwt"),
        list: &[claim("iss"), claim("sub"), claim("aud"), claim("exp")],
    }),
    claims: &[],
};

pub(super) const CLIENT_ATTESTATION: KindFacts = KindFacts {
    id: "client-attestation",
    name: "OAuth 2.0 client attestation",
    expiry: Expiry::Needed,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "OAuth 2.0 Attestation-Based Client Authentication",
        only_if_typed: None,
        list: &[claim("sub"), claim("exp"), claim("cnf")],
    }),
    claims: &[],
};

pub(super) const CLIENT_ATTESTATION_PROOF: KindFacts = KindFacts {
    id: "client-attestation-proof",
    name: "proof that goes with a client attestation",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "OAuth 2.0 Attestation-Based Client Authentication",
        only_if_typed: None,
        list: &[claim("aud"), claim("jti"), claim("iat")],
    }),
    claims: &[],
};

pub(super) const CLIENT_SECRET: KindFacts = KindFacts {
    id: "client-secret",
    name: "OAuth 2.0 client secret in the form of a token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::CLIENT_SECRET),
    demands: None,
    claims: &[],
};

pub(super) const DPOP_PROOF: KindFacts = KindFacts {
    id: "dpop-proof",
    name: "DPoP proof",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "RFC 9449 section 4.2",
        only_if_typed: None,
        list: &[
            typ("dpop+jwt"),
            claim("jti"),
            claim("htm"),
            claim("htu"),
            claim("iat"),
            header_parameter("jwk"),
            private_key(),
        ],
    }),
    claims: &[],
};

pub(super) const GNAP_PROOF: KindFacts = KindFacts {
    id: "gnap-proof",
    name: "GNAP key proof",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const IDENTITY_ASSERTION_GRANT: KindFacts = KindFacts {
    id: "identity-assertion-grant",
    name: "identity assertion grant",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::USED_ONCE),
    demands: Some(Demands {
        document: "Identity Assertion JWT Authorization Grant",
        only_if_typed: None,
        list: &[claim("iss"), claim("sub"), claim("aud"), claim("exp"), claim("iat"), claim("jti"), claim("client_id")],
    }),
    claims: &[],
};

pub(super) const JWT_BEARER_GRANT: KindFacts = KindFacts {
    id: "jwt-bearer-grant",
    name: "OAuth 2.0 JWT bearer grant",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(AdvisedLifetime {
        words: "an hour at most",
        notice_over: HOUR,
        warning_over: Some(DAY),
        source: RuleSource::OwnJudgement,
    }),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::USED_ONCE),
    demands: Some(Demands {
        document: "RFC 7523 section 3",
        only_if_typed: Some("authorization-grant+jwt"),
        list: &[claim("iss"), claim("sub"), claim("aud"), claim("exp")],
    }),
    claims: &[],
};

/// RFC 9068 requires `sub`, `client_id`, `iat` and `jti` as well, but widely used servers leave some of them out, and
/// services seldom need them.
///
/// RFC 6750 section 5.3 asks for an hour at most. Some issuers give access tokens 75 minutes on average, or 28 hours if
/// the client can be told at once that a token was revoked: both are counted as ordinary.
pub(super) const OAUTH_ACCESS_TOKEN: KindFacts = KindFacts {
    id: "oauth-access-token",
    name: "OAuth 2.0 access token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(AdvisedLifetime {
        words: "an hour at most",
        notice_over: 90 * MINUTE,
        warning_over: Some(30 * HOUR),
        source: RuleSource::Document("RFC 6750 section 5.3"),
    }),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::ACCESS_TOKEN),
    demands: Some(Demands {
        document: "RFC 9068 section 2.2",
        only_if_typed: Some("at+jwt"),
        list: &[
            claim("iss"),
            claim("exp"),
            claim("aud"),
            claim("sub").advised(),
            claim("client_id").advised(),
            claim("iat").advised(),
            claim("jti").advised(),
        ],
    }),
    claims: &[],
};

pub(super) const REFRESH_TOKEN: KindFacts = KindFacts {
    id: "refresh-token",
    name: "refresh token",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::Advised(AdvisedLifetime {
        words: "some weeks",
        notice_over: 90 * DAY,
        warning_over: Some(366 * DAY),
        source: RuleSource::OwnJudgement,
    }),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::REFRESH_TOKEN),
    demands: None,
    claims: &[],
};

pub(super) const REQUEST_OBJECT: KindFacts = KindFacts {
    id: "request-object",
    name: "OAuth 2.0 request object (JAR)",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::Advised(AdvisedLifetime {
        words: "an hour at most",
        notice_over: HOUR,
        warning_over: Some(DAY),
        source: RuleSource::Document("Financial-grade API 1.0 part 2 section 5.2.2"),
    }),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "RFC 9101 section 4",
        only_if_typed: None,
        list: &[claim("client_id"), forbidden("request"), forbidden("request_uri")],
    }),
    claims: &[claims::REQUEST_OBJECT],
};

pub(super) const REVOCATION_REQUEST: KindFacts = KindFacts {
    id: "revocation-request",
    name: "request to revoke all tokens",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const SIGNED_HTTP_REQUEST: KindFacts = KindFacts {
    id: "signed-http-request",
    name: "signed HTTP request with its access token (PoP)",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[claims::SIGNED_HTTP_REQUEST],
};

pub(super) const SOFTWARE_STATEMENT: KindFacts = KindFacts {
    id: "software-statement",
    name: "software statement",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const TOKEN_INTROSPECTION_RESPONSE: KindFacts = KindFacts {
    id: "token-introspection-response",
    name: "token introspection response",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "RFC 9701 section 5",
        only_if_typed: None,
        list: &[
            typ("token-introspection+jwt"),
            claim("iss"),
            claim("aud"),
            claim("iat"),
            claim("token_introspection"),
            forbidden("sub").recommended(),
            forbidden("exp").recommended(),
        ],
    }),
    claims: &[],
};

pub(super) const TRANSACTION_TOKEN: KindFacts = KindFacts {
    id: "transaction-token",
    name: "transaction token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::BETWEEN_MACHINES),
    demands: Some(Demands {
        document: "Transaction Tokens",
        only_if_typed: None,
        list: &[claim("aud"), claim("iat"), claim("exp"), claim("txn"), claim("sub"), claim("scope"), claim("req_wl")],
    }),
    claims: &[],
};
