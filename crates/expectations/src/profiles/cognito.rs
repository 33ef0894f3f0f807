//! Amazon Cognito user pools.

use decode::Token;
use inspect::jose::issuers::KnownIssuer;

use super::ServiceProfile;
use super::filled::{issuer, signed, with_text};
use crate::Expectations;

pub(super) const ID: ServiceProfile = ServiceProfile {
    id: "cognito-id",
    name: "Amazon Cognito ID token",
    reference: REFERENCE,
    note: "Fill in the ID of your app client. Check `token_use`: both kinds of token come from one issuer.",
    expectations: |token| Expectations {
        claims: vec![with_text("token_use", "id")],
        ..signed(vec![pool(token)], vec!["<app client ID>".to_owned()], "RS256")
    },
};

pub(super) const ACCESS: ServiceProfile = ServiceProfile {
    id: "cognito-access",
    name: "Amazon Cognito access token",
    reference: REFERENCE,
    note: "Fill in the ID of your app client. It stands in `client_id`, since these tokens usually have no `aud`.",
    expectations: |token| Expectations {
        claims: vec![with_text("token_use", "access"), with_text("client_id", "<app client ID>")],
        ..signed(vec![pool(token)], Vec::new(), "RS256")
    },
};

const REFERENCE: &str = "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html";

fn pool(token: &Token) -> String {
    issuer(token, &[KnownIssuer::Cognito], "https://cognito-idp.<region>.amazonaws.com/<user pool ID>")
}
