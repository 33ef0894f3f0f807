//! Apps and services whose tokens have a form of their own.

use super::IssuerFacts;
use crate::jose::kinds::Expiry;
use crate::jose::lifetimes::{AcceptedLifetime, CountedFrom, MINUTE};
use crate::jose::special_claims as claims;

/// Adobe writes `created_at` and `expires_in`, in milliseconds and as text, instead of `exp`.
pub(super) const ADOBE_IMS: IssuerFacts = IssuerFacts {
    expiry: Some(Expiry::Elsewhere),
    ..IssuerFacts::named("adobe-ims", "Adobe").with_private_key().with_claims(&[claims::ADOBE_IMS])
};

pub(super) const ARGO_CD: IssuerFacts = IssuerFacts::named("argo-cd", "Argo CD").with_claims(&[claims::ARGO_CD]);

pub(super) const ATLASSIAN_FORGE: IssuerFacts =
    IssuerFacts::named("atlassian-forge", "Atlassian Forge").with_private_key().with_claims(&[claims::ATLASSIAN_FORGE]);

pub(super) const AUTH_JS: IssuerFacts = IssuerFacts::named("authjs", "Auth.js (NextAuth)");

pub(super) const BOX_APP: IssuerFacts = IssuerFacts::named("box", "Box apps")
    .with_private_key()
    .with_claims(&[claims::BOX_APP])
    .with_limit(AcceptedLifetime {
        who_accepts: "Box accepts",
        seconds: MINUTE,
        at_least: None,
        counted_from: CountedFrom::Receipt,
        document: "Box, \"JWT without SDK\"",
    });

pub(super) const DIRECTUS: IssuerFacts = IssuerFacts::named("directus", "Directus").with_claims(&[claims::DIRECTUS]);

pub(super) const GHOST: IssuerFacts = IssuerFacts::named("ghost", "the Ghost Admin API").with_limit(AcceptedLifetime {
    who_accepts: "Ghost accepts",
    seconds: 5 * MINUTE,
    at_least: None,
    counted_from: CountedFrom::Issue,
    document: "Ghost, \"Admin API: Token authentication\"",
});

pub(super) const HARBOR: IssuerFacts = IssuerFacts::named("harbor", "Harbor").with_private_key();

pub(super) const JITSI_JAAS: IssuerFacts =
    IssuerFacts::named("jitsi-jaas", "Jitsi as a Service").with_private_key().with_claims(&[claims::JITSI_JAAS]);

pub(super) const METABASE: IssuerFacts = IssuerFacts::named("metabase", "Metabase").with_claims(&[claims::METABASE]);

pub(super) const POCKETBASE: IssuerFacts =
    IssuerFacts::named("pocketbase", "PocketBase").with_claims(&[claims::POCKETBASE]);

pub(super) const TWITCH_EXTENSION: IssuerFacts =
    IssuerFacts::named("twitch-extension", "Twitch extensions").with_claims(&[claims::TWITCH_EXTENSION]);
