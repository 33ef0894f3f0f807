//! Identity services whose access tokens are for an API of the reader's: Auth0, Okta, Keycloak.

use super::said_claims::{SaidClaims, equal};
use super::{LEEWAY, ServiceProfile, texts};
use crate::Expectations;

pub(super) const AUTH0: ServiceProfile = ServiceProfile {
    id: "auth0",
    name: "Auth0 access token",
    reference: "https://auth0.com/docs/secure/tokens/access-tokens/validate-access-tokens",
    note: "Write your domain in the issuer, with the slash at its end, and the identifier of your API as audience. A client that asks without \
           `audience` gets a token that only Auth0 can read.",
    expectations: |token| Expectations {
        issuers: SaidClaims::of(token).issuer(&["https://<tenant>.auth0.com/"]),
        algorithms: texts(&["RS256"]),
        leeway: LEEWAY,
        ..Expectations::default()
    },
};

pub(super) const OKTA: ServiceProfile = ServiceProfile {
    id: "okta",
    name: "Okta access token",
    reference: "https://developer.okta.com/docs/guides/validate-access-tokens/",
    note: "Write your domain and authorization server in the issuer, and the server's audience, which is `api://default` unless it was changed.",
    expectations: |token| Expectations {
        issuers: SaidClaims::of(token).issuer(&["https://<domain>/oauth2/<server>"]),
        algorithms: texts(&["RS256"]),
        leeway: LEEWAY,
        ..Expectations::default()
    },
};

pub(super) const OKTA_ORG: ServiceProfile = ServiceProfile {
    id: "okta-org",
    name: "Okta access token of the org server",
    reference: "https://developer.okta.com/docs/concepts/auth-servers/",
    note: "Access tokens of the org server are for Okta's own APIs, and only Okta should check them. For an API of your own use a custom \
           authorization server, whose issuer has `/oauth2/`.",
    expectations: |token| Expectations {
        issuers: SaidClaims::of(token).issuer(&["https://<domain>"]),
        audiences: SaidClaims::of(token).issuer(&["https://<domain>"]),
        algorithms: texts(&["RS256"]),
        leeway: LEEWAY,
        ..Expectations::default()
    },
};

pub(super) const KEYCLOAK: ServiceProfile = ServiceProfile {
    id: "keycloak",
    name: "Keycloak access token",
    reference: "https://www.keycloak.org/docs/latest/server_admin/#audience-support",
    note: "Write your host and realm in the issuer, which is the address by which the client reached Keycloak, and the client of your API as \
           audience: it stands in `aud` only once an audience mapper puts it there.",
    expectations: |token| Expectations {
        issuers: SaidClaims::of(token).issuer(&[
            "https://<host>/realms/<realm>",
            "https://<host>/auth/realms/<realm>",
            "http://<host>/realms/<realm>",
            "http://<host>/auth/realms/<realm>",
        ]),
        audiences: texts(&["<client id>"]),
        algorithms: texts(&["RS256"]),
        claims: vec![equal("typ", "Bearer")],
        leeway: LEEWAY,
        ..Expectations::default()
    },
};
