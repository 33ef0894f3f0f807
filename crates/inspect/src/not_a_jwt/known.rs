//! The kinds of text that have a form of their own.

mod facts;

use super::RecognisedText;
use facts::TextFacts;

/// A kind of text. Keys of services are in [`api_keys`](super::api_keys).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextKind {
    PrivateKey,
    PrivateJwk,
    PrivateKeySet,
    PublicKey,
    PublicJwk,
    KeySet,
    SshKey,
    Certificate,
    CertificateRequest,
    Pem,
    TokenResponse,
    ServerMetadata,
    ErrorResponse,
    IntrospectionResponse,
    LinkWithToken,
    LinkWithPassword,
    AuthorizationCode,
    Saml,
    SamlRequest,
    BasicCredentials,
    KerberosTicket,
    NtlmMessage,
    PasetoPublic,
    PasetoLocal,
    DiscordToken,
    TelegramToken,
    HealthCardPart,
    Fernet,
    Macaroon,
    AspnetDataProtection,
    FlaskSession,
    DjangoSigned,
    RailsSigned,
    RailsEncrypted,
    LaravelCookie,
    ExpressCookie,
    Uuid,
    Ulid,
    Hex,
    Base64,
    OpaqueToken,
    DecodedClaims,
    FacebookSignedRequest,
    Mdoc,
    Cose,
    Cbor,
    HealthCertificate,
    WebauthnClientData,
    DsseEnvelope,
    EksToken,
    CloudflareTunnelToken,
    ElasticsearchEnrollmentToken,
    GrafanaApiKey,
    OnePasswordServiceAccount,
    FcmRegistrationToken,
    FcmServerKey,
}

impl TextKind {
    #[cfg(test)]
    const ALL: [Self; 56] = [
        Self::PrivateKey,
        Self::PrivateJwk,
        Self::PrivateKeySet,
        Self::PublicKey,
        Self::PublicJwk,
        Self::KeySet,
        Self::SshKey,
        Self::Certificate,
        Self::CertificateRequest,
        Self::Pem,
        Self::TokenResponse,
        Self::ServerMetadata,
        Self::ErrorResponse,
        Self::IntrospectionResponse,
        Self::LinkWithToken,
        Self::LinkWithPassword,
        Self::AuthorizationCode,
        Self::Saml,
        Self::SamlRequest,
        Self::BasicCredentials,
        Self::KerberosTicket,
        Self::NtlmMessage,
        Self::PasetoPublic,
        Self::PasetoLocal,
        Self::DiscordToken,
        Self::TelegramToken,
        Self::HealthCardPart,
        Self::Fernet,
        Self::Macaroon,
        Self::AspnetDataProtection,
        Self::FlaskSession,
        Self::DjangoSigned,
        Self::RailsSigned,
        Self::RailsEncrypted,
        Self::LaravelCookie,
        Self::ExpressCookie,
        Self::Uuid,
        Self::Ulid,
        Self::Hex,
        Self::Base64,
        Self::OpaqueToken,
        Self::DecodedClaims,
        Self::FacebookSignedRequest,
        Self::Mdoc,
        Self::Cose,
        Self::Cbor,
        Self::HealthCertificate,
        Self::WebauthnClientData,
        Self::DsseEnvelope,
        Self::EksToken,
        Self::CloudflareTunnelToken,
        Self::ElasticsearchEnrollmentToken,
        Self::GrafanaApiKey,
        Self::OnePasswordServiceAccount,
        Self::FcmRegistrationToken,
        Self::FcmServerKey,
    ];

    /// What to say of a text of this kind.
    pub(super) fn recognised(self) -> RecognisedText {
        let TextFacts { id, name, what_to_do, message } = self.facts();
        let (advice, is_secret) = what_to_do.advice();
        RecognisedText {
            id,
            name,
            message: message.to_owned(),
            advice,
            is_secret,
            inside: None,
            readable_part: "It",
            expires_at: None,
        }
    }
}

impl RecognisedText {
    /// The same with another sentence behind its message.
    pub(super) fn saying(mut self, sentence: &str) -> Self {
        if !self.message.is_empty() {
            self.message.push(' ');
        }
        self.message.push_str(sentence);
        self
    }

    /// The same with the instant from which on it is of no use, in seconds since 1970.
    pub(super) fn expiring(mut self, expires_at: Option<i64>) -> Self {
        self.expires_at = expires_at;
        self
    }

    pub(super) fn showing(mut self, inside: Option<String>) -> Self {
        self.inside = inside;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kebab_case_and_messages_are_sentences() {
        for (at, kind) in TextKind::ALL.into_iter().enumerate() {
            let TextFacts { id, name, message, .. } = kind.facts();
            assert!(
                id.starts_with("looks-like-")
                    && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            );
            assert!(!name.ends_with('.'), "{id}");
            assert!(message.is_empty() || message.ends_with('.'), "{id}");
            assert!(TextKind::ALL[..at].iter().all(|other| other.facts().id != id), "{id} twice");
        }
    }
}
