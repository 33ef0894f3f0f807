//! Auth0, Okta and Keycloak.

use inspect::jose::issuers::KnownIssuer;

use super::ServiceProfile;
use super::filled::{WITH_PUBLIC_KEY, algorithm, issuer, open_audience, signed, with_text};
use crate::{Expectations, said};

pub(super) const AUTH0: ServiceProfile = ServiceProfile {
    id: "auth0",
    name: "Auth0 access token",
    reference: "https://auth0.com/docs/secure/tokens/access-tokens/validate-access-tokens",
    note: "Fill in the identifier of your API; the issuer ends with a slash. A client that asks without `audience` \
           gets an access token that is no signed JWT, unless the tenant has a default audience.",
    expectations: |token| {
        let issuer = issuer(token, &[KnownIssuer::Auth0], "https://<tenant>.auth0.com/");
        // Those that Auth0's Management API offers for an API.
        let algorithm = algorithm(token, &["RS256", "HS256", "PS256", "RS512"]);
        signed(vec![issuer], open_audience(token, "API identifier"), algorithm)
    },
};

pub(super) const OKTA_CUSTOM: ServiceProfile = ServiceProfile {
    id: "okta",
    name: "Okta, custom authorization server",
    reference: "https://developer.okta.com/docs/guides/validate-access-tokens/",
    note: "Fill in the audience that is set in the settings of the authorization server. Access tokens of the org \
           authorization server, whose issuer has no `/oauth2/`, are for Okta alone.",
    expectations: |token| {
        let form = "https://<org>.okta.com/oauth2/<authorization server ID>";
        let issuer = issuer(token, &[KnownIssuer::OktaCustom], form);
        signed(vec![issuer], open_audience(token, "audience"), "RS256")
    },
};

pub(super) const OKTA_ORG: ServiceProfile = ServiceProfile {
    id: "okta-org",
    name: "Okta, org authorization server (for Okta alone)",
    reference: "https://developer.okta.com/docs/guides/validate-access-tokens/",
    note: "Do not check these access tokens in a service of your own: Okta wants them treated as opaque, and their \
           content can change. Use a custom authorization server for your API.",
    expectations: |token| {
        let issuer = issuer(token, &[KnownIssuer::OktaOrg], "https://<org>.okta.com");
        signed(vec![issuer.clone()], vec![issuer], "RS256")
    },
};

/// The claim `typ` is what Keycloak's own `TokenVerifier` checks, with `Bearer` unless it is told otherwise.
pub(super) const KEYCLOAK: ServiceProfile = ServiceProfile {
    id: "keycloak",
    name: "Keycloak access token",
    reference: "https://www.keycloak.org/docs/latest/server_admin/index.html#audience-support",
    note: "Fill in the audience, usually the client ID of your service, which Keycloak adds only by a client role or an \
           Audience mapper. The claim `typ` is `Bearer` in access tokens, or `DPoP` if they are bound to a key, and `ID` in \
           ID tokens.",
    expectations: |token| {
        let issuer = issuer(token, &[KnownIssuer::Keycloak], "https://<host>/realms/<realm>");
        let typ = said::text_claim(token, "typ").filter(|typ| *typ == "DPoP").unwrap_or("Bearer");
        Expectations {
            claims: vec![with_text("typ", typ)],
            ..signed(vec![issuer], open_audience(token, "service"), algorithm(token, WITH_PUBLIC_KEY))
        }
    },
};
