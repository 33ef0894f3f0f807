//! What the standards themselves expect: OpenID Connect of ID tokens, RFC 9068 of access tokens.

use super::said_claims::present;
use super::{LEEWAY, ServiceProfile, texts};
use crate::Expectations;

pub(super) const OIDC_ID_TOKEN: ServiceProfile = ServiceProfile {
    id: "oidc-id-token",
    name: "OpenID Connect ID token",
    reference: "https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation",
    note: "Write the issuer's address and your client ID. An ID token is for the client that asked for it: an API should get an access \
           token instead. If the client sent a `nonce`, it also compares that one.",
    expectations: |_| Expectations {
        audiences: texts(&["<client id>"]),
        // OpenID Connect Core 1.0 section 2.
        claims: ["sub", "exp", "iat"].map(present).into(),
        leeway: LEEWAY,
        ..Expectations::default()
    },
};

pub(super) const RFC_9068: ServiceProfile = ServiceProfile {
    id: "rfc-9068",
    name: "OAuth 2.0 access token (RFC 9068)",
    reference: "https://www.rfc-editor.org/rfc/rfc9068#section-4",
    note: "Write the issuer and the identifier of your API as audience. Many issuers do not follow RFC 9068: their `typ` is `JWT`.",
    expectations: |_| Expectations {
        types: texts(&["at+jwt"]),
        // Section 2.2.
        claims: ["exp", "sub", "client_id", "iat", "jti"].map(present).into(),
        leeway: LEEWAY,
        ..Expectations::default()
    },
};
