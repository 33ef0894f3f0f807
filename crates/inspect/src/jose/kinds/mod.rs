//! The kinds of token, and what is known of each: one row a kind.

mod credentials;
mod forms;
mod identity;
mod machines;
mod oauth;
mod wallets;

use super::demands::Demands;
use super::lifetimes::{AcceptedLifetime, Lifetime};
use super::possession::Possession;
use super::special_claims::SpecialClaim;

/// What is known of a kind of token, whatever a token of this kind says itself.
#[derive(Debug)]
pub struct KindFacts {
    /// Stable, kebab-case, as in the report.
    pub id: &'static str,
    /// As a sentence says it, without an article.
    pub name: &'static str,
    pub expiry: Expiry,
    pub lifetime: Lifetime,
    /// The longest lifetime that those who receive such tokens accept, where they set one.
    pub accepted_lifetime: Option<AcceptedLifetime>,
    pub possession: Possession,
    pub demands: Option<Demands>,
    /// Claims that mean something special in this kind of token. The first list that has a claim counts.
    pub claims: &'static [&'static [SpecialClaim]],
}

/// Whether tokens of one kind or from one issuer need `exp`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expiry {
    Needed,
    /// It is used once, says that something happened, or is revoked instead.
    NotNeeded,
    /// Other claims or its header say when it expires.
    Elsewhere,
}

/// Declares the kinds, so that the row of a kind is the only place that names its facts.
macro_rules! token_kinds {
    ($($kind:ident => $facts:path,)+) => {
        /// A kind of token.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum TokenKind {
            $($kind,)+
        }

        impl TokenKind {
            /// Every kind, in the order of the table.
            pub const ALL: [Self; [$(stringify!($kind)),+].len()] = [$(Self::$kind),+];

            pub const fn facts(self) -> &'static KindFacts {
                match self {
                    $(Self::$kind => &$facts,)+
                }
            }
        }
    };
}

token_kinds! {
    AccessToken => oauth::ACCESS_TOKEN,
    AcmeRequest => machines::ACME_REQUEST,
    ApiKey => machines::API_KEY,
    AppAttestation => machines::APP_ATTESTATION,
    AppStoreStatement => machines::APP_STORE_STATEMENT,
    AttestationMessage => credentials::ATTESTATION_MESSAGE,
    AuthorizationResponse => oauth::AUTHORIZATION_RESPONSE,
    ClientAssertion => oauth::CLIENT_ASSERTION,
    ClientAttestation => oauth::CLIENT_ATTESTATION,
    ClientAttestationProof => oauth::CLIENT_ATTESTATION_PROOF,
    ClientSecret => oauth::CLIENT_SECRET,
    CredentialRequestProof => credentials::CREDENTIAL_REQUEST_PROOF,
    CustomToken => identity::CUSTOM_TOKEN,
    DatedToken => machines::DATED_TOKEN,
    DeviceAttestation => credentials::DEVICE_ATTESTATION,
    DidcommMessage => credentials::DIDCOMM_MESSAGE,
    DpopProof => oauth::DPOP_PROOF,
    EncodedJson => forms::ENCODED_JSON,
    EncryptedToken => forms::ENCRYPTED_TOKEN,
    EntityAttestation => credentials::ENTITY_ATTESTATION,
    EntityStatement => identity::ENTITY_STATEMENT,
    FederationResponse => identity::FEDERATION_RESPONSE,
    FlaskSession => identity::FLASK_SESSION,
    GnapProof => oauth::GNAP_PROOF,
    IdentityAssertionGrant => oauth::IDENTITY_ASSERTION_GRANT,
    JoseHeader => forms::JOSE_HEADER,
    Jws => forms::JWS,
    Jwt => forms::JWT,
    JwtBearerGrant => oauth::JWT_BEARER_GRANT,
    JwtClaims => forms::JWT_CLAIMS,
    JwtSvid => machines::JWT_SVID,
    KeyAttestation => credentials::KEY_ATTESTATION,
    KeyBindingJwt => credentials::KEY_BINDING_JWT,
    LaravelCookie => identity::LARAVEL_COOKIE,
    LtiMessage => identity::LTI_MESSAGE,
    NatsCredential => machines::NATS_CREDENTIAL,
    OauthAccessToken => oauth::OAUTH_ACCESS_TOKEN,
    OidcIdToken => identity::OIDC_ID_TOKEN,
    OidcLogoutToken => identity::OIDC_LOGOUT_TOKEN,
    OnboardingVoucher => credentials::ONBOARDING_VOUCHER,
    Passport => identity::PASSPORT,
    PersonIdentification => wallets::PERSON_IDENTIFICATION,
    ProvidedClaims => identity::PROVIDED_CLAIMS,
    ProxyIdentity => identity::PROXY_IDENTITY,
    RefreshToken => oauth::REFRESH_TOKEN,
    RegistrationCertificate => wallets::REGISTRATION_CERTIFICATE,
    RegistryToken => machines::REGISTRY_TOKEN,
    RequestObject => oauth::REQUEST_OBJECT,
    ResearcherPassport => credentials::RESEARCHER_PASSPORT,
    ResearcherVisa => credentials::RESEARCHER_VISA,
    RevocationRequest => oauth::REVOCATION_REQUEST,
    SdJwt => credentials::SD_JWT,
    SdJwtVc => credentials::SD_JWT_VC,
    SecurityEventToken => identity::SECURITY_EVENT_TOKEN,
    Segment => forms::SEGMENT,
    SelfSignedApiToken => machines::SELF_SIGNED_API_TOKEN,
    ServiceAccountToken => machines::SERVICE_ACCOUNT_TOKEN,
    SessionToken => identity::SESSION_TOKEN,
    SignedHttpRequest => oauth::SIGNED_HTTP_REQUEST,
    SignedKeySet => machines::SIGNED_KEY_SET,
    SmartHealthCard => credentials::SMART_HEALTH_CARD,
    SoftwareStatement => oauth::SOFTWARE_STATEMENT,
    StatusList => credentials::STATUS_LIST,
    TokenIntrospectionResponse => oauth::TOKEN_INTROSPECTION_RESPONSE,
    TransactionToken => oauth::TRANSACTION_TOKEN,
    TrustMark => identity::TRUST_MARK,
    Unreadable => forms::UNREADABLE,
    UnsecuredJwt => forms::UNSECURED_JWT,
    UserinfoResponse => identity::USERINFO_RESPONSE,
    VapidToken => machines::VAPID_TOKEN,
    VerifiableCredential => credentials::VERIFIABLE_CREDENTIAL,
    VerifiablePresentation => credentials::VERIFIABLE_PRESENTATION,
    VerifierAttestation => credentials::VERIFIER_ATTESTATION,
    WalletPass => wallets::WALLET_PASS,
    WorkloadIdentityToken => machines::WORKLOAD_IDENTITY_TOKEN,
    WorkloadProof => machines::WORKLOAD_PROOF,
}

impl TokenKind {
    /// Stable, kebab-case, as in the report.
    pub const fn id(self) -> &'static str {
        self.facts().id
    }

    /// As a sentence says it, without an article.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }
}

#[cfg(test)]
mod tests;
