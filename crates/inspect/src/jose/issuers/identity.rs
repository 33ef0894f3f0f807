//! Issuers that sign users in.

use super::IssuerFacts;
use crate::jose::demands::{Demands, algorithms, claim, header_parameter};
use crate::jose::lifetimes::{AcceptedLifetime, CountedFrom, DAY, HOUR};
use crate::jose::possession::Possession;
use crate::jose::special_claims as claims;

pub(super) const ADFS: IssuerFacts = IssuerFacts {
    id: "adfs",
    name: "Active Directory Federation Services",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const APPLE: IssuerFacts = IssuerFacts {
    id: "apple",
    name: "Apple",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::APPLE],
};

pub(super) const APPLE_CLIENT_SECRET: IssuerFacts = IssuerFacts {
    id: "apple-client-secret",
    name: "Sign in with Apple",
    signs_with_private_key: false,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "Apple accepts",
        seconds: 15_777_000,
        at_least: None,
        counted_from: CountedFrom::Receipt,
        document: "Apple, \"Creating a client secret\"",
    }),
    expiry: None,
    possession: None,
    demands: Some(Demands {
        document: "Apple's documentation",
        only_if_typed: None,
        list: &[claim("iat"), claim("exp"), header_parameter("kid")],
    }),
    claims: &[claims::APPLE_CLIENT_SECRET],
};

pub(super) const AUTH0: IssuerFacts = IssuerFacts {
    id: "auth0",
    name: "Auth0",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::AUTH0],
};

pub(super) const AZURE_B2C: IssuerFacts = IssuerFacts {
    id: "azure-b2c",
    name: "Azure AD B2C",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::AZURE_B2C],
};

pub(super) const CLERK: IssuerFacts = IssuerFacts {
    id: "clerk",
    name: "Clerk",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::CLERK],
};

pub(super) const COGNITO: IssuerFacts = IssuerFacts {
    id: "cognito",
    name: "Amazon Cognito",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: Some(Demands {
        document: "Amazon's documentation",
        only_if_typed: None,
        list: &[claim("token_use").recommended()],
    }),
    claims: &[claims::COGNITO],
};

pub(super) const ENTRA_EXTERNAL: IssuerFacts = IssuerFacts {
    id: "entra-external",
    name: "Microsoft Entra External ID",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::ENTRA],
};

pub(super) const ENTRA_GRAPH: IssuerFacts = IssuerFacts {
    id: "entra-graph",
    name: "Microsoft Entra ID",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::ENTRA],
};

pub(super) const ENTRA_V1: IssuerFacts = IssuerFacts {
    id: "entra-v1",
    name: "Microsoft Entra ID",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::ENTRA],
};

pub(super) const ENTRA_V2: IssuerFacts = IssuerFacts {
    id: "entra-v2",
    name: "Microsoft Entra ID",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::ENTRA],
};

pub(super) const FIREBASE: IssuerFacts = IssuerFacts {
    id: "firebase",
    name: "Firebase Authentication",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: Some(Demands {
        document: "Firebase's documentation",
        only_if_typed: None,
        list: &[
            claim("sub"),
            claim("aud"),
            claim("exp"),
            claim("iat"),
            claim("auth_time"),
            header_parameter("kid"),
            algorithms(&["RS256"]),
        ],
    }),
    claims: &[claims::FIREBASE],
};

pub(super) const FIREBASE_CUSTOM: IssuerFacts = IssuerFacts {
    id: "firebase-custom",
    name: "Firebase Authentication",
    signs_with_private_key: true,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "Firebase accepts",
        seconds: HOUR,
        at_least: None,
        counted_from: CountedFrom::Issue,
        document: "Firebase, \"Create custom tokens\"",
    }),
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::FIREBASE_CUSTOM],
};

pub(super) const FIREBASE_EMULATOR: IssuerFacts = IssuerFacts {
    id: "firebase-emulator",
    name: "the Firebase emulator",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::FIREBASE],
};

pub(super) const FIREBASE_SESSION: IssuerFacts = IssuerFacts {
    id: "firebase-session",
    name: "Firebase Authentication",
    signs_with_private_key: true,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "Firebase accepts",
        seconds: 14 * DAY,
        at_least: None,
        counted_from: CountedFrom::Issue,
        document: "Firebase, \"Manage session cookies\"",
    }),
    expiry: None,
    possession: None,
    demands: Some(Demands {
        document: "Firebase's documentation",
        only_if_typed: None,
        list: &[
            claim("sub"),
            claim("aud"),
            claim("exp"),
            claim("iat"),
            claim("auth_time"),
            header_parameter("kid"),
            algorithms(&["RS256"]),
        ],
    }),
    claims: &[claims::FIREBASE],
};

pub(super) const GITLAB: IssuerFacts = IssuerFacts {
    id: "gitlab",
    name: "GitLab",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const GOOGLE: IssuerFacts = IssuerFacts {
    id: "google",
    name: "Google",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::GOOGLE],
};

pub(super) const KEYCLOAK: IssuerFacts = IssuerFacts {
    id: "keycloak",
    name: "Keycloak",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::KEYCLOAK],
};

pub(super) const OKTA_CUSTOM: IssuerFacts = IssuerFacts {
    id: "okta-custom",
    name: "Okta",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::OKTA],
};

pub(super) const OKTA_ORG: IssuerFacts = IssuerFacts {
    id: "okta-org",
    name: "Okta",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::OKTA],
};

pub(super) const PINGFEDERATE: IssuerFacts = IssuerFacts {
    id: "pingfederate",
    name: "PingFederate",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const PINGONE: IssuerFacts = IssuerFacts {
    id: "pingone",
    name: "PingOne",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const SHOPIFY: IssuerFacts = IssuerFacts {
    id: "shopify",
    name: "Shopify",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const SUPABASE_ANON: IssuerFacts = IssuerFacts {
    id: "supabase-anon",
    name: "Supabase",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: Some(Possession::Published),
    demands: None,
    claims: &[claims::SUPABASE],
};

pub(super) const SUPABASE_SERVICE_ROLE: IssuerFacts = IssuerFacts {
    id: "supabase-service-role",
    name: "Supabase",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::SUPABASE],
};

pub(super) const SUPABASE_USER: IssuerFacts = IssuerFacts {
    id: "supabase-user",
    name: "Supabase",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::SUPABASE],
};

pub(super) const WORKOS: IssuerFacts = IssuerFacts {
    id: "workos",
    name: "WorkOS",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};
