//! The kinds of token, and what is known of each: one row a kind.

mod credentials;
mod forms;
mod identity;
mod machines;
mod oauth;

use super::demands::Demands;
use super::lifetimes::{AcceptedLifetime, Lifetime};
use super::possession::Possession;
use super::special_claims::SpecialClaim;

/// A kind of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    AccessToken,
    AcmeRequest,
    ApiKey,
    AppStoreStatement,
    AttestationMessage,
    AuthorizationResponse,
    ClientAssertion,
    ClientAttestation,
    ClientAttestationProof,
    ClientSecret,
    CredentialRequestProof,
    CustomToken,
    DatedToken,
    DeviceAttestation,
    DidcommMessage,
    DpopProof,
    EncodedJson,
    EncryptedToken,
    EntityAttestation,
    EntityStatement,
    FederationResponse,
    FlaskSession,
    GnapProof,
    IdentityAssertionGrant,
    JoseHeader,
    Jws,
    Jwt,
    JwtBearerGrant,
    JwtClaims,
    JwtSvid,
    KeyAttestation,
    KeyBindingJwt,
    LaravelCookie,
    NatsCredential,
    OauthAccessToken,
    OidcIdToken,
    OidcLogoutToken,
    OnboardingVoucher,
    Passport,
    ProvidedClaims,
    ProxyIdentity,
    RefreshToken,
    RegistryToken,
    RequestObject,
    ResearcherPassport,
    RevocationRequest,
    SdJwt,
    SdJwtVc,
    SecurityEventToken,
    Segment,
    SelfSignedApiToken,
    ServiceAccountToken,
    SessionToken,
    SignedKeySet,
    SmartHealthCard,
    SoftwareStatement,
    StatusList,
    TokenIntrospectionResponse,
    TransactionToken,
    TrustMark,
    Unreadable,
    UnsecuredJwt,
    UserinfoResponse,
    VapidToken,
    VerifiableCredential,
    VerifiablePresentation,
    VerifierAttestation,
    WorkloadIdentityToken,
    WorkloadProof,
}

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

/// Whether a kind of token needs `exp`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expiry {
    Needed,
    /// It is used once, says that something happened, or is revoked instead.
    NotNeeded,
}

impl TokenKind {
    /// Every kind, sorted by id.
    pub const ALL: [Self; 69] = [
        Self::AccessToken,
        Self::AcmeRequest,
        Self::ApiKey,
        Self::AppStoreStatement,
        Self::AttestationMessage,
        Self::AuthorizationResponse,
        Self::ClientAssertion,
        Self::ClientAttestation,
        Self::ClientAttestationProof,
        Self::ClientSecret,
        Self::CredentialRequestProof,
        Self::CustomToken,
        Self::DatedToken,
        Self::DeviceAttestation,
        Self::DidcommMessage,
        Self::DpopProof,
        Self::EncodedJson,
        Self::EncryptedToken,
        Self::EntityAttestation,
        Self::EntityStatement,
        Self::FederationResponse,
        Self::FlaskSession,
        Self::GnapProof,
        Self::IdentityAssertionGrant,
        Self::JoseHeader,
        Self::Jws,
        Self::Jwt,
        Self::JwtBearerGrant,
        Self::JwtClaims,
        Self::JwtSvid,
        Self::KeyAttestation,
        Self::KeyBindingJwt,
        Self::LaravelCookie,
        Self::NatsCredential,
        Self::OauthAccessToken,
        Self::OidcIdToken,
        Self::OidcLogoutToken,
        Self::OnboardingVoucher,
        Self::Passport,
        Self::ProvidedClaims,
        Self::ProxyIdentity,
        Self::RefreshToken,
        Self::RegistryToken,
        Self::RequestObject,
        Self::ResearcherPassport,
        Self::RevocationRequest,
        Self::SdJwt,
        Self::SdJwtVc,
        Self::SecurityEventToken,
        Self::Segment,
        Self::SelfSignedApiToken,
        Self::ServiceAccountToken,
        Self::SessionToken,
        Self::SignedKeySet,
        Self::SmartHealthCard,
        Self::SoftwareStatement,
        Self::StatusList,
        Self::TokenIntrospectionResponse,
        Self::TransactionToken,
        Self::TrustMark,
        Self::Unreadable,
        Self::UnsecuredJwt,
        Self::UserinfoResponse,
        Self::VapidToken,
        Self::VerifiableCredential,
        Self::VerifiablePresentation,
        Self::VerifierAttestation,
        Self::WorkloadIdentityToken,
        Self::WorkloadProof,
    ];

