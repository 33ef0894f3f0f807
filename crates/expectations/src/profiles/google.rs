//! Google and Firebase Authentication.

use super::ServiceProfile;
use super::filled::{required, signed};
use crate::{Expectations, said};

pub(super) const GOOGLE: ServiceProfile = ServiceProfile {
    id: "google",
    name: "Google ID token",
    reference: "https://developers.google.com/identity/gsi/web/guides/verify-google-id-token",
    note: "Fill in the client ID of your app. Google writes its issuer in two ways, so both are expected; to take \
           accounts of one organization alone, check `hd` too.",
    expectations: |_| {
        let issuers = ["https://accounts.google.com", "accounts.google.com"].map(str::to_owned).into();
        signed(issuers, vec!["<client ID>".to_owned()], "RS256")
    },
};

pub(super) const FIREBASE: ServiceProfile = ServiceProfile {
    id: "firebase",
    name: "Firebase Authentication",
    reference: "https://firebase.google.com/docs/auth/admin/verify-id-tokens",
    note: "Check that the project is yours: its ID stands in the issuer and is the audience. Session cookies have \
           another issuer and other keys.",
    expectations: |token| {
        let said = said::text_claim(token, "iss").and_then(|iss| iss.strip_prefix("https://securetoken.google.com/"));
        let project = said.filter(|project| !project.is_empty() && !project.contains('/')).unwrap_or("<project>");
        let issuer = format!("https://securetoken.google.com/{project}");
        Expectations {
            claims: ["sub", "exp", "iat", "auth_time"].map(required).into(),
            ..signed(vec![issuer], vec![project.to_owned()], "RS256")
        }
    },
};
