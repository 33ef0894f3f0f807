//! Well-known issuers and platforms, and what is known of each: one row an issuer.

mod identity;
mod platforms;

use super::demands::Demands;
use super::lifetimes::AcceptedLifetime;
use super::possession::Possession;
use super::special_claims::SpecialClaim;

/// A well-known issuer, or a platform whose tokens have a form of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownIssuer {
    Adfs,
    Apple,
    AppleClientSecret,
    AppleConnect,
    AppleMusic,
    ApplePush,
    AtlassianConnect,
    Auth0,
    AwsAlb,
    AwsSts,
    AzureB2c,
    Clerk,
    CloudflareAccess,
    Cognito,
    DockerRegistry,
    Eks,
    EntraExternal,
    EntraGraph,
    EntraV1,
    EntraV2,
    Firebase,
    FirebaseCustom,
    FirebaseEmulator,
    FirebaseSession,
    GithubActions,
    GithubApp,
    Gitlab,
    GitlabCi,
    Google,
    GoogleIap,
    GoogleServiceAccount,
    HomeAssistant,
    K8sBound,
    K8sLegacy,
    Keycloak,
    Livekit,
    Nats,
    OktaCustom,
    OktaOrg,
    Pingfederate,
    Pingone,
    Shopify,
    Spiffe,
    SupabaseAnon,
    SupabaseServiceRole,
    SupabaseUser,
    Twilio,
    Vault,
    Workos,
    Zendesk,
    Zoom,
    ZoomMeetingSdk,
    ZoomVideoSdk,
}

/// What is known of an issuer, whatever its tokens say themselves. It goes before what is known of their kinds.
#[derive(Debug)]
pub struct IssuerFacts {
    /// Stable, kebab-case, as in the report. Ids of one vendor begin alike: `entra-v1`, `entra-v2`. Products of one
    /// vendor may share an id.
    pub id: &'static str,
    /// As a sentence says it.
    pub name: &'static str,
    /// It signs with private keys alone, never with a shared secret.
    pub signs_with_private_key: bool,
    /// The longest lifetime that those who receive its tokens accept, where they set one.
    pub accepted_lifetime: Option<AcceptedLifetime>,
    /// Where that differs from other tokens of the same kind.
    pub possession: Option<Possession>,
    pub demands: Option<Demands>,
    /// Claims that mean something special in its tokens. The first list that has a claim counts.
    pub claims: &'static [&'static [SpecialClaim]],
}

impl KnownIssuer {
    /// Every issuer, sorted by name of the variant.
    pub const ALL: [Self; 53] = [
        Self::Adfs,
        Self::Apple,
        Self::AppleClientSecret,
        Self::AppleConnect,
        Self::AppleMusic,
        Self::ApplePush,
        Self::AtlassianConnect,
        Self::Auth0,
        Self::AwsAlb,
        Self::AwsSts,
        Self::AzureB2c,
        Self::Clerk,
        Self::CloudflareAccess,
        Self::Cognito,
        Self::DockerRegistry,
        Self::Eks,
        Self::EntraExternal,
        Self::EntraGraph,
        Self::EntraV1,
        Self::EntraV2,
        Self::Firebase,
        Self::FirebaseCustom,
        Self::FirebaseEmulator,
        Self::FirebaseSession,
        Self::GithubActions,
        Self::GithubApp,
        Self::Gitlab,
        Self::GitlabCi,
        Self::Google,
        Self::GoogleIap,
        Self::GoogleServiceAccount,
        Self::HomeAssistant,
        Self::K8sBound,
        Self::K8sLegacy,
        Self::Keycloak,
        Self::Livekit,
        Self::Nats,
        Self::OktaCustom,
        Self::OktaOrg,
        Self::Pingfederate,
        Self::Pingone,
        Self::Shopify,
        Self::Spiffe,
        Self::SupabaseAnon,
        Self::SupabaseServiceRole,
        Self::SupabaseUser,
        Self::Twilio,
        Self::Vault,
        Self::Workos,
        Self::Zendesk,
        Self::Zoom,
        Self::ZoomMeetingSdk,
        Self::ZoomVideoSdk,
    ];