    pub const fn facts(self) -> &'static KindFacts {
        match self {
            Self::AccessToken => &oauth::ACCESS_TOKEN,
            Self::AcmeRequest => &machines::ACME_REQUEST,
            Self::ApiKey => &machines::API_KEY,
            Self::AppStoreStatement => &machines::APP_STORE_STATEMENT,
            Self::AttestationMessage => &credentials::ATTESTATION_MESSAGE,
            Self::AuthorizationResponse => &oauth::AUTHORIZATION_RESPONSE,
            Self::ClientAssertion => &oauth::CLIENT_ASSERTION,
            Self::ClientAttestation => &oauth::CLIENT_ATTESTATION,
            Self::ClientAttestationProof => &oauth::CLIENT_ATTESTATION_PROOF,
            Self::ClientSecret => &oauth::CLIENT_SECRET,
            Self::CredentialRequestProof => &credentials::CREDENTIAL_REQUEST_PROOF,
            Self::CustomToken => &identity::CUSTOM_TOKEN,
            Self::DatedToken => &machines::DATED_TOKEN,
            Self::DeviceAttestation => &credentials::DEVICE_ATTESTATION,
            Self::DidcommMessage => &credentials::DIDCOMM_MESSAGE,
            Self::DpopProof => &oauth::DPOP_PROOF,
            Self::EncodedJson => &forms::ENCODED_JSON,
            Self::EncryptedToken => &forms::ENCRYPTED_TOKEN,
            Self::EntityAttestation => &credentials::ENTITY_ATTESTATION,
            Self::EntityStatement => &identity::ENTITY_STATEMENT,
            Self::FederationResponse => &identity::FEDERATION_RESPONSE,
            Self::FlaskSession => &identity::FLASK_SESSION,
            Self::GnapProof => &oauth::GNAP_PROOF,
            Self::IdentityAssertionGrant => &oauth::IDENTITY_ASSERTION_GRANT,
            Self::JoseHeader => &forms::JOSE_HEADER,
            Self::Jws => &forms::JWS,
            Self::Jwt => &forms::JWT,
            Self::JwtBearerGrant => &oauth::JWT_BEARER_GRANT,
            Self::JwtClaims => &forms::JWT_CLAIMS,
            Self::JwtSvid => &machines::JWT_SVID,
            Self::KeyAttestation => &credentials::KEY_ATTESTATION,
            Self::KeyBindingJwt => &credentials::KEY_BINDING_JWT,
            Self::LaravelCookie => &identity::LARAVEL_COOKIE,
            Self::NatsCredential => &machines::NATS_CREDENTIAL,
            Self::OauthAccessToken => &oauth::OAUTH_ACCESS_TOKEN,
            Self::OidcIdToken => &identity::OIDC_ID_TOKEN,
            Self::OidcLogoutToken => &identity::OIDC_LOGOUT_TOKEN,
            Self::OnboardingVoucher => &credentials::ONBOARDING_VOUCHER,
            Self::Passport => &identity::PASSPORT,
            Self::ProvidedClaims => &identity::PROVIDED_CLAIMS,
            Self::ProxyIdentity => &identity::PROXY_IDENTITY,
            Self::RefreshToken => &oauth::REFRESH_TOKEN,
            Self::RegistryToken => &machines::REGISTRY_TOKEN,
            Self::RequestObject => &oauth::REQUEST_OBJECT,
            Self::ResearcherPassport => &credentials::RESEARCHER_PASSPORT,
            Self::RevocationRequest => &oauth::REVOCATION_REQUEST,
            Self::SdJwt => &credentials::SD_JWT,
            Self::SdJwtVc => &credentials::SD_JWT_VC,
            Self::SecurityEventToken => &identity::SECURITY_EVENT_TOKEN,
            Self::Segment => &forms::SEGMENT,
            Self::SelfSignedApiToken => &machines::SELF_SIGNED_API_TOKEN,
            Self::ServiceAccountToken => &machines::SERVICE_ACCOUNT_TOKEN,
            Self::SessionToken => &identity::SESSION_TOKEN,
            Self::SignedKeySet => &machines::SIGNED_KEY_SET,
            Self::SmartHealthCard => &credentials::SMART_HEALTH_CARD,
            Self::SoftwareStatement => &oauth::SOFTWARE_STATEMENT,
            Self::StatusList => &credentials::STATUS_LIST,
            Self::TokenIntrospectionResponse => &oauth::TOKEN_INTROSPECTION_RESPONSE,
            Self::TransactionToken => &oauth::TRANSACTION_TOKEN,
            Self::TrustMark => &identity::TRUST_MARK,
            Self::Unreadable => &forms::UNREADABLE,
            Self::UnsecuredJwt => &forms::UNSECURED_JWT,
            Self::UserinfoResponse => &identity::USERINFO_RESPONSE,
            Self::VapidToken => &machines::VAPID_TOKEN,
            Self::VerifiableCredential => &credentials::VERIFIABLE_CREDENTIAL,
            Self::VerifiablePresentation => &credentials::VERIFIABLE_PRESENTATION,
            Self::VerifierAttestation => &credentials::VERIFIER_ATTESTATION,
            Self::WorkloadIdentityToken => &machines::WORKLOAD_IDENTITY_TOKEN,
            Self::WorkloadProof => &machines::WORKLOAD_PROOF,
        }
    }

    /// Stable, kebab-case, as in the report.
    pub const fn id(self) -> &'static str {
        self.facts().id
    }

    /// As a sentence says it, without an article.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }

    pub fn needs_expiry(self) -> bool {
        self.facts().expiry == Expiry::Needed
    }
}

#[cfg(test)]
mod tests;
