//! Well-known issuers and platforms, and what is known of each: one row an issuer.

mod apps;
mod build_services;
mod clouds;
mod identity;
mod platforms;
mod servers;

use super::demands::Demands;
use super::kinds::Expiry;
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
    pub expiry: Option<Expiry>,
    pub possession: Option<Possession>,
    pub demands: Option<Demands>,
    /// Claims that mean something special in its tokens. The first list that has a claim counts.
    pub claims: &'static [&'static [SpecialClaim]],
}

impl IssuerFacts {
    /// An issuer of whose tokens nothing is known that does not follow from their kind.
    const fn named(id: &'static str, name: &'static str) -> Self {
        Self {
            id,
            name,
            signs_with_private_key: false,
            accepted_lifetime: None,
            expiry: None,
            possession: None,
            demands: None,
            claims: &[],
        }
    }

    const fn with_private_key(self) -> Self {
        Self { signs_with_private_key: true, ..self }
    }

    const fn with_limit(self, limit: AcceptedLifetime) -> Self {
        Self { accepted_lifetime: Some(limit), ..self }
    }

    const fn with_claims(self, claims: &'static [&'static [SpecialClaim]]) -> Self {
        Self { claims, ..self }
    }
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

            /// As a sentence says it. A program that asks for nothing but names carries no other facts.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$issuer => const { $facts.name },)+
                }
            }
        }
    };
}

known_issuers! {
    Adfs => identity::ADFS,
    AdobeIms => apps::ADOBE_IMS,
    Apple => identity::APPLE,
    AppleClientSecret => identity::APPLE_CLIENT_SECRET,
    AppleConnect => platforms::APPLE_CONNECT,
    AppleMusic => platforms::APPLE_MUSIC,
    ApplePush => platforms::APPLE_PUSH,
    AppleStoreServer => platforms::APPLE_STORE_SERVER,
    ArgoCd => apps::ARGO_CD,
    AtlassianConnect => platforms::ATLASSIAN_CONNECT,
    AtlassianForge => apps::ATLASSIAN_FORGE,
    Auth0 => identity::AUTH0,
    Authentik => servers::AUTHENTIK,
    AuthJs => apps::AUTH_JS,
    AwsAlb => platforms::AWS_ALB,
    AwsIdentityCenter => clouds::AWS_IDENTITY_CENTER,
    AwsSts => platforms::AWS_STS,
    AwsVerifiedAccess => clouds::AWS_VERIFIED_ACCESS,
    AzureB2c => identity::AZURE_B2C,
    AzureCommunication => clouds::AZURE_COMMUNICATION,
    AzureContainerRegistry => clouds::AZURE_CONTAINER_REGISTRY,
    AzureDevops => build_services::AZURE_DEVOPS,
    Bitbucket => build_services::BITBUCKET,
    BotFramework => clouds::BOT_FRAMEWORK,
    BoxApp => apps::BOX_APP,
    Buildkite => build_services::BUILDKITE,
    Casdoor => servers::CASDOOR,
    CircleCi => build_services::CIRCLE_CI,
    Clerk => identity::CLERK,
    CloudflareAccess => platforms::CLOUDFLARE_ACCESS,
    Cognito => identity::COGNITO,
    CognitoIdentity => clouds::COGNITO_IDENTITY,
    Descope => servers::DESCOPE,
    Dex => servers::DEX,
    Directus => apps::DIRECTUS,
    DockerRegistry => platforms::DOCKER_REGISTRY,
    Eks => platforms::EKS,
    EntraExternal => identity::ENTRA_EXTERNAL,
    EntraGraph => identity::ENTRA_GRAPH,
    EntraV1 => identity::ENTRA_V1,
    EntraV2 => identity::ENTRA_V2,
    Facebook => servers::FACEBOOK,
    Firebase => identity::FIREBASE,
    FirebaseAppCheck => clouds::FIREBASE_APP_CHECK,
    FirebaseCustom => identity::FIREBASE_CUSTOM,
    FirebaseEmulator => identity::FIREBASE_EMULATOR,
    FirebaseSession => identity::FIREBASE_SESSION,
    Fly => build_services::FLY,
    Forgerock => servers::FORGEROCK,
    Fusionauth => servers::FUSIONAUTH,
    Ghost => apps::GHOST,
    GithubActions => platforms::GITHUB_ACTIONS,
    GithubApp => platforms::GITHUB_APP,
    GithubRuntime => build_services::GITHUB_RUNTIME,
    Gitlab => identity::GITLAB,
    GitlabCi => platforms::GITLAB_CI,
    Google => identity::GOOGLE,
    GoogleChat => clouds::GOOGLE_CHAT,
    GoogleIap => platforms::GOOGLE_IAP,
    GoogleServiceAccount => platforms::GOOGLE_SERVICE_ACCOUNT,
    GoogleWallet => clouds::GOOGLE_WALLET,
    Harbor => apps::HARBOR,
    HcpTerraform => build_services::HCP_TERRAFORM,
    HomeAssistant => platforms::HOME_ASSISTANT,
    IntelTrustAuthority => clouds::INTEL_TRUST_AUTHORITY,
    JitsiJaas => apps::JITSI_JAAS,
    K8sBound => platforms::K8S_BOUND,
    K8sLegacy => platforms::K8S_LEGACY,
    Kakao => servers::KAKAO,
    Keycloak => identity::KEYCLOAK,
    Kinde => servers::KINDE,
    Line => servers::LINE,
    Linkedin => servers::LINKEDIN,
    Livekit => platforms::LIVEKIT,
    Logto => servers::LOGTO,
    Metabase => apps::METABASE,
    Nats => platforms::NATS,
    Nomad => build_services::NOMAD,
    NvidiaAttestation => clouds::NVIDIA_ATTESTATION,
    OktaCustom => identity::OKTA_CUSTOM,
    OktaOrg => identity::OKTA_ORG,
    Onelogin => servers::ONELOGIN,
    Ory => servers::ORY,
    Paypal => servers::PAYPAL,
    Pingfederate => identity::PINGFEDERATE,
    Pingone => identity::PINGONE,
    Pocketbase => apps::POCKETBASE,
    Pulumi => build_services::PULUMI,
    Salesforce => clouds::SALESFORCE,
    SapIas => servers::SAP_IAS,
    SapXsuaa => servers::SAP_XSUAA,
    Shopify => identity::SHOPIFY,
    Sigstore => servers::SIGSTORE,
    Slack => servers::SLACK,
    Snowflake => clouds::SNOWFLAKE,
    Spacelift => build_services::SPACELIFT,
    Spiffe => platforms::SPIFFE,
    Stytch => servers::STYTCH,
    SupabaseAnon => identity::SUPABASE_ANON,
    SupabaseServiceRole => identity::SUPABASE_SERVICE_ROLE,
    SupabaseUser => identity::SUPABASE_USER,
    Supertokens => servers::SUPERTOKENS,
    Twilio => platforms::TWILIO,
    Twitch => servers::TWITCH,
    TwitchExtension => apps::TWITCH_EXTENSION,
    Vault => platforms::VAULT,
    Vercel => build_services::VERCEL,
    Workos => identity::WORKOS,
    Yahoo => servers::YAHOO,
    Zendesk => platforms::ZENDESK,
    Zitadel => servers::ZITADEL,
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
}
