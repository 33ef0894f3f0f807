//! Google's ID tokens, and those of Firebase Authentication.

use super::said_claims::{SaidClaims, present};
use super::{LEEWAY, ServiceProfile, texts};
use crate::Expectations;

pub(super) const GOOGLE: ServiceProfile = ServiceProfile {
    id: "google",
    name: "Google ID token",
    reference: "https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken",
    note: "Write your client ID as audience. Google writes its issuer in two ways: expect both.",
    expectations: |_| Expectations {
        issuers: texts(&["https://accounts.google.com", "accounts.google.com"]),
        audiences: texts(&["<client id>.apps.googleusercontent.com"]),
        algorithms: texts(&["RS256"]),
        claims: ["sub", "exp", "iat"].map(present).into(),
        leeway: LEEWAY,
        ..Expectations::default()
    },
};

pub(super) const FIREBASE: ServiceProfile = ServiceProfile {
    id: "firebase",
    name: "Firebase ID token",
    reference: "https://firebase.google.com/docs/auth/admin/verify-id-tokens#verify_id_tokens_using_a_third-party_jwt_library",
    note: "Write your project ID in the issuer and as audience. Session cookies and custom tokens of Firebase have other issuers and other \
           keys.",
    expectations: |token| Expectations {
        issuers: SaidClaims::of(token).issuer(&["https://securetoken.google.com/<project id>"]),
        audiences: texts(&["<project id>"]),
        algorithms: texts(&["RS256"]),
        claims: ["sub", "exp", "iat", "auth_time"].map(present).into(),
        leeway: LEEWAY,
        ..Expectations::default()
    },
};
