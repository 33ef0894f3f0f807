//! Tokens that say who somebody is: OpenID Connect, federations, sessions, callers.

use super::{Expiry, KindFacts};
use crate::jose::demands::{Demands, MemberName, claim, forbidden, header_parameter, one_of, typ};
use crate::jose::lifetimes::{A_DAY, AdvisedLifetime, DAY, HOUR, Lifetime, MINUTE, RuleSource};
use crate::jose::possession::Possession;
use crate::jose::{keeping, special_claims as claims};

pub(super) const CUSTOM_TOKEN: KindFacts = KindFacts {
    id: "custom-token",
    name: "custom sign-in token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::USED_ONCE),
    demands: None,
    claims: &[],
};

pub(super) const ENTITY_STATEMENT: KindFacts = KindFacts {
    id: "entity-statement",
    name: "OpenID Federation entity statement",
    expiry: Expiry::Needed,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "OpenID Federation 1.0 section 3.1",
        only_if_typed: None,
        list: &[
            typ("entity-statement+jwt"),
            claim("iss"),
            claim("sub"),
            claim("iat"),
            claim("exp"),
            header_parameter("kid"),
        ],
    }),
    claims: &[],
};

pub(super) const FEDERATION_RESPONSE: KindFacts = KindFacts {
    id: "federation-response",
    name: "OpenID Federation response",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const FLASK_SESSION: KindFacts = KindFacts {
    id: "flask-session",
    name: "Flask session cookie, which is no JWT",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const LARAVEL_COOKIE: KindFacts = KindFacts {
    id: "laravel-cookie",
    name: "encrypted Laravel cookie, which is no JWT",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const LTI_MESSAGE: KindFacts = KindFacts {
    id: "lti-message",
    name: "message of a learning platform or tool (LTI)",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[claims::LTI_MESSAGE],
};

pub(super) const OIDC_ID_TOKEN: KindFacts = KindFacts {
    id: "oidc-id-token",
    name: "OpenID Connect ID token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(AdvisedLifetime {
        words: "a day at most",
        notice_over: DAY,
        warning_over: Some(30 * DAY),
        source: RuleSource::OwnJudgement,
    }),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::ID_TOKEN),
    demands: Some(Demands {
        document: "OpenID Connect Core 1.0 section 2",
        only_if_typed: None,
        list: &[claim("iss"), claim("sub"), claim("aud"), claim("exp"), claim("iat")],
    }),
    claims: &[],
};

pub(super) const OIDC_LOGOUT_TOKEN: KindFacts = KindFacts {
    id: "oidc-logout-token",
    name: "OpenID Connect logout token",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::Advised(AdvisedLifetime {
        words: "two minutes at most",
        notice_over: 2 * MINUTE,
        warning_over: Some(HOUR),
        source: RuleSource::Document("OpenID Connect Back-Channel Logout 1.0 section 2.4"),
    }),
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "OpenID Connect Back-Channel Logout 1.0 section 2.4",
        only_if_typed: None,
        list: &[
            claim("iss"),
            claim("aud"),
            claim("iat"),
            claim("jti"),
            claim("events"),
            one_of(&[MemberName::Claim("sub"), MemberName::Claim("sid")]),
            claim("exp").recommended(),
            forbidden("nonce"),
        ],
    }),
    claims: &[],
};

pub(super) const PASSPORT: KindFacts = KindFacts {
    id: "passport",
    name: "PASSporT, a caller's identity",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "RFC 8225 section 4",
        only_if_typed: None,
        list: &[typ("passport"), claim("iat"), claim("orig"), claim("dest")],
    }),
    claims: &[],
};

pub(super) const PROVIDED_CLAIMS: KindFacts = KindFacts {
    id: "provided-claims",
    name: "set of provided claims",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};

pub(super) const PROXY_IDENTITY: KindFacts = KindFacts {
    id: "proxy-identity",
    name: "identity statement of a proxy",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::BETWEEN_MACHINES),
    demands: None,
    claims: &[],
};

pub(super) const SECURITY_EVENT_TOKEN: KindFacts = KindFacts {
    id: "security-event-token",
    name: "security event token",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "RFC 8417 section 2.2",
        only_if_typed: None,
        list: &[claim("iss"), claim("iat"), claim("jti"), claim("events"), forbidden("exp").advised()],
    }),
    claims: &[],
};

pub(super) const SESSION_TOKEN: KindFacts = KindFacts {
    id: "session-token",
    name: "session token",
    expiry: Expiry::Needed,
    lifetime: Lifetime::Advised(A_DAY),
    accepted_lifetime: None,
    possession: Possession::Bearer(&keeping::SESSION_TOKEN),
    demands: None,
    claims: &[],
};

pub(super) const TRUST_MARK: KindFacts = KindFacts {
    id: "trust-mark",
    name: "OpenID Federation trust mark",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: Some(Demands {
        document: "OpenID Federation 1.0 section 7.1",
        only_if_typed: None,
        list: &[
            typ("trust-mark+jwt"),
            claim("iss"),
            claim("sub"),
            claim("iat"),
            one_of(&[MemberName::Claim("trust_mark_type"), MemberName::Claim("id")]),
        ],
    }),
    claims: &[],
};

pub(super) const USERINFO_RESPONSE: KindFacts = KindFacts {
    id: "userinfo-response",
    name: "userinfo response",
    expiry: Expiry::NotNeeded,
    lifetime: Lifetime::NotAdvised,
    accepted_lifetime: None,
    possession: Possession::NotBearer,
    demands: None,
    claims: &[],
};
