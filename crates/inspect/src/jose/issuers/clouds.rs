//! Clouds and large platforms beside those of `platforms`.

use super::IssuerFacts;
use crate::jose::kinds::Expiry;
use crate::jose::lifetimes::{AcceptedLifetime, CountedFrom, HOUR};
use crate::jose::special_claims as claims;

pub(super) const AWS_IDENTITY_CENTER: IssuerFacts =
    IssuerFacts::named("aws-identity-center", "AWS IAM Identity Center").with_claims(&[claims::AWS_IDENTITY_CENTER]);

/// It writes `exp` into the header.
pub(super) const AWS_VERIFIED_ACCESS: IssuerFacts = IssuerFacts {
    expiry: Some(Expiry::Elsewhere),
    ..IssuerFacts::named("aws-verified-access", "AWS Verified Access").with_private_key()
};

pub(super) const AZURE_COMMUNICATION: IssuerFacts =
    IssuerFacts::named("azure-communication", "Azure Communication Services")
        .with_claims(&[claims::AZURE_COMMUNICATION]);

pub(super) const AZURE_CONTAINER_REGISTRY: IssuerFacts =
    IssuerFacts::named("azure-container-registry", "Azure Container Registry").with_private_key();

pub(super) const BOT_FRAMEWORK: IssuerFacts =
    IssuerFacts::named("bot-framework", "the Microsoft Bot Framework").with_private_key();

pub(super) const COGNITO_IDENTITY: IssuerFacts =
    IssuerFacts::named("cognito-identity", "Amazon Cognito identity pools")
        .with_private_key()
        .with_claims(&[claims::COGNITO_IDENTITY]);

pub(super) const FIREBASE_APP_CHECK: IssuerFacts = IssuerFacts::named("firebase-app-check", "Firebase App Check")
    .with_private_key()
    .with_claims(&[claims::FIREBASE_APP_CHECK]);

pub(super) const GOOGLE_CHAT: IssuerFacts =
    IssuerFacts::named("google-chat", "Google Chat").with_private_key().with_claims(&[claims::GOOGLE_CHAT]);

pub(super) const GOOGLE_WALLET: IssuerFacts =
    IssuerFacts::named("google-wallet", "Google Wallet").with_claims(&[claims::GOOGLE_WALLET]);

pub(super) const INTEL_TRUST_AUTHORITY: IssuerFacts =
    IssuerFacts::named("intel-trust-authority", "Intel Trust Authority").with_private_key();

pub(super) const NVIDIA_ATTESTATION: IssuerFacts =
    IssuerFacts::named("nvidia-attestation", "NVIDIA's attestation service").with_private_key();

pub(super) const SALESFORCE: IssuerFacts =
    IssuerFacts::named("salesforce", "Salesforce").with_private_key().with_claims(&[claims::SALESFORCE]);

pub(super) const SNOWFLAKE: IssuerFacts =
    IssuerFacts::named("snowflake", "Snowflake").with_claims(&[claims::SNOWFLAKE]).with_limit(AcceptedLifetime {
        who_accepts: "Snowflake accepts",
        seconds: HOUR,
        at_least: None,
        counted_from: CountedFrom::Issue,
        document: "Snowflake, \"Authenticating to the SQL API\"",
    });
