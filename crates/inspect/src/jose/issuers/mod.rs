//! Well-known issuers and platforms, and what is known of each: one row an issuer.

mod identity;
mod platforms;

use super::demands::Demands;
use super::lifetimes::AcceptedLifetime;
use super::possession::Possession;
use super::special_claims::SpecialClaim;

/// What is known of an issuer, whatever its tokens say themselves. It goes before what is known of their kinds.
#[derive(Debug)]
pub struct IssuerFacts {
    /// Stable, kebab-case, as in the report. Ids of one vendor begin alike: `entra-v1`, `entra-v2`. Products of one
    /// vendor may share an id.
    pub id: &'static str,
    /// As a sentence says it.
    pub name: &'static str,
    /// It is known to sign with private keys alone, never with a shared secret.
    pub signs_with_private_key: bool,
    /// The longest lifetime that those who receive its tokens accept, where they set one.
    pub accepted_lifetime: Option<AcceptedLifetime>,
    /// Where that differs from other tokens of the same kind.
    pub possession: Option<Possession>,
    pub demands: Option<Demands>,
    /// Claims that mean something special in its tokens. The first list that has a claim counts.
    pub claims: &'static [&'static [SpecialClaim]],
}

/// Declares the issuers, so that the row of an issuer is the only place that names its facts.
macro_rules! known_issuers {
    ($($issuer:ident => $facts:path,)+) => {
        /// A well-known issuer, or a platform whose tokens have a form of their own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum KnownIssuer {
            $($issuer,)+
        }

        impl KnownIssuer {
            /// Every issuer, in the order of the table.
            pub const ALL: [Self; [$(stringify!($issuer)),+].len()] = [$(Self::$issuer),+];

            pub const fn facts(self) -> &'static IssuerFacts {
                match self {
                    $(Self::$issuer => &$facts,)+
                }
            }
        }
    };
}

known_issuers! {
    Adfs => identity::ADFS,
    Apple => identity::APPLE,
    AppleClientSecret => identity::APPLE_CLIENT_SECRET,
    AppleConnect => platforms::APPLE_CONNECT,
    AppleMusic => platforms::APPLE_MUSIC,
    ApplePush => platforms::APPLE_PUSH,
    AppleStoreServer => platforms::APPLE_STORE_SERVER,
    AtlassianConnect => platforms::ATLASSIAN_CONNECT,
    Auth0 => identity::AUTH0,
    AwsAlb => platforms::AWS_ALB,
    AwsSts => platforms::AWS_STS,
    AzureB2c => identity::AZURE_B2C,
    Clerk => identity::CLERK,
    CloudflareAccess => platforms::CLOUDFLARE_ACCESS,
    Cognito => identity::COGNITO,
    DockerRegistry => platforms::DOCKER_REGISTRY,
    Eks => platforms::EKS,
    EntraExternal => identity::ENTRA_EXTERNAL,
    EntraGraph => identity::ENTRA_GRAPH,
    EntraV1 => identity::ENTRA_V1,
    EntraV2 => identity::ENTRA_V2,
    Firebase => identity::FIREBASE,
    FirebaseCustom => identity::FIREBASE_CUSTOM,
    FirebaseEmulator => identity::FIREBASE_EMULATOR,
    FirebaseSession => identity::FIREBASE_SESSION,
    GithubActions => platforms::GITHUB_ACTIONS,
    GithubApp => platforms::GITHUB_APP,
    Gitlab => identity::GITLAB,
    GitlabCi => platforms::GITLAB_CI,
    Google => identity::GOOGLE,
    GoogleIap => platforms::GOOGLE_IAP,
    GoogleServiceAccount => platforms::GOOGLE_SERVICE_ACCOUNT,
    HomeAssistant => platforms::HOME_ASSISTANT,
    K8sBound => platforms::K8S_BOUND,
    K8sLegacy => platforms::K8S_LEGACY,
    Keycloak => identity::KEYCLOAK,
    Livekit => platforms::LIVEKIT,
    Nats => platforms::NATS,
    OktaCustom => identity::OKTA_CUSTOM,
    OktaOrg => identity::OKTA_ORG,
    Pingfederate => identity::PINGFEDERATE,
    Pingone => identity::PINGONE,
    Shopify => identity::SHOPIFY,
    Spiffe => platforms::SPIFFE,
    SupabaseAnon => identity::SUPABASE_ANON,
    SupabaseServiceRole => identity::SUPABASE_SERVICE_ROLE,
    SupabaseUser => identity::SUPABASE_USER,
    Twilio => platforms::TWILIO,
    Vault => platforms::VAULT,
    Workos => identity::WORKOS,
    Zendesk => platforms::ZENDESK,
    Zoom => platforms::ZOOM,
    ZoomMeetingSdk => platforms::ZOOM_MEETING_SDK,
    ZoomVideoSdk => platforms::ZOOM_VIDEO_SDK,
}

impl KnownIssuer {
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
