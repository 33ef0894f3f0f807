//! User pools of Amazon Cognito, whose two tokens name the client in different claims.

use super::said_claims::{SaidClaims, equal};
use super::{LEEWAY, ServiceProfile, texts};
use crate::Expectations;

const REFERENCE: &str = "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html";
const ISSUER: &str = "https://cognito-idp.<region>.amazonaws.com/<user pool id>";

pub(super) const COGNITO_ID: ServiceProfile = ServiceProfile {
    id: "cognito-id",
    name: "Amazon Cognito ID token",
    reference: REFERENCE,
    note: "Write your region, user pool and client ID.",
    expectations: |token| Expectations {
        issuers: SaidClaims::of(token).issuer(&[ISSUER]),
        audiences: texts(&["<client id>"]),
        algorithms: texts(&["RS256"]),
        claims: vec![equal("token_use", "id")],
        leeway: LEEWAY,
        ..Expectations::default()
    },
};

pub(super) const COGNITO_ACCESS: ServiceProfile = ServiceProfile {
    id: "cognito-access",
    name: "Amazon Cognito access token",
    reference: REFERENCE,
    note: "Write your region, user pool and client ID. Unless the client asked for a resource server by its name, these tokens have no `aud`: \
           a service compares `client_id`.",
    expectations: |token| Expectations {
        issuers: SaidClaims::of(token).issuer(&[ISSUER]),
        algorithms: texts(&["RS256"]),
        claims: vec![equal("token_use", "access"), equal("client_id", "<client id>")],
        leeway: LEEWAY,
        ..Expectations::default()
    },
};