    pub const fn facts(self) -> &'static IssuerFacts {
        match self {
            Self::Adfs => &identity::ADFS,
            Self::Apple => &identity::APPLE,
            Self::AppleClientSecret => &identity::APPLE_CLIENT_SECRET,
            Self::AppleConnect => &platforms::APPLE_CONNECT,
            Self::AppleMusic => &platforms::APPLE_MUSIC,
            Self::ApplePush => &platforms::APPLE_PUSH,
            Self::AtlassianConnect => &platforms::ATLASSIAN_CONNECT,
            Self::Auth0 => &identity::AUTH0,
            Self::AwsAlb => &platforms::AWS_ALB,
            Self::AwsSts => &platforms::AWS_STS,
            Self::AzureB2c => &identity::AZURE_B2C,
            Self::Clerk => &identity::CLERK,
            Self::CloudflareAccess => &platforms::CLOUDFLARE_ACCESS,
            Self::Cognito => &identity::COGNITO,
            Self::DockerRegistry => &platforms::DOCKER_REGISTRY,
            Self::Eks => &platforms::EKS,
            Self::EntraExternal => &identity::ENTRA_EXTERNAL,
            Self::EntraGraph => &identity::ENTRA_GRAPH,
            Self::EntraV1 => &identity::ENTRA_V1,
            Self::EntraV2 => &identity::ENTRA_V2,
            Self::Firebase => &identity::FIREBASE,
            Self::FirebaseCustom => &identity::FIREBASE_CUSTOM,
            Self::FirebaseEmulator => &identity::FIREBASE_EMULATOR,
            Self::FirebaseSession => &identity::FIREBASE_SESSION,
            Self::GithubActions => &platforms::GITHUB_ACTIONS,
            Self::GithubApp => &platforms::GITHUB_APP,
            Self::Gitlab => &identity::GITLAB,
            Self::GitlabCi => &platforms::GITLAB_CI,
            Self::Google => &identity::GOOGLE,
            Self::GoogleIap => &platforms::GOOGLE_IAP,
            Self::GoogleServiceAccount => &platforms::GOOGLE_SERVICE_ACCOUNT,
            Self::HomeAssistant => &platforms::HOME_ASSISTANT,
            Self::K8sBound => &platforms::K8S_BOUND,
            Self::K8sLegacy => &platforms::K8S_LEGACY,
            Self::Keycloak => &identity::KEYCLOAK,
            Self::Livekit => &platforms::LIVEKIT,
            Self::Nats => &platforms::NATS,
            Self::OktaCustom => &identity::OKTA_CUSTOM,
            Self::OktaOrg => &identity::OKTA_ORG,
            Self::Pingfederate => &identity::PINGFEDERATE,
            Self::Pingone => &identity::PINGONE,
            Self::Shopify => &identity::SHOPIFY,
            Self::Spiffe => &platforms::SPIFFE,
            Self::SupabaseAnon => &identity::SUPABASE_ANON,
            Self::SupabaseServiceRole => &identity::SUPABASE_SERVICE_ROLE,
            Self::SupabaseUser => &identity::SUPABASE_USER,
            Self::Twilio => &platforms::TWILIO,
            Self::Vault => &platforms::VAULT,
            Self::Workos => &identity::WORKOS,
            Self::Zendesk => &platforms::ZENDESK,
            Self::Zoom => &platforms::ZOOM,
            Self::ZoomMeetingSdk => &platforms::ZOOM_MEETING_SDK,
            Self::ZoomVideoSdk => &platforms::ZOOM_VIDEO_SDK,
        }
    }

    /// Whether it is one of the forms of Microsoft Entra ID.
    pub const fn is_entra(self) -> bool {
        matches!(self, Self::EntraExternal | Self::EntraGraph | Self::EntraV1 | Self::EntraV2)
    }

    /// Stable, kebab-case, as in the report.
    pub const fn id(self) -> &'static str {
        self.facts().id
    }

    /// As a sentence says it.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }
}
